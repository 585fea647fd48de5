import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Owned } from '../port.ts';

/** A record as the database told it last. */
export interface Remembered {
  record: VillageRecord;
  origin: string;
  version: number;
  sequence: number;
  /** Characters in which the database told it. */
  weight: number;
}

/** Some twenty megabytes of text at most. */
const MOST_THINGS = 200_000;

/**
 * Records as they were told last, of the villages that were asked for last, as long
 * as they weigh no more than `most` together. Where a thing belongs is only a guess
 * which record it may be; whether that one may be shown and is still right is asked
 * of the database each time.
 */
export class RecordCache {
  readonly #most: number;
  readonly #kept = new Map<string, Remembered>();
  readonly #villages = new Map<string, string>();
  #weight = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** The record of a village or of the one that a thing belonged to when it was last asked for. */
  holding(kind: Owned | 'village', id: string): Remembered | null {
    const villageId = kind === 'village' ? id : (this.#villages.get(`${kind}/${id}`) ?? '');
    const found = this.#kept.get(villageId);
    if (!found) return null;
    this.#kept.delete(villageId);
    this.#kept.set(villageId, found);
    return found;
  }

  /** Keeps what was told when the thing was asked for; of two that come at once, the newer. */
  keep(kind: Owned | 'village', id: string, told: Remembered): void {
    const villageId = told.record.village.id;
    if (kind !== 'village') this.#note(`${kind}/${id}`, villageId);
    const known = this.#kept.get(villageId);
    if (!known) this.#noteAll(told.record);
    if (known?.origin === told.origin && known.version > told.version) return;
    this.#forget(villageId);
    if (told.weight > this.#most) return;
    this.#kept.set(villageId, told);
    this.#weight += told.weight;
    for (const [oldest] of this.#kept) {
      if (this.#weight <= this.#most) break;
      this.#forget(oldest);
    }
  }

  /** What people open one by one: who has a village's list will ask for its households. */
  #noteAll({ village, households, projects, visits }: VillageRecord): void {
    for (const { id } of households) this.#note(`household/${id}`, village.id);
    for (const { id } of projects) this.#note(`project/${id}`, village.id);
    for (const { id } of visits) this.#note(`visit/${id}`, village.id);
  }

  #note(thing: string, villageId: string): void {
    this.#villages.set(thing, villageId);
    const [oldest] = this.#villages.keys();
    if (this.#villages.size > MOST_THINGS && oldest !== undefined) this.#villages.delete(oldest);
  }

  #forget(villageId: string): void {
    this.#weight -= this.#kept.get(villageId)?.weight ?? 0;
    this.#kept.delete(villageId);
  }
}
