import { createContext, use } from 'react';
import type { Role } from '#src/domain/permission.ts';

/** What only the mocked service can do; absent on a real one. */
export interface SampleControls {
  reset: () => void;
  /** With whose eyes the sample is seen: null for signed out, `session` where somebody signed in with a password. */
  seenAs: () => Role | 'session' | null;
  seeAs: (role: Role | null) => void;
}
export const SampleControlsContext = createContext<SampleControls | null>(null);
export const useSampleControls = (): SampleControls | null => use(SampleControlsContext);
