import {
  array,
  boolean,
  constantFrom,
  integer,
  oneof,
  option,
  record,
  sample,
  type Arbitrary,
} from 'fast-check';
import type { Indicator, ReadingValue } from '#src/domain/indicator.ts';
import { incomeSources } from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { RecordBuilder } from './record-builder.ts';

/** Days with a line and without, on which things were true, seen and written down; some of them equal. */
const DAYS = [
  '2013-06-01',
  '2015-03-01',
  '2017-10-18',
  '2018-01-22',
  '2018-07-02',
  '2018-07-16',
  '2019-02-01',
];
const day = constantFrom(...DAYS);
/** Most of it is known from the beginning, or hardly any income would be whole. */
const trueOn = oneof({ weight: 4, arbitrary: constantFrom('2013-06-01') }, day);

/** Yearly yuan of a household: nothing, little, about the line for one to three persons, and what floats stumble over. */
const yuan = oneof(
  constantFrom(0, 1e-7, 0.1 + 0.2, 2995, 2994.99, 2995 * 2, 2995 * 3, 3535, 3218 * 2, 9_999_999.99),
  integer({ min: 0, max: 40_000 }),
);
const known = (value: Arbitrary<ReadingValue>): Arbitrary<ReadingValue> =>
  oneof({ weight: 9, arbitrary: value }, constantFrom<ReadingValue>('unknown'));

const valueOf: Partial<Record<Indicator, Arbitrary<ReadingValue>>> = {
  persons: known(oneof({ weight: 8, arbitrary: integer({ min: 1, max: 7 }) }, constantFrom(0))),
  status: constantFrom('registered', 'out', 'returned', 'unknown'),
  food: constantFrom('met', 'notMet'),
  ...Object.fromEntries(incomeSources.map((name) => [name, known(yuan)])),
};

interface Read {
  indicator: Indicator;
  value: ReadingValue;
  on: string;
  recordedOn: string;
  /** Of which visit, if any. */
  visit: number | null;
  evidence: Reading['evidence'];
  corrected: { value: ReadingValue; recordedOn: string } | null;
}

function readOf(indicator: Indicator, value: Arbitrary<ReadingValue>): Arbitrary<Read> {
  return record({
    indicator: constantFrom(indicator),
    value,
    on: trueOn,
    recordedOn: day,
    visit: option(integer({ min: 0, max: 2 })),
    evidence: constantFrom('seenOnSite', 'document', 'synthetic'),
    corrected: option(record({ value, recordedOn: day }), { freq: 4 }),
  });
}

/** Of one indicator: most often once, also never, and several times. */
const reads = Object.entries(valueOf).map(([name, value]) =>
  oneof(
    { weight: 6, arbitrary: array(readOf(name as Indicator, value), { minLength: 1, maxLength: 1 }) },
    array(readOf(name as Indicator, value), { maxLength: 3 }),
  ),
);

const household = record({
  registeredOn: option(day),
  leftOn: option(day, { freq: 4 }),
  reads: record(Object.fromEntries(reads.map((list, at) => [String(at), list]))),
});

const village = record({
  visits: array(record({ on: day, recordedOn: day }), { maxLength: 3 }),
  households: oneof(
    { weight: 5, arbitrary: array(household, { maxLength: 6 }) },
    array(household, { minLength: 1, maxLength: 1 }),
  ),
  population: array(readOf('ruralPopulation', known(integer({ min: 0, max: 900 }))), { maxLength: 2 }),
  upper: boolean(),
  far: boolean(),
});

/** As many random villages, small ones, over two townships of each of two counties. */
export function measureVillages(count: number, seed: number): VillageRecord[] {
  return sample(village, { seed, numRuns: count }).map((given, n) => {
    const id = `d${n}`;
    const b = new RecordBuilder(id);
    b.record.village.townshipId = given.upper ? 'upper' : 'lower';
    b.record.village.countyCode = given.far ? '990202' : '990101';
    for (const [at, { on, recordedOn }] of given.visits.entries())
      b.visit(`${id}-v${at}`, on, { recordedOn });
    let made = 0;
    const read = (subjectId: string, one: Read) => {
      const visit = one.visit !== null && one.visit < given.visits.length ? `${id}-v${one.visit}` : null;
      const common: Partial<Reading> = {
        evidence: one.evidence,
        source: visit ? { kind: 'visit', visitId: visit } : { kind: 'synthetic' },
      };
      const readingId = `${id}-r${++made}`;
      b.read(subjectId, one.indicator, one.value, one.on, {
        ...common,
        id: readingId,
        recordedOn: one.recordedOn,
      });
      if (!one.corrected) return;
      b.read(subjectId, one.indicator, one.corrected.value, one.on, {
        ...common,
        id: `${id}-r${++made}`,
        recordedOn: one.corrected.recordedOn,
        supersedes: { readingId, reason: 'slip' },
      });
    };
    for (const [at, { registeredOn, leftOn, reads: lists }] of given.households.entries()) {
      b.household(`${id}-h${at}`, { registeredOn, leftOn });
      for (const one of Object.values(lists).flat()) read(`${id}-h${at}`, one);
    }
    for (const one of given.population) read(id, one);
    return b.record;
  });
}
