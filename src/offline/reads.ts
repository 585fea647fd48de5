import { createContext, use } from 'react';
import type { DeviceReads } from './device-reads.ts';

/** What this device has read, opened when it is first asked for; null where it keeps nothing. */
export type OpenReads = () => Promise<DeviceReads | null>;

let opening: Promise<DeviceReads | null> | null = null;
const ofThisDevice: OpenReads = () => {
  if (!('indexedDB' in globalThis)) return Promise.resolve(null);
  // What opens is fetched beside what keeps, not after it.
  opening ??= Promise.all([import('./device-reads.ts'), import('./sealed-device.ts')]).then(
    ([{ openDeviceReads }]) => openDeviceReads(),
    () => null,
  );
  return opening;
};

/** The device's own; tests give another. */
export const ReadsContext = createContext<OpenReads>(ofThisDevice);
export const useReads = (): OpenReads => use(ReadsContext);
