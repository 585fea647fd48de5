import type { HeldKey, KeyRecord, KeyStorage, VaultChannel, VaultNews } from './key-storage.ts';
import type { DeviceClock } from './outbox-storage.ts';
import { createPinLock } from './pin-lock.ts';
import { NO_TRIES } from './pin.ts';
import { ITERATIONS, newKey, openWith, sealWith } from './vault-crypto.ts';
import { VaultRefusal, type SealedStore, type Vault, type VaultState } from './vault.ts';

/** Unless somebody chooses otherwise. */
const IDLE_MINUTES = 10;

interface Parts {
  keys: KeyStorage;
  channel: VaultChannel;
  clock: Pick<DeviceClock, 'now'>;
  /** Of PBKDF2; tests take fewer. */
  iterations?: number;
}

const accountIn = (state: VaultState): string | null => ('accountId' in state ? state.accountId : null);
const nextTurn = (): Promise<void> => new Promise((turn) => setTimeout(turn));
const currentOf = (record: KeyRecord | null): string | undefined => (record?.wrapped ?? record?.bare)?.id;

/** The vault of this device, over wherever keys are kept. */
export function createVault({ keys, channel, clock, iterations = ITERATIONS }: Parts): Vault {
  const pins = createPinLock({ keys, now: clock.now, iterations });
  const stores = new Set<SealedStore>();
  const listeners = new Set<() => void>();
  let state: VaultState = { is: 'nobody' };
  /** The account's keys, that in use first; none while it is locked. */
  let ring: readonly HeldKey[] = [];
  let owner: string | null = null;
  /** Whatever changes who uses the device, one after the other. */
  let turn: Promise<void> = Promise.resolve();

  const become = (next: VaultState): void => {
    state = next;
    for (const heard of listeners) heard();
  };
  const entered = (): string => {
    const accountId = accountIn(state);
    if (accountId === null) throw new VaultRefusal('LOCKED');
    return accountId;
  };
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    turn = turn.then(work, work);
    return turn;
  };

  /** What is being typed is kept with the key that is still here, then it goes. */
  async function dropKeys(): Promise<void> {
    const dropped = ring;
    await nextTurn();
    await Promise.allSettled([...stores].map((store) => store.settled()));
    if (ring !== dropped) return;
    ring = [];
    // Whoever holds what was opened hears that it is time to let go of it.
    become(state);
  }

  /** Seals anew what lies there otherwise; what fails is done at the next opening. */
  async function sealAgain(accountId: string): Promise<void> {
    const current = ring[0]?.id;
    if (current === undefined) return;
    await Promise.all([...stores].map((store) => store.sealAgain(accountId, current)));
    if (accountIn(state) === accountId) await pins.dropBare(accountId);
  }
  const sealAgainAside = (accountId: string): void => void sealAgain(accountId).catch(() => {});

  function beOpen({ accountId, wrapped, idleMinutes }: KeyRecord): void {
    become({ is: 'open', accountId, hasPin: wrapped !== null, idleMinutes });
  }
  async function opened(accountId: string, held: readonly HeldKey[]): Promise<void> {
    ring = held;
    owner = accountId;
    const record = await keys.read(accountId);
    if (record && accountIn(state) === accountId) beOpen(record);
  }

  async function read(accountId: string): Promise<void> {
    try {
      const kept = await keys.read(accountId);
      const made = kept ? null : await newKey();
      const record =
        kept ??
        (await keys.change(
          accountId,
          (stored) =>
            stored ?? { accountId, bare: made, wrapped: null, tries: NO_TRIES, idleMinutes: IDLE_MINUTES },
        ));
      if (!record || accountIn(state) !== accountId) return;
      if (record.wrapped) {
        become({ is: 'locked', accountId, tries: record.tries });
        // Another tab may be open.
        channel.tell({ did: 'asks', accountId });
      } else if (record.bare) {
        ring = [record.bare];
        owner = accountId;
        beOpen(record);
        sealAgainAside(accountId);
      }
    } catch {
      if (accountIn(state) === accountId) become({ is: 'unusable', accountId });
    }
  }
  const readAnew = (accountId: string): Promise<void> => {
    ring = [];
    become({ is: 'reading', accountId });
    return inTurn(() => read(accountId));
  };

  async function lock(): Promise<void> {
    if (state.is !== 'open' || !state.hasPin) return;
    become({ is: 'locked', accountId: state.accountId, tries: NO_TRIES });
    await dropKeys();
  }

  /** Does it with a PIN, and shows how many tries are left when it was wrong. */
  async function withPin<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const record = state.is === 'locked' ? await keys.read(accountId) : null;
      if (record && state.is === 'locked') become({ ...state, tries: record.tries });
      throw error;
    }
  }

  async function reread(accountId: string): Promise<void> {
    const record = await keys.read(accountId);
    if (record && state.is === 'open' && state.accountId === accountId) beOpen(record);
  }

  function hear(news: VaultNews): void {
    const { accountId } = news;
    if (accountId !== accountIn(state)) return;
    if (news.did === 'opened') void opened(accountId, news.keys).catch(() => {});
    if (news.did === 'locked') void lock();
    if (news.did === 'gaveUp') void readAnew(accountId);
    if (news.did === 'changed')
      void (state.is === 'open' ? reread(accountId).catch(() => {}) : readAnew(accountId));
    if (news.did === 'asks' && state.is === 'open') channel.tell({ did: 'opened', accountId, keys: ring });
  }
  channel.listen(hear);

  /** While it is being locked they are still here, for what has to be kept. */
  const keysOf = (accountId: string): readonly HeldKey[] => {
    if (state.is === 'unusable') throw new VaultRefusal('UNUSABLE');
    if (owner !== accountId || ring.length === 0) throw new VaultRefusal('LOCKED');
    return ring;
  };

  return {
    state: () => state,
    subscribe(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    add: (store) => void stores.add(store),

    async enter(accountId) {
      if (accountIn(state) === accountId) return turn;
      become({ is: 'reading', accountId });
      return inTurn(async () => {
        if (ring.length > 0) await dropKeys();
        if (accountIn(state) === accountId) await read(accountId);
      });
    },
    async leave() {
      if (state.is === 'nobody') return turn;
      become({ is: 'nobody' });
      return inTurn(dropKeys);
    },

    async seal(place, value) {
      const [current] = keysOf(place.accountId);
      if (!current) throw new VaultRefusal('LOCKED');
      return sealWith(current, place, value);
    },
    open: async (place, sealed) => openWith(keysOf(place.accountId), place, sealed),
    isCurrent: async (accountId, { key }) => currentOf(await keys.read(accountId)) === key,

    async setPin(pin) {
      const accountId = entered();
      if (state.is !== 'open') throw new VaultRefusal('LOCKED');
      const held = await pins.set(accountId, pin);
      await opened(accountId, [held, ...ring]);
      channel.tell({ did: 'opened', accountId, keys: ring });
      await sealAgain(accountId);
    },
    async changePin(pin, next) {
      const accountId = entered();
      await withPin(accountId, () => pins.change(accountId, pin, next));
    },
    async removePin(pin) {
      const accountId = entered();
      await withPin(accountId, () => pins.remove(accountId, pin));
      await reread(accountId);
      channel.tell({ did: 'changed', accountId });
    },
    async unlock(pin) {
      const accountId = entered();
      const held = await withPin(accountId, () => pins.unlock(accountId, pin));
      if (accountIn(state) !== accountId) throw new VaultRefusal('LOCKED');
      await opened(accountId, held);
      channel.tell({ did: 'opened', accountId, keys: held });
      sealAgainAside(accountId);
    },
    async lock() {
      if (state.is === 'open' && state.hasPin) channel.tell({ did: 'locked', accountId: state.accountId });
      await lock();
    },
    async lockAfter(idleMinutes) {
      const accountId = entered();
      await keys.change(accountId, (stored) => stored && { ...stored, idleMinutes });
      await reread(accountId);
      channel.tell({ did: 'changed', accountId });
    },
    async giveUp(accountId) {
      // The key goes last: dying in between leaves nothing that nobody can read.
      await Promise.all([...stores].map((store) => store.wipe(accountId)));
      await keys.change(accountId, () => null);
      channel.tell({ did: 'gaveUp', accountId });
      if (accountIn(state) === accountId) await readAnew(accountId);
    },
  };
}
