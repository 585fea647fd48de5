import { describe, expect, it } from 'vitest';
import { villageExitAt } from '#src/domain/exit-at.ts';
import { explainFigure } from '#src/domain/explain-figure.ts';
import { guarantees } from '#src/domain/indicator.ts';
import { measuresOf } from '#src/domain/measures-between.ts';
import { progressBetween } from '#src/domain/progress.ts';
import { cutoffChosen } from '#src/domain/rule-choice.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { explainAll } from '#src/domain/why-answer.ts';
import { whyChanged } from '#src/domain/why-changed.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JAN = '2018-01-22';
const JUL = '2018-07-02';

const visits = ({ visits: [from, to] }: VillageRecord) => {
  if (!from || !to) throw new Error('two visits are compared');
  return { from, to };
};
const measures = (record: VillageRecord, knownOn?: string) => {
  const { from, to } = visits(record);
  return measuresOf(record, from, to, { knownOn, cutoff: cutoffChosen(undefined) });
};
const why = (record: VillageRecord) => {
  const { from, to } = visits(record);
  return (what: 'incidence' | 'meanIncome' | 'poorByIncome', asked = {}) => {
    const { told, to: now, parts } = whyChanged(record, from, to, what, asked);
    return { told, now, parts: Object.fromEntries(parts.map((p) => [p.why, p.value])) };
  };
};
const village = () =>
  new RecordBuilder().visit('jan', JAN).visit('jul', JUL).read('v', 'ruralPopulation', 100, JAN);

describe('a village of which nothing is known', () => {
  const { record } = new RecordBuilder().visit('jan', JAN).visit('jul', JUL).household('a').household('b');
  const { from, to } = visits(record);

  it('has no measure, and none of them is 0', () => {
    const { income, guarantees: index } = measures(record).to;
    expect([income.headcount, income.gap, income.senHandbook, income.gini]).toEqual([null, null, null, null]);
    expect(income.uncountedIds).toEqual(['a', 'b']);
    expect([index.H.value, index.A.value, index.M0.value]).toEqual([null, null, null]);
  });

  it('moves nobody and explains nothing, but counts everybody', () => {
    const { mobility } = measures(record);
    expect(mobility.moves).toMatchObject([
      { from: 'unknown', to: 'unknown', householdIds: ['a', 'b'], persons: 0 },
    ]);
    expect(mobility.shorrocks).toMatchObject({ households: null, known: 0 });
    for (const e of explainAll(record, from, to).explanations) {
      expect([e.told, e.to, e.change, e.parts]).toEqual([null, null, null, []]);
      expect(e.ends.to.missing).not.toBeNull();
    }
    expect(progressBetween(record, from, to).incidence.to.figure.value).toBeNull();
  });

  it('can be judged in nothing, which is not the same as not ready', () => {
    const { verdict, households } = villageExitAt(record, to, JUL, {});
    expect(verdict?.verdict).toBe('cannotTell');
    expect(households.map((h) => h.verdict?.verdict)).toEqual(['cannotTell', 'cannotTell']);
  });

  it('tells of each figure who is missing', () => {
    for (const code of [
      'headcount',
      'gini',
      'H',
      'incidence',
      'move.unknown.unknown',
      'meanIncome',
    ] as const) {
      expect(explainFigure(record, code, from, to).unknown.map(({ subject }) => subject.id)).toEqual(
        code === 'incidence' ? ['v', 'a', 'b'] : ['a', 'b'],
      );
    }
  });
});

describe('a household of 0 persons', () => {
  const { record } = village()
    .household('a')
    .read('a', 'status', 'registered', JAN)
    .read('a', 'persons', 4, JAN)
    .income('a', JAN, [4000, 0, 0, 0, 0])
    .household('gone')
    .read('gone', 'status', 'registered', JAN)
    .read('gone', 'persons', 2, JAN)
    .income('gone', JAN, [1000, 0, 0, 0, 0])
    .read('gone', 'persons', 0, JUL);

  it('weighs nothing, is missing nothing, and is still a household', () => {
    const { income } = measures(record).to;
    expect(income).toMatchObject({
      persons: 4,
      personsUnknown: 0,
      unknownIds: [],
      uncountedIds: [],
      headcount: 1,
    });
    const { from, to } = visits(record);
    expect(explainFigure(record, 'headcount', from, to).unknown).toEqual([]);
    expect(measures(record).mobility.panel).toMatchObject({ households: 2, persons: 4, personsUnknown: 0 });
  });

  it('lowers the incidence by those who are gone', () => {
    expect(why(record)('incidence')).toMatchObject({ told: 6, now: 4, parts: { changed: -2 } });
  });

  it('has no income per person, so the mean is told without it, as what is no longer known', () => {
    const { told, now, parts } = why(record)('meanIncome');
    expect([told, now]).toEqual([5000 / 6, 1000]);
    expect(parts['known']).toBeCloseTo(1000 - 5000 / 6, 9);
    expect(parts['changed']).toBe(0);
  });
});

