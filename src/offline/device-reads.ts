import { deviceVault } from './device-vault.ts';
import { createIdbReads } from './idb-reads.ts';
import { lastAccount, type Greeting } from './last-account.ts';
import { createKeptReads } from './kept-reads.ts';
import type { KeptReads } from './read-store.ts';

/** What this device has read, and whom it knows. */
export interface DeviceReads extends KeptReads {
  /** Somebody is signed in: they are who this device opens for without a network. What others have read here goes, or they in another seat. */
  welcome: (said: Greeting, at: number) => Promise<void>;
  /** Who was signed in last; null where somebody signed out since. */
  recallAccount: (now: number) => Promise<{ at: number; data: Greeting } | null>;
  /** Nobody is signed in. What they had read stays, for when they sign in again. */
  dismiss: () => void;
  /** Somebody signed out: nothing of theirs stays. */
  clear: () => Promise<void>;
}

const NAME = 'account';
const seatOf = ({ role, places }: Greeting['actor']): string => JSON.stringify([role, places]);

/** @param reads wherever they lie */
export function createDeviceReads(reads: KeptReads): DeviceReads {
  return {
    ...reads,
    async welcome(said, at) {
      const before = lastAccount.recall(at)?.greeting.actor;
      if (before?.id !== said.actor.id) await reads.forgetOthers(said.actor.id);
      // What was read with other rights may be more than may be seen now.
      else if (seatOf(before) !== seatOf(said.actor)) await reads.forgetAll();
      lastAccount.remember(said, at);
      await reads.enter(said.actor.id);
      await reads.keep(said.actor.id, [{ id: NAME, data: said.actor.name }], at);
    },
    async recallAccount(now) {
      const known = lastAccount.recall(now);
      if (!known) return null;
      const { at, greeting } = known;
      const name = (await reads.recall(greeting.actor.id, NAME))?.data as
        | Greeting['actor']['name']
        | undefined;
      return {
        at,
        data: name === undefined ? greeting : { ...greeting, actor: { ...greeting.actor, name } },
      };
    },
    dismiss: lastAccount.forget,
    async clear() {
      lastAccount.forget();
      await reads.forgetAll();
    },
  };
}

/** Of this browser, sealed by its vault. */
export function openDeviceReads(): DeviceReads {
  const reads = createKeptReads(createIdbReads(), deviceVault.vault);
  deviceVault.vault.add(reads);
  return createDeviceReads(reads);
}
