import { z } from 'zod';
import { day, type Day } from './day.ts';
import { id } from './id.ts';
import { indicator, readingValue, type Indicator } from './indicator.ts';
import { Levels, standing, type Reading } from './reading.ts';
import { evidence } from './source.ts';
import type { VillageRecord } from './village-record.ts';
import { byVisitOrder, type Visit } from './visit.ts';

/** A reading as a chart's mark shows it. Null: nobody ever read it. */
export const level = z
  .strictObject({
    readingId: id,
    value: readingValue,
    trueOn: day,
    evidence,
    /** True where this reading corrected an earlier one. */
    corrected: z.boolean(),
  })
  .nullable();
export type Level = z.infer<typeof level>;

/** One indicator of one subject at the two visits. */
export const change = z.strictObject({
  indicator,
  from: level,
  to: level,
  /** The level at the second visit is the first one's: nobody read it again. */
  carried: z.boolean(),
});
export type Change = z.infer<typeof change>;

const levelOf = (r: Reading | null): Level =>
  r && {
    readingId: r.id,
    value: r.value,
    trueOn: r.trueOn,
    evidence: r.evidence,
    corrected: r.supersedes !== undefined,
  };

/**
 * What was true at one visit: the standing readings up to its day, less those
 * that a later visit brought. So two visits on one day still differ. A day in
 * place of a visit takes all readings up to it.
 */
export class Snapshot {
  readonly #levels: Levels;
  /** The day it is of. */
  readonly on: Day;

  /** Of a whole village, or of as much of it as is to be looked up. */
  constructor(record: Pick<VillageRecord, 'visits' | 'readings'>, at: Visit | Day) {
    const visit = typeof at === 'string' ? null : at;
    this.on = typeof at === 'string' ? at : at.on;
    const later = new Set(
      visit ? record.visits.filter((v) => byVisitOrder(v, visit) > 0).map((v) => v.id) : [],
    );
    const standingThen = standing(record.readings);
    const readings =
      later.size > 0
        ? standingThen.filter(({ source }) => !(source.kind === 'visit' && later.has(source.visitId)))
        : standingThen;
    this.#levels = new Levels(readings, this.on);
  }

  /** The level of one indicator of one subject, or null. */
  level(subjectId: string, name: Indicator): Reading | null {
    return this.#levels.of(subjectId, name);
  }
}

/** Snapshots of frozen records, by record and by visit or day: what cannot change is looked through once. */
const taken = new WeakMap<object, Map<string, Snapshot>>();

/** The snapshot of a village's record at a visit or on a day; the same one again for the same frozen record. */
export function snapshotOf(record: Pick<VillageRecord, 'visits' | 'readings'>, at: Visit | Day): Snapshot {
  if (!Object.isFrozen(record)) return new Snapshot(record, at);
  const ofRecord = taken.get(record) ?? new Map<string, Snapshot>();
  taken.set(record, ofRecord);
  const key = typeof at === 'string' ? at : `visit ${at.id}`;
  const snapshot = ofRecord.get(key) ?? new Snapshot(record, at);
  ofRecord.set(key, snapshot);
  return snapshot;
}

/** One indicator of one subject at both visits. */
export function changeBetween(from: Snapshot, to: Snapshot, subjectId: string, name: Indicator): Change {
  const before = from.level(subjectId, name);
  const after = to.level(subjectId, name);
  return {
    indicator: name,
    from: levelOf(before),
    to: levelOf(after),
    carried: before !== null && before.id === after?.id,
  };
}
