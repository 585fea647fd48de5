import type { Commitment, Verdict } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Visit } from '#src/domain/visit.ts';

/** What a store answers to a visit: its place in the order of recording. */
export interface Receipt {
  visitId: string;
  villageId: string;
  recordedOn: Day;
  sequence: number;
}

type Unsequenced<T> = Omit<T, 'sequence'>;

/** A whole visit, checked, ready to be written at once or not at all. */
export interface VisitEntry {
  visit: Unsequenced<Visit>;
  readings: Unsequenced<Reading>[];
  commitments: Commitment[];
  verdicts: Unsequenced<Verdict>[];
  /** Says whether the same visit comes again or another one under its id. */
  fingerprint: string;
}

export type Recorded<T> = { outcome: 'recorded' | 'repeated'; answer: T } | { outcome: 'conflict' };

/** Where a thing belongs. Ids are unique across the service. */
export type Owned = 'household' | 'project' | 'visit' | 'reading' | 'commitment';

/**
 * What the service needs of its memory, in verbs of the trade. A village's
 * record is the unit that is handed out; figures are computed from it by the
 * domain, so two stores cannot disagree about them. What is handed out is
 * read-only: nobody can change the store through it.
 */
export interface Store {
  villageRecords(): Promise<readonly VillageRecord[]>;
  villageRecord(villageId: string): Promise<VillageRecord | null>;
  villageOf(kind: Owned, id: string): Promise<string | null>;
  /** The receipt of a visit that is already there, with its fingerprint. */
  receiptOf(visitId: string): Promise<{ receipt: Receipt; fingerprint: string } | null>;
  recordVisit(entry: VisitEntry): Promise<Recorded<Receipt>>;
  /** Appends the reading that supersedes another; a conflict when that one was superseded meanwhile. */
  recordCorrection(corrected: Unsequenced<Reading>): Promise<Recorded<Reading>>;
}
