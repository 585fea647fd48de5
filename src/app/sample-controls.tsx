import { createContext, use } from 'react';
import type { Role } from '#src/domain/permission.ts';

/** `losesAnswers`: what is sent arrives, and its answer does not. */
export const sampleNetworks = ['online', 'none', 'losesAnswers'] as const;
export type SampleNetwork = (typeof sampleNetworks)[number];

/** What only the mocked service can do; absent on a real one. */
export interface SampleControls {
  reset: () => Promise<void>;
  /** With whose eyes the sample is seen: null for signed out, `session` where somebody signed in with a password. */
  seenAs: () => Role | 'session' | null;
  seeAs: (role: Role | null) => void;
  /** How the line to it is; lasts through a reload. */
  network: () => SampleNetwork;
  chooseNetwork: (network: SampleNetwork) => void;
  /** Returns how to stop. */
  hearNetwork: (heard: () => void) => () => void;
}
export const SampleControlsContext = createContext<SampleControls | null>(null);
export const useSampleControls = (): SampleControls | null => use(SampleControlsContext);
