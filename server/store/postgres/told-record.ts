import type { JudgedVerdict, Verdict } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import type { Household } from '#src/domain/household.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { deepFreeze } from '../freeze.ts';
import type { VisitGround } from '../visit-ground.ts';

/** As the database tells it: no day is null. */
type Told<V extends { dueOn?: Day | undefined }> = Omit<V, 'dueOn'> & { dueOn: Day | null };

type Lists = Omit<VillageRecord, 'village' | 'contactPoint' | 'successions' | 'readings' | 'verdicts'> & {
  verdicts: Told<Verdict>[];
};

/** What the database tells of what a visit is checked against. */
export type ToldGround = Omit<VisitGround, 'verdicts'> & { verdicts: Told<JudgedVerdict>[] };

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
  successions: VillageRecord['successions'];
} & { [List in keyof Lists]: Lists[List] | null };

/** The record that is told, whole or on top of the one before it, of which it costs nothing but what was added. */
export function recordTold(
  told: ToldRecord,
  readings: Reading[],
  before: VillageRecord | null,
): VillageRecord {
  const { village, contactPoint, successions } = told;
  return Object.freeze({
    village: deepFreeze(village),
    contactPoint: deepFreeze(contactPoint),
    successions: deepFreeze(successions),
    visits: grown(before?.visits, told.visits),
    households: households(before?.households, told.households ?? []),
    projects: grown(before?.projects, told.projects),
    readings: grown(before?.readings, readings),
    commitments: grown(before?.commitments, told.commitments),
    verdicts: grown(before?.verdicts, told.verdicts?.map(verdictTold)),
    reviews: grown(before?.reviews, told.reviews),
    steps: grown(before?.steps, told.steps),
    questionAnswers: grown(before?.questionAnswers, told.questionAnswers),
  });
}

/** A list and what came to it, frozen. What was there is frozen already and is not looked at: it may be long. */
function grown<T>(before: T[] | undefined, added: T[] | null | undefined): T[] {
  if (before && !added?.length) return before;
  return frozenList([...(before ?? []), ...(added ?? []).map((one) => deepFreeze(one))]);
}

function frozenList<T>(list: T[]): T[] {
  Object.freeze(list);
  return list;
}

/** Of the households, unlike the rest, those are told again that changed. */
function households(before: Household[] | undefined, told: Household[]): Household[] {
  if (!before) return deepFreeze(told);
  if (told.length === 0) return before;
  const changed = new Map(told.map((h) => [h.id, deepFreeze(h)]));
  return frozenList(before.map((h) => changed.get(h.id) ?? h));
}

export const verdictTold = <V extends { dueOn?: Day | undefined }>({ dueOn, ...given }: Told<V>) =>
  dueOn === null ? given : { ...given, dueOn };
