import { contentHash } from '#src/domain/content-hash.ts';
import { isDue } from './backoff.ts';
import { createKnownItems } from './known-items.ts';
import {
  isUnsent,
  isWaiting,
  type ItemKind,
  type ItemProblem,
  type ItemReceipt,
  type OutboxItem,
} from './outbox-item.ts';
import type { DeviceClock, OutboxNews, OutboxStorage } from './outbox-storage.ts';
import { offeredAgain } from './offered-again.ts';
import { textsFirst, waitsForVisit } from './photo-progress.ts';
import { isNewer, kinds as kindsNow, versionOf, type Kinds, type Payloads } from './payloads.ts';

/** Received and removed items stay this long, in milliseconds: a restored backup is noticed by then. */
const KEPT = 30 * 86_400_000;

/** What is to be sent. Its id is made on the device; under the same id it is the same thing. */
export interface NewItem<K extends ItemKind = ItemKind> {
  id: string;
  kind: K;
  accountId: string;
  payload: Payloads[K];
}

/** What the screens see. */
export interface OutboxView {
  /** Whether what is stored has been read; until then nothing is known. */
  ready: boolean;
  /** In the order in which they were made, by this device's clock. */
  items: readonly OutboxItem[];
  /** How many changes are on their way into the storage. */
  writing: number;
}

/** Why something cannot be put into the outbox. */
export class OutboxRefusal extends Error {
  constructor(readonly code: 'ALREADY_RECEIVED' | 'OTHER_ACCOUNT') {
    super(code);
  }
}

interface Parts {
  storage: OutboxStorage;
  news: OutboxNews;
  clock: Pick<DeviceClock, 'now'>;
  /** What can be written; tests have earlier and later versions. */
  kinds?: Kinds;
}

