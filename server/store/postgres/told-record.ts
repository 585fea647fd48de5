import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { Source } from '#src/domain/source.ts';
import { deepFreeze } from '../freeze.ts';

type Lists = Omit<VillageRecord, 'village' | 'contactPoint' | 'readings'>;

/** What the database tells of a village: all of it, or what came since a version. Empty lists are null. */
export type ToldRecord = {
  /** Which life of the database, and which county. */
  origin: string;
  version: number;
  /** The number of the last thing recorded. */
  sequence: number;
  whole: boolean;
  village: VillageRecord['village'];
  contactPoint: VillageRecord['contactPoint'];
  readings: ReadingColumns;
} & { [List in keyof Lists]: Lists[List] | null };

/** Readings column by column, as the function `app.record_since` names them; null instead of empty columns. */
type ReadingColumns = (unknown[] | null)[];

/** The record that is told, whole or on top of the one before it. */
export function recordTold(told: ToldRecord, before: VillageRecord | null): VillageRecord {
  const { village, contactPoint } = told;
  const readings = readingsOf(told.readings);
  if (told.whole || before === null) {
    return deepFreeze({
      village,
      contactPoint,
      visits: told.visits ?? [],
      households: told.households ?? [],
      projects: told.projects ?? [],
      readings,
      commitments: told.commitments ?? [],
      verdicts: told.verdicts ?? [],
      reviews: told.reviews ?? [],
    });
  }
  const changed = new Map(told.households?.map((h) => [h.id, h]));
  return deepFreeze({
    ...before,
    visits: [...before.visits, ...(told.visits ?? [])],
    households: changed.size ? before.households.map((h) => changed.get(h.id) ?? h) : before.households,
    readings: [...before.readings, ...readings],
    commitments: [...before.commitments, ...(told.commitments ?? [])],
    verdicts: [...before.verdicts, ...(told.verdicts ?? [])],
    reviews: [...before.reviews, ...(told.reviews ?? [])],
  });
}

function readingsOf(columns: ReadingColumns): Reading[] {
  const column = <T>(at: number): T[] => (columns[at] ?? []) as T[];
  const ids = column<string>(0);
  const kinds = column<Reading['subject']['kind']>(1);
  const subjects = column<string>(2);
  const indicators = column<Reading['indicator']>(3);
  const numbers = column<number | null>(4);
  const codes = column<Exclude<Reading['value'], number> | null>(5);
  const trueOn = column<string>(6);
  const recordedOn = column<string>(7);
  const sequences = column<number>(8);
  const recordedBy = column<Reading['recordedBy']>(9);
  const visits = column<string | null>(10);
  const others = column<Source | null>(11);
  const evidence = column<Reading['evidence']>(12);
  const notes = column<Reading['note'] | null>(13);
  const superseded = column<string | null>(14);
  const reasons = column<Reading['recordedBy']>(15);
  const sourceOf = sharedSources();

  return ids.map((id, at) => {
    const readingId = superseded[at];
    const note = notes[at];
    return {
      id,
      subject: { kind: kinds[at], id: subjects[at] },
      indicator: indicators[at],
      value: numbers[at] ?? codes[at],
      trueOn: trueOn[at],
      recordedOn: recordedOn[at],
      sequence: sequences[at],
      recordedBy: recordedBy[at],
      source: sourceOf(visits[at] ?? null, others[at] ?? null),
      evidence: evidence[at],
      ...(note !== null && note !== undefined && { note }),
      ...(readingId !== null &&
        readingId !== undefined && { supersedes: { readingId, reason: reasons[at] } }),
    } as Reading;
  });
}

/** Readings of one visit name one source: they share it. */
function sharedSources(): (visitId: string | null, other: Source | null) => Source | null {
  const made = new Map<string, Source>();
  return (visitId, other) => {
    if (visitId === null) return other;
    const source = made.get(visitId) ?? { kind: 'visit', visitId };
    made.set(visitId, source);
    return source;
  };
}
