import { canonical } from '#src/domain/audit.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { lastSequence } from './last-sequence.ts';
import type { Owned, Recorded } from './port.ts';

/** What has an owner, whether it can be looked for by it or not. */
export type Kind = Owned | 'review' | 'step' | 'questionAnswer';

export interface Numbered {
  id: string;
  sequence: number;
}

/** How one kind of thing that is only ever added is kept in a village's record. */
export interface Adding<T extends Numbered> {
  kind: Exclude<Kind, Owned>;
  list: (record: VillageRecord) => readonly T[];
  /** What its sender said: that makes it the same again, or another. */
  said: (one: Omit<T, 'sequence'> & { id: string }) => unknown;
  grown: (record: VillageRecord, one: T) => VillageRecord;
}

/** What comes of adding a thing to the record: it with its number, the same that is there, or a conflict. */
export function addOnce<T extends Numbered>(
  record: VillageRecord,
  given: Omit<T, 'sequence'> & { id: string },
  { list, said }: Adding<T>,
  isTaken: boolean,
): Recorded<T> {
  const same = list(record).find(({ id }) => id === given.id);
  if (same) {
    return canonical(said(same)) === canonical(said(given))
      ? { outcome: 'repeated', answer: same }
      : { outcome: 'conflict' };
  }
  if (isTaken) return { outcome: 'conflict' };
  const answer = { ...structuredClone(given), sequence: lastSequence(record) + 1 } as unknown as T;
  return { outcome: 'recorded', answer };
}
