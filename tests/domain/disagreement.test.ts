import { expect, it } from 'vitest';
import { disagreementsIn } from '#src/domain/disagreement.ts';
import type { Reading } from '#src/domain/reading.ts';

let sequence = 0;
function reading(visitId: string, value: Reading['value'], more: Partial<Reading> = {}): Reading {
  sequence += 1;
  return {
    id: `r-${sequence}`,
    subject: { kind: 'household', id: 'one' },
    indicator: 'water',
    value,
    trueOn: '2018-07-02',
    recordedOn: '2018-07-03',
    sequence,
    recordedBy: 'Somebody',
    source: { kind: 'visit', visitId },
    evidence: 'seenOnSite',
    ...more,
  };
}

it('finds what two visits of one day read differently, and nothing that they agree about or read on other days', () => {
  const first = reading('a', 'met');
  const second = reading('b', 'notMet');
  const told = [
    second,
    first,
    reading('a', 'met', { indicator: 'food' }),
    reading('b', 'met', { indicator: 'food' }),
    reading('c', 'notMet', { trueOn: '2018-07-03' }),
    reading('b', 'notMet', { subject: { kind: 'household', id: 'two' } }),
  ];
  expect(disagreementsIn(told)).toEqual([{ readings: [first, second] }]);
});

it('is settled once one of them is corrected to what the other says; both stay in the history', () => {
  const first = reading('a', 'met');
  const second = reading('b', 'notMet');
  const mended = reading('a', 'notMet', { supersedes: { readingId: first.id, reason: 'The pump is dry' } });
  expect(disagreementsIn([first, second])).toHaveLength(1);
  expect(disagreementsIn([first, second, mended])).toEqual([]);
});

it('is between visits: what a file or a correction says otherwise is no second visit', () => {
  const told = [
    reading('a', 'met'),
    reading('b', 'notMet', { source: { kind: 'synthetic' } }),
    reading('c', 'unknown', { source: { kind: 'synthetic' } }),
  ];
  expect(disagreementsIn(told)).toEqual([]);
});
