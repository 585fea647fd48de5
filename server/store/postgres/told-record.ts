import type { Verdict } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { deepFreeze } from '../freeze.ts';

type Lists = Omit<VillageRecord, 'village' | 'contactPoint' | 'readings' | 'verdicts'> & {
  verdicts: (Omit<Verdict, 'dueOn'> & { dueOn: Day | null })[];
};

/** What the database tells of a village beside its readings: all of it, or what came since a version. Empty lists are null. */
export type ToldRecord = {
  /** Which life of the database, and which county. */
  origin: string;
  version: number;
  /** The number of the last thing recorded. */
  sequence: number;
  whole: boolean;
  village: VillageRecord['village'];
  contactPoint: VillageRecord['contactPoint'];
} & { [List in keyof Lists]: Lists[List] | null };

/** The record that is told, whole or on top of the one before it. */
export function recordTold(
  told: ToldRecord,
  readings: Reading[],
  before: VillageRecord | null,
): VillageRecord {
  const { village, contactPoint } = told;
  const households = told.households ?? [];
  const changed = new Map(households.map((h) => [h.id, h]));
  return deepFreeze({
    village,
    contactPoint,
    visits: [...(before?.visits ?? []), ...(told.visits ?? [])],
    households: before?.households.map((h) => changed.get(h.id) ?? h) ?? households,
    projects: [...(before?.projects ?? []), ...(told.projects ?? [])],
    readings: [...(before?.readings ?? []), ...readings],
    commitments: [...(before?.commitments ?? []), ...(told.commitments ?? [])],
    verdicts: [...(before?.verdicts ?? []), ...(told.verdicts ?? []).map(verdictTold)],
    reviews: [...(before?.reviews ?? []), ...(told.reviews ?? [])],
    steps: [...(before?.steps ?? []), ...(told.steps ?? [])],
  });
}

const verdictTold = ({ dueOn, ...given }: Lists['verdicts'][number]): Verdict =>
  dueOn === null ? given : { ...given, dueOn };
