/** Something that was read of the service, as it lies on this device. */
export interface StoredRead {
  /** Whose it is; nobody else is ever shown it. */
  accountId: string;
  /** What was asked. */
  id: string;
  /** When the service said it: milliseconds since 1970 by this device's clock. */
  at: number;
  /** Sealed for its place. */
  sealed: unknown;
  /** Another read that holds the rest of it, by its id: what a village's households share. */
  beside: string | null;
}

/** Where they lie. Each verb rejects where the device does not do it. */
export interface ReadStorage {
  get: (accountId: string, id: string) => Promise<StoredRead | null>;
  put: (reads: readonly StoredRead[]) => Promise<void>;
  remove: (accountId: string, id: string) => Promise<void>;
  /** Everything of every account but that one; of all where it is null. */
  removeOthers: (accountId: string | null) => Promise<void>;
}

/** Seals what is kept, each for its own place. */
export interface Sealer {
  seal: (place: Place, value: unknown) => Promise<unknown>;
  /** Rejects where it cannot be opened now. */
  open: (place: Place, sealed: unknown) => Promise<unknown>;
}
interface Place {
  accountId: string;
  store: string;
  id: string;
}

/** What is kept of one answer. */
export interface NewRead {
  id: string;
  data: unknown;
  beside?: string;
}

/** What this device has read, for when the service cannot be asked. What is lost of it can be read again. */
export interface KeptReads {
  /** Null where nothing is kept, or nothing that can be opened now. */
  recall: (accountId: string, id: string) => Promise<{ at: number; data: unknown } | null>;
  keep: (accountId: string, reads: readonly NewRead[], at: number) => Promise<void>;
  forget: (accountId: string, id: string) => Promise<void>;
  /** Forgets what others have read here; with null, what anybody has. */
  forgetOthers: (accountId: string | null) => Promise<void>;
}

const placeOf = (accountId: string, id: string): Place => ({ accountId, store: 'reads', id });
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Reads that are kept in `storage`, sealed by `sealer`. None of its verbs rejects: what cannot be kept is read again. */
export function createKeptReads(storage: ReadStorage, sealer: Sealer): KeptReads {
  async function opened({ accountId, id, sealed, beside, at }: StoredRead): Promise<unknown> {
    const own = await sealer.open(placeOf(accountId, id), sealed);
    if (beside === null) return own;
    const rest = await storage.get(accountId, beside);
    if (!rest || !isObject(own)) throw new Error(`${id} of ${at} has lost what stood beside it`);
    const shared = await opened(rest);
    return isObject(shared) ? { ...shared, ...own } : own;
  }
  const orNothing = async (work: Promise<void>): Promise<void> => work.catch(() => {});

  return {
    async recall(accountId, id) {
      try {
        const stored = await storage.get(accountId, id);
        return stored && { at: stored.at, data: await opened(stored) };
      } catch {
        return null;
      }
    },
    keep: (accountId, reads, at) =>
      orNothing(
        Promise.all(
          reads.map(async ({ id, data, beside }) => ({
            accountId,
            id,
            at,
            beside: beside ?? null,
            sealed: await sealer.seal(placeOf(accountId, id), data),
          })),
        ).then(storage.put),
      ),
    forget: (accountId, id) => orNothing(storage.remove(accountId, id)),
    forgetOthers: (accountId) => orNothing(storage.removeOthers(accountId)),
  };
}
