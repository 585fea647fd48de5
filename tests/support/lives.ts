import { array, constantFrom, integer, option, record, type Arbitrary } from 'fast-check';
import type { RecordBuilder } from './record-builder.ts';
import { JANUARY, JULY, village } from './why.ts';

const seen = option(
  record({
    status: constantFrom('registered' as const, 'out' as const, 'returned' as const, 'unknown' as const),
    persons: option(integer({ min: 0, max: 6 })),
    wage: option(integer({ min: 0, max: 900_000 }).map((fen) => fen / 100)),
    housing: constantFrom('met' as const, 'notMet' as const, 'unknown' as const, 'notApplicable' as const),
    correctedTo: option(integer({ min: 0, max: 6 })),
  }),
);

/** What may be seen of a village's households in January and in July, and how many people it has by then. */
export const villageLives = record({
  households: array(
    record({
      january: seen,
      july: seen,
      joined: option(constantFrom(JANUARY, '2018-03-01', JULY)),
      left: option(constantFrom(JANUARY, '2018-05-01', JULY)),
    }),
    { maxLength: 6 },
  ),
  grown: option(integer({ min: 1, max: 400 })),
});

type Lives = typeof villageLives extends Arbitrary<infer Of> ? Of : never;

/** The record of such a village; persons were corrected on 12 July where they were. */
export function villageOf({ households, grown }: Lives): RecordBuilder {
  const b = village();
  if (grown !== null) b.read('v', 'ruralPopulation', grown, JULY);
  for (const [n, h] of households.entries()) {
    const id = `h${n}`;
    b.household(id, { registeredOn: h.joined, leftOn: h.left });
    for (const [on, life] of [
      [JANUARY, h.january],
      [JULY, h.july],
    ] as const) {
      if (!life) continue;
      b.read(id, 'status', life.status, on).read(id, 'housing', life.housing, on);
      if (life.wage !== null) b.income(id, on, [life.wage, 0, 0, 0, 0]);
      if (life.persons === null) continue;
      b.read(id, 'persons', life.persons, on);
      if (life.correctedTo === null) continue;
      b.read(id, 'persons', life.correctedTo, on, {
        id: `${id}-right-${on}`,
        recordedOn: '2018-07-12',
        supersedes: { readingId: `${id}-persons-${on}`, reason: 'miscounted' },
      });
    }
  }
  return b;
}
