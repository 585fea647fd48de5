import type { VillageRecord } from '#src/domain/village-record.ts';

/** A record as the database told it last. */
export interface Remembered {
  record: VillageRecord;
  origin: string;
  version: number;
  sequence: number;
  /** Characters in which the database told it. */
  weight: number;
}

/**
 * Records as they were told last, of the villages that were asked for last, as long
 * as they weigh no more than `most` together. Whether one may be shown and is still
 * right is asked of the database each time.
 */
export class RecordCache {
  readonly #most: number;
  readonly #kept = new Map<string, Remembered>();
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(villageId: string): Remembered | null {
    const found = this.#kept.get(villageId);
    if (!found) return null;
    this.#kept.delete(villageId);
    this.#kept.set(villageId, found);
    return found;
  }

  /** Keeps the newer of two that come at once. */
  set(villageId: string, told: Remembered): void {
    const known = this.#kept.get(villageId);
    if (known?.origin === told.origin && known.version > told.version) return;
    this.forget(villageId);
    if (told.weight > this.#most) return;
    this.#kept.set(villageId, told);
    this.#weight += told.weight;
    for (const [oldest] of this.#kept) {
      if (this.#weight <= this.#most) break;
      this.forget(oldest);
    }
  }

  forget(villageId: string): void {
    this.#weight -= this.#kept.get(villageId)?.weight ?? 0;
    this.#kept.delete(villageId);
  }
}
