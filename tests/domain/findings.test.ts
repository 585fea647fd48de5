import { describe, expect, it } from 'vitest';
import { householdsIn, moveGroups } from '#src/domain/mobility.ts';
import { progressBetween } from '#src/domain/progress.ts';
import {
  guaranteeCounts,
  improvedConditions,
  incomeDirections,
  keptOf,
  netIncomeChange,
  widestGap,
} from '#src/features/progress/findings.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';

function progressOf(b: RecordBuilder) {
  const [from, to] = b.record.visits;
  if (!from || !to) throw new Error('the test has no two visits');
  return progressBetween(b.record, from, to);
}
const twoVisits = () => new RecordBuilder().visit('jan', JANUARY).visit('jul', JULY);

describe('what the page says changed', () => {
  it('names every move once', () => {
    const b = twoVisits()
      .household('out')
      .read('out', 'status', 'registered', JANUARY)
      .read('out', 'status', 'out', JULY)
      .household('back')
      .read('back', 'status', 'out', JANUARY)
      .read('back', 'status', 'returned', JULY)
      .household('known-now')
      .read('known-now', 'status', 'registered', JULY)
      .household('new', { registeredOn: '2018-03-01' })
      .read('new', 'status', 'registered', '2018-03-01')
      .household('gone', { leftOn: '2018-04-01' })
      .household('stays')
      .read('stays', 'status', 'registered', JANUARY);
    const { transitions } = progressOf(b);
    expect(Object.fromEntries(moveGroups.map((group) => [group, householdsIn(group, transitions)]))).toEqual({
      panel: 4,
      entrants: 1,
      leavers: 1,
      everybody: 6,
      moved: 5,
      wentOut: 1,
      wentBack: 1,
      otherMoves: 1,
    });
  });

  it('claims a change of income only over households known at both visits', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'persons', 2, JANUARY)
      .income('a', JANUARY, [4000])
      .income('a', JULY, [5000])
      .household('b')
      .read('b', 'persons', 1, JULY)
      .income('b', JULY, [90_000]);
    expect(netIncomeChange(progressOf(b))).toEqual({ by: 500, households: 1 });
    expect(incomeDirections(progressOf(b))).toEqual({ up: 1, down: 0, unknown: 1 });
    expect(netIncomeChange(progressOf(twoVisits().household('a')))).toBeNull();
  });

  it('finds the guarantee most often not met, or none', () => {
    const b = twoVisits()
      .household('a')
      .read('a', 'water', 'notMet', JULY)
      .household('b')
      .read('b', 'water', 'notMet', JULY)
      .read('b', 'housing', 'notMet', JULY);
    expect(widestGap(progressOf(b))).toEqual({ guarantee: 'water', households: 2 });
    expect(guaranteeCounts(progressOf(b), 'to')).toEqual({ notMet: 3, unknown: 9, known: 3, all: 12 });
    expect(widestGap(progressOf(twoVisits().household('a')))).toBeNull();
  });

  it('calls a condition improved only where both visits read it', () => {
    const b = twoVisits()
      .read('v', 'road', 'fair', JANUARY)
      .read('v', 'road', 'good', JULY)
      .read('v', 'trees', 'good', JULY)
      .read('v', 'cleanliness', 'good', JANUARY)
      .read('v', 'cleanliness', 'poor', JULY);
    expect(improvedConditions(progressOf(b).conditions)).toBe(1);
  });

  it('counts as kept only what was judged kept by the second visit', () => {
    const b = twoVisits()
      .commitment('kept', 'jan', '2018-06-30')
      .commitment('partly', 'jan', '2018-06-30')
      .commitment('unjudged', 'jan', '2018-06-30')
      .verdict('kept', 'jul', 'kept', JULY)
      .verdict('partly', 'jul', 'partly', JULY);
    expect(keptOf(progressOf(b))).toEqual({ kept: 1, of: 3, open: 2 });
  });
});
