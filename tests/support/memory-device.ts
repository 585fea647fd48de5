import type { Device } from '#src/offline/device.ts';
import type { Vault } from '#src/offline/vault.ts';
import { createMemoryDevice, type MemoryDevice } from './field/device.ts';
import { createMemoryKeys } from './field/vault.ts';

/** A page on a device in memory, in real time; hand the same device to two renderings for a reload. */
export function memoryDevice(
  device: MemoryDevice = createMemoryDevice(),
  vault: Vault = createMemoryKeys().open(),
): Device {
  const { storage, news, alone } = device.open();
  return {
    storage,
    photos: device.photos.store,
    vault,
    news,
    alone,
    // What failed is tried again in a second.
    random: () => 0.5,
    clock: {
      now: () => Date.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
  };
}