/** What this device still has to send, and what it has sent lately. */
export function createOutbox({ storage, news, clock, kinds = kindsNow }: Parts) {
  const known = createKnownItems();
  const listeners = new Set<() => void>();
  let ready = false;
  let writing = 0;
  let noted = 0;
  let view: OutboxView | null = null;

  const look = (): OutboxView => {
    view ??= { ready, items: known.inOrder(), writing };
    return view;
  };
  const show = (): void => {
    view = null;
    for (const heard of listeners) heard();
  };
  const note = (id: string, item: OutboxItem | null): void => {
    noted += 1;
    known.note(id, item);
  };
  /** What was read while something changed may be older than the change: it is read again. */
  async function fresh<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      const before = noted;
      const told = await read();
      if (noted === before) return told;
    }
  }

  /** The one way in which anything changes. While it is under way, nobody is told that all is sent. */
  async function change(
    id: string,
    decide: (stored: OutboxItem | null) => OutboxItem | null,
  ): Promise<OutboxItem | null> {
    writing += 1;
    show();
    let before: OutboxItem | null = null;
    try {
      const after = await storage.change(id, (stored) => {
        before = stored;
        return decide(stored);
      });
      note(id, after);
      if (after !== before) news.tell(id);
      return after;
    } finally {
      writing -= 1;
      show();
    }
  }
  const changeKnown = (
    id: string,
    decide: (stored: OutboxItem) => OutboxItem | null,
  ): Promise<OutboxItem | null> => change(id, (stored) => stored && decide(stored));

  /** All that are so, one after the other, where each still is so when its turn comes. */
  async function changeEach(
    isMeant: (item: OutboxItem) => boolean,
    changed: (item: OutboxItem) => OutboxItem | null,
  ): Promise<void> {
    for (const { id } of look().items.filter(isMeant)) {
      await changeKnown(id, (stored) => (isMeant(stored) ? changed(stored) : stored));
    }
  }

  const isTaken = ({ kind, lastProblem }: OutboxItem): boolean => lastProblem?.code === kinds[kind].taken;
  const waiting = (accountId: string): OutboxItem[] =>
    look().items.filter(
      (i) => i.accountId === accountId && isWaiting(i) && !isNewer(i, kinds) && !waitsForVisit(i, known.byId),
    );

  return {
    view: look,

    subscribe(heard: () => void): () => void {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },

    /** Reads everything anew: at the start, and before a round of sending. */
    async reload(): Promise<void> {
      known.replace(await fresh(storage.all));
      ready = true;
      show();
    },

    /** Hears of other tabs. Returns how to stop. */
    listen: (): (() => void) =>
      news.listen((id) => {
        fresh(() => storage.get(id)).then(
          (item) => {
            note(id, item);
            show();
          },
          () => {},
        );
      }),

    /**
     * Takes something in. When this resolves it is on the device to stay, and may be called saved; it
     * rejects when the device does not keep it. Under a known id it is the item's new content, to be sent again,
     * unless the service has the item (`OutboxRefusal`); the same content again changes nothing.
     */
    async put<K extends ItemKind>({ id, kind, accountId, payload: given }: NewItem<K>): Promise<OutboxItem> {
      const known = kinds[kind];
      const payload = known.payload.parse(given);
      const hash = await contentHash(known.content(id, payload));
      const made: OutboxItem = {
        id,
        kind,
        accountId,
        payloadVersion: versionOf(kind, kinds),
        payload,
        hash,
        state: 'saved',
        createdAt: clock.now(),
        attempts: 0,
        nextTryAt: 0,
        lastProblem: null,
        receipt: null,
        removed: null,
      };
      const put = await change(id, (stored) => {
        if (!stored) return made;
        if (stored.accountId !== accountId) throw new OutboxRefusal('OTHER_ACCOUNT');
        if (stored.state === 'received') {
          if (stored.hash === hash) return stored;
          throw new OutboxRefusal('ALREADY_RECEIVED');
        }
        if (stored.hash === hash && (stored.state === 'saved' || stored.state === 'sending')) return stored;
        const { createdAt, attempts, receipt } = stored;
        return { ...made, createdAt, attempts, receipt };
      });
      return put ?? made;
    },

    /** Takes it out of what is sent, with a reason; it can be put back for a month. What was received stays received. */
    remove: (id: string, reason: string): Promise<OutboxItem | null> =>
      changeKnown(id, (stored) =>
        stored.state === 'received'
          ? stored
          : { ...stored, state: 'removed', nextTryAt: null, removed: { at: clock.now(), reason } },
      ),

    /** To be sent again as it is: what was refused, or removed, or waits. */
    tryAgain: (id: string): Promise<OutboxItem | null> =>
      changeKnown(id, (stored) =>
        stored.state === 'received' || stored.state === 'sending'
          ? stored
          : { ...stored, state: 'saved', nextTryAt: 0, removed: null },
      ),

    /** What waits for its next try is due now: all of it, or only what got no answer at all. */
    hurry: (which: 'all' | 'unanswered'): Promise<void> =>
      changeEach(
        (i) => i.state === 'saved' && isWaiting(i) && (which === 'all' || i.lastProblem?.status === null),
        (i) => ({ ...i, nextTryAt: 0 }),
      ),

    /** What this page sends for the account when its time comes. */
    waiting,

    /** What is due to be sent for the account, those first that failed least often: none holds back the others. */
    due: (accountId: string, now: number): OutboxItem | null =>
      textsFirst(waiting(accountId).filter((i) => isDue(i.nextTryAt ?? 0, now))).reduce<OutboxItem | null>(
        (best, i) => (best && best.attempts <= i.attempts ? best : i),
        null,
      ),

    /**
     * Marks it as on its way, if it still is what it was: null where it is not. An item that is already on
     * its way was left there by a page that is gone. A payload brought to a newer version replaces the earlier.
     */
    async claim(item: OutboxItem, opened: Pick<OutboxItem, 'payload' | 'hash'>): Promise<OutboxItem | null> {
      const { payload, hash } = opened;
      const claim: { of: OutboxItem | null } = { of: null };
      const after = await changeKnown(item.id, (stored) => {
        // Asked again where the item changed in between.
        claim.of = null;
        if (
          !isWaiting(stored) ||
          stored.hash !== item.hash ||
          stored.payloadVersion !== item.payloadVersion
        ) {
          return stored;
        }
        claim.of = {
          ...stored,
          payload,
          hash,
          payloadVersion: versionOf(stored.kind, kinds),
          state: 'sending',
          attempts: stored.attempts + 1,
        };
        return claim.of;
      });
      return after === claim.of ? after : null;
    },

    /** The service has it. What was changed since it was sent is not what the service has, and says so. */
    settle: (sent: OutboxItem, receipt: ItemReceipt): Promise<OutboxItem | null> =>
      changeKnown(sent.id, (stored) => {
        if (stored.hash === receipt.hash) {
          return { ...stored, state: 'received', nextTryAt: null, lastProblem: null, removed: null, receipt };
        }
        if (!isUnsent(stored)) return stored;
        const lastProblem = { code: kinds[stored.kind].taken, status: null, fields: [] };
        return { ...stored, state: 'needsAttention', nextTryAt: null, lastProblem };
      }),

    /** Nobody can read it any more: it stays, and can be exported. */
    setAside: (id: string): Promise<OutboxItem | null> =>
      changeKnown(id, (stored) => ({
        ...stored,
        state: 'needsAttention',
        nextTryAt: null,
        lastProblem: { code: 'UNREADABLE', status: null, fields: [] },
      })),

    /** It was not taken: refused for good (`nextTryAt` null), or to be tried again at that instant. */
    fail: (
      sent: OutboxItem,
      lastProblem: ItemProblem,
      state: 'saved' | 'needsAttention',
      nextTryAt: number | null,
    ) =>
      changeKnown(sent.id, (stored) =>
        stored.state === 'sending' && stored.hash === sent.hash
          ? { ...stored, state, nextTryAt, lastProblem }
          : stored,
      ),

    ...offeredAgain({ items: () => look().items, changeEach, isTaken }),

    /** Drops what was received or removed more than a month ago: the one by the service's clock, the other by this device's. */
    forgetOld: (now: number): Promise<void> =>
      changeEach(
        ({ state, receipt, removed }) =>
          (state === 'received' && now - (receipt?.receivedAt ?? now) > KEPT) ||
          (state === 'removed' && clock.now() - (removed?.at ?? 0) > KEPT),
        () => null,
      ),
  };
}
export type Outbox = ReturnType<typeof createOutbox>;
