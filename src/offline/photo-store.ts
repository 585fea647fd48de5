import { decodeBase64, encodeBase64 } from '#src/domain/base64.ts';
import type { Records } from './idb-records.ts';
import { isSealed, VaultRefusal, type Place, type SealedStore, type Vault } from './vault.ts';

/** The picture of a photo on this device. What is known of it besides stands in its draft or its outbox item. */
export interface PhotoRecord {
  id: string;
  accountId: string;
  /** Milliseconds since 1970, by this device's clock. */
  keptAt: number;
  /** Sealed, as base64. */
  body: unknown;
}

/** Pictures of photos, sealed: drafts and outbox items only name them. Each verb rejects where nothing is kept. */
export interface PhotoStore {
  /** When this resolves it is on the device to stay. */
  keep: (photo: Pick<PhotoRecord, 'id' | 'accountId' | 'keptAt'>, bytes: Uint8Array) => Promise<void>;
  /**
   * null where there is none, or nobody can read it.
   * @throws VaultRefusal LOCKED
   */
  read: (accountId: string, id: string) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Whether there is one of the account's, without opening it. */
  has: (accountId: string, id: string) => Promise<boolean>;
  remove: (id: string) => Promise<void>;
  /** Lets go of pictures that nothing names and that were kept before that instant. */
  sweep: (isNamed: (id: string) => boolean, before: number) => Promise<void>;
}

const placeOf = (accountId: string, id: string): Place => ({ accountId, store: 'photos', id });

/** @param records wherever they lie */
export function sealPhotos(records: Records<PhotoRecord>, vault: Vault): PhotoStore & SealedStore {
  const underWay = new Set<Promise<unknown>>();
  const following = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const over = (): void => void underWay.delete(work);
    work.then(over, over);
    return work;
  };

  async function write(photo: Omit<PhotoRecord, 'body'>, text: string): Promise<void> {
    const { id, accountId, keptAt } = photo;
    const body = await vault.seal(placeOf(accountId, id), text);
    await records.change(id, () => ({ id, accountId, keptAt, body }));
    // Another tab has set a PIN meanwhile: under the key that is gone nobody could read it.
    if (!(await vault.isCurrent(accountId, body))) await write(photo, text);
  }

  async function textOf({ accountId, id, body }: PhotoRecord): Promise<string | null> {
    if (!isSealed(body)) return null;
    try {
      const text = await vault.open(placeOf(accountId, id), body);
      return typeof text === 'string' ? text : null;
    } catch (error) {
      if (error instanceof VaultRefusal && error.code === 'UNREADABLE') return null;
      throw error;
    }
  }

  async function ofAccount(accountId: string, work: (record: PhotoRecord) => Promise<void>): Promise<void> {
    // One at a time: all of them at once are too much for a small phone.
    for (const id of await records.keys()) {
      const record = await records.get(id);
      if (record?.accountId === accountId) await work(record);
    }
  }
  const drop = async (id: string): Promise<void> => void (await records.change(id, () => null));

  return {
    keep: (photo, bytes) => following(write(photo, encodeBase64(bytes))),
    async read(accountId, id) {
      const record = await records.get(id);
      const text = record?.accountId === accountId ? await textOf(record) : null;
      return text === null ? null : decodeBase64(text);
    },
    has: async (accountId, id) => (await records.get(id))?.accountId === accountId,
    remove: drop,
    async sweep(isNamed, before) {
      for (const id of (await records.keys()).filter((key) => !isNamed(key))) {
        const record = await records.get(id);
        if (record && record.keptAt < before) await drop(id);
      }
    },
    sealAgain: (accountId, key) =>
      ofAccount(accountId, async (record) => {
        if (isSealed(record.body) && record.body.key === key) return;
        const text = await textOf(record);
        if (text !== null) await write(record, text);
      }),
    settled: async () => void (await Promise.allSettled(underWay)),
    wipe: (accountId) => ofAccount(accountId, ({ id }) => drop(id)),
  };
}
