import { deviceVault } from './device-vault.ts';
import type { DeviceClock, OutboxNews, OutboxStorage } from './outbox-storage.ts';
import type { PhotoStore } from './photo-store.ts';
import type { Vault } from './vault.ts';

/** Of the lock, and of the channel on which pages tell each other which item changed. */
const NAME = 'contact-point-outbox';
/** A page that sends nothing for so long is frozen, and does not stand in the way for ever. Milliseconds. */
const FROZEN = 600_000;

/** What the outbox needs of the device it runs on; tests give another. */
export interface Device {
  storage: OutboxStorage;
  /** Pictures of photos that are in a draft or the outbox. */
  photos: PhotoStore;
  /** What seals what is kept. */
  vault: Vault;
  news: OutboxNews;
  clock: DeviceClock;
  /** Between 0 and 1. */
  random: () => number;
  /** Runs the work while no other page of this device does such work. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
}

/** Tells the other pages of this browser. Where there is no such channel, they see it at their next round. */
function createNews(): OutboxNews {
  let tell: ((id: string) => void) | null = null;
  return {
    tell: (id) => tell?.(id),
    listen(heard) {
      if (!('BroadcastChannel' in globalThis)) return () => {};
      const channel = new BroadcastChannel(NAME);
      tell = channel.postMessage.bind(channel);
      channel.addEventListener('message', ({ data }: MessageEvent<string>) => heard(data));
      return () => {
        tell = null;
        channel.close();
      };
    },
  };
}

/**
 * One page at a time. Sending twice does no harm, so a lock that a frozen page holds is taken over,
 * and where there are no locks nobody waits.
 */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  if (!('locks' in navigator)) return work();
  const waiting = new AbortController();
  const patience = setTimeout(() => waiting.abort(), FROZEN);
  const begin = (): Promise<T> => {
    clearTimeout(patience);
    return work();
  };
  try {
    return await navigator.locks.request(NAME, { signal: waiting.signal }, begin);
  } catch (error) {
    if (!waiting.signal.aborted) throw error;
    return navigator.locks.request(NAME, { steal: true }, work);
  }
}

/** The phone or computer that this page is open on. */
export const createDevice = (): Device => ({
  storage: deviceVault.outbox,
  photos: deviceVault.photos,
  vault: deviceVault.vault,
  news: createNews(),
  clock: {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  },
  random: () => Math.random(),
  alone,
});
