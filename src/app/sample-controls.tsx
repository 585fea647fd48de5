import { createContext, use } from 'react';

/** What only the mocked service can do; absent on a real one. */
export interface SampleControls {
  reset: () => void;
}
export const SampleControlsContext = createContext<SampleControls | null>(null);
export const useSampleControls = (): SampleControls | null => use(SampleControlsContext);