describe('a correction of the first visit that is recorded after the second', () => {
  const { record } = village()
    .household('a')
    .read('a', 'status', 'registered', JAN)
    .read('a', 'persons', 4, JAN)
    .income('a', JAN, [16_000, 0, 0, 0, 0])
    .read('a', 'wage', 4000, JAN, {
      id: 'mended',
      recordedOn: '2018-07-10',
      supersedes: { readingId: `a-wage-${JAN}`, reason: 'a slip of the pen' },
    });

  it('changes the measures of both visits, and leaves a past day as it was known', () => {
    const heads = ({ from, to }: ReturnType<typeof measures>) => [from.income.headcount, to.income.headcount];
    expect(heads(measures(record))).toEqual([1, 1]);
    expect(heads(measures(record, '2018-07-09'))).toEqual([0, 0]);
  });

  it('is all of the change, and the figure leads to the reading that mended it', () => {
    expect(why(record)('poorByIncome')).toMatchObject({
      told: 0,
      now: 100,
      parts: { corrected: 100, changed: 0 },
    });
    const { from, to } = visits(record);
    const [part] = explainFigure(record, 'why.poorByIncome.corrected', from, to).parts;
    expect(part).toMatchObject({ subject: { id: 'a' }, to: 100 });
    expect(part?.readings).toContainEqual(
      expect.objectContaining({
        indicator: 'wage',
        from: expect.objectContaining({ readingId: 'mended', corrected: true }),
      }),
    );
  });
});

describe('a household that split', () => {
  const b = village().household('old', { leftOn: '2018-04-01' });
  b.read('old', 'status', 'registered', JAN)
    .read('old', 'persons', 5, JAN)
    .income('old', JAN, [10_000, 0, 0, 0, 0]);
  for (const [id, persons] of [
    ['elder', 2],
    ['younger', 3],
  ] as const) {
    b.household(id, { registeredOn: '2018-04-01' })
      .read(id, 'status', 'registered', '2018-04-01')
      .read(id, 'persons', persons, '2018-04-01')
      .income(id, '2018-04-01', [2000 * persons, 0, 0, 0, 0]);
  }
  const { record } = b;
  const split: VillageRecord = {
    ...record,
    successions: [
      {
        on: '2018-04-01',
        fromIds: ['old'],
        toIds: ['elder', 'younger'],
        source: { kind: 'synthetic' as const },
      },
    ],
  };

  it('shows as one that left and two that joined; persons, and so every measure, stay what they were', () => {
    const { from, to, mobility } = measures(record);
    expect([mobility.leavers.households, mobility.entrants.households, mobility.panel.households]).toEqual([
      1, 2, 0,
    ]);
    expect([mobility.leavers.persons, mobility.entrants.persons]).toEqual([5, 5]);
    expect([from.income.headcount, from.income.gap]).toEqual([to.income.headcount, to.income.gap]);
    expect(why(record)('incidence')).toMatchObject({
      told: 5,
      now: 5,
      parts: { left: -5, joined: 5, changed: 0 },
    });
  });

  it('is the same household, with nothing changed, where the split is told', () => {
    expect(why(split)('incidence')).toMatchObject({
      told: 5,
      now: 5,
      parts: { left: 0, joined: 0, changed: 0 },
    });
    expect(why(split)('meanIncome').parts).toMatchObject({ left: 0, joined: 0, changed: 0 });
  });
});

describe('everything met by a hair', () => {
  it('a score at k is poor, whatever the weights add up to', () => {
    const b = village().household('a').read('a', 'persons', 1, JAN);
    for (const [at, name] of guarantees.entries()) b.read('a', name, at < 3 ? 'notMet' : 'met', JAN);
    const { from, to } = visits(b.record);
    for (const [k, value] of [
      ['3', 100],
      ['4', 0],
    ] as const) {
      expect(explainFigure(b.record, 'H', from, to, { k }).figure.to.value).toBe(value);
    }
  });
});
