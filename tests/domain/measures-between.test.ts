import { describe, expect, it } from 'vitest';
import { anyGuarantee, aThird, deprivationRules } from '#src/domain/deprivation-rules.ts';
import { measuresBetween, measuresOf, type MeasuresBetween } from '#src/domain/measures-between.ts';
import { cutoffChoice, cutoffChosen, incomeRuleChosen, rulesChosen } from '#src/domain/rule-choice.ts';
import { shorrocks } from '#src/domain/mobility.ts';
import { visitsInOrder } from '#src/domain/village-record.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const DECEMBER = '2017-12-20';
const JULY = '2018-07-02';

type Asked = Partial<Parameters<typeof measuresOf>[3]>;
function measured(b: RecordBuilder, asked: Asked = {}): MeasuresBetween {
  const [from, to] = visitsInOrder(b.record);
  if (!from || !to) throw new Error('two visits are needed');
  return measuresBetween.parse(measuresOf(b.record, from, to, { cutoff: anyGuarantee, ...asked }));
}
const village = () => new RecordBuilder().visit('dec', DECEMBER).visit('jul', JULY);

describe('the measures between two visits', () => {
  it('take the line of each visit’s year', () => {
    const found = measured(
      village().household('a').read('a', 'persons', 1, DECEMBER).income('a', DECEMBER, [2960, 0, 0, 0, 0]),
    );
    expect([found.from.line?.yuan, found.to.line?.yuan]).toEqual([2952, 2995]);
    expect([found.from.income.headcount, found.to.income.headcount]).toEqual([0, 1]);
    expect(found).toMatchObject({ villageId: 'v', knownOn: null, incomeRule: { id: 'net-income' } });
    expect([found.from.visit, found.to.visit]).toEqual([
      { id: 'dec', on: DECEMBER, kind: 'leader' },
      { id: 'jul', on: JULY, kind: 'leader' },
    ]);
  });

  it('take the series, the income and the cutoff that are asked for', () => {
    const b = village()
      .household('a')
      .read('a', 'persons', 1, DECEMBER)
      .income('a', DECEMBER, [3000, 0, 0, 0, 1000])
      .read('a', 'water', 'notMet', DECEMBER);
    for (const name of ['food', 'clothing', 'education', 'medical', 'housing'] as const) {
      b.read('a', name, 'met', DECEMBER);
    }
    const asked = measured(b, { series: 'sixPercent', income: 'own-income', cutoff: aThird });
    expect([asked.to.line?.id, asked.to.income.headcount]).toEqual(['six-percent-2018', 1]);
    expect([asked.incomeRule.id, asked.from.income.incomeRuleId]).toEqual(['own-income', 'own-income']);
    expect([asked.deprivationRule.id, asked.to.guarantees.H.value]).toEqual([aThird.id, 0]);
    expect(measured(b).to.income.headcount).toBe(0);
    expect(measured(b).to.guarantees.H.value).toBe(1);
  });

  it('count at each visit the households in the register then', () => {
    const { from, to, mobility } = measured(
      village()
        .household('stays')
        .household('joins', { registeredOn: JULY })
        .household('leaves', { leftOn: JULY })
        .read('stays', 'persons', 2, DECEMBER)
        .read('joins', 'persons', 3, JULY)
        .read('leaves', 'persons', 5, DECEMBER),
    );
    expect([from.households, to.households]).toEqual([2, 2]);
    expect([from.income.personsUnknown, to.income.personsUnknown]).toEqual([7, 5]);
    expect(mobility.panel).toEqual({ households: 1, persons: 2, personsUnknown: 0 });
    expect(mobility.entrants).toEqual({ households: 1, persons: 3, personsUnknown: 0 });
    expect(mobility.leavers).toEqual({ households: 1, persons: 5, personsUnknown: 0 });
  });

  it('tell the grades of the readings behind each part, best first', () => {
    const { from, to } = measured(
      village()
        .household('a')
        .read('a', 'persons', 1, DECEMBER, { evidence: 'document' })
        .read('a', 'wage', 1, JULY, { evidence: 'toldByCadre' })
        .read('a', 'food', 'met', DECEMBER, { evidence: 'synthetic' })
        .read('a', 'status', 'out', JULY, { evidence: 'seenOnSite' })
        .read('a', 'road', 'good', JULY, { evidence: 'reportedInPress' }),
    );
    expect(from.evidence).toEqual({
      income: ['document'],
      guarantees: ['document', 'synthetic'],
      status: ['document'],
    });
    expect(to.evidence).toEqual({
      income: ['document', 'toldByCadre'],
      guarantees: ['document', 'synthetic'],
      status: ['seenOnSite', 'document'],
    });
  });

  it('leave out what was recorded later than asked', () => {
    const b = village()
      .household('a')
      .read('a', 'persons', 1, DECEMBER)
      .read('a', 'persons', 4, JULY, { recordedOn: '2018-07-10' });
    expect(measured(b).to.income.personsUnknown).toBe(4);
    const before = measured(b, { knownOn: '2018-07-09' });
    expect([before.knownOn, before.to.income.personsUnknown]).toEqual(['2018-07-09', 1]);
  });
});

describe('mobility', () => {
  const moved = () => {
    const b = village();
    for (const [id, then, now, persons] of [
      ['a', 'registered', 'registered', 1],
      ['b', 'registered', 'out', 4],
      ['c', 'out', 'out', 2],
      ['d', 'unknown', 'registered', 8],
      ['e', 'out', 'unknown', 16],
    ] as const) {
      b.household(id).read(id, 'persons', persons, DECEMBER);
      b.read(id, 'status', then, DECEMBER).read(id, 'status', now, JULY);
    }
    return measured(b.household('f').read('f', 'status', 'out', DECEMBER)).mobility;
  };

  it('is a square of the states, in households and in persons', () => {
    const { states, households, persons } = moved();
    expect(states).toEqual(['registered', 'out', 'returned', 'unknown']);
    expect(households).toEqual([
      [1, 1, 0, 0],
      [0, 2, 0, 1],
      [0, 0, 0, 0],
      [1, 0, 0, 0],
    ]);
    expect(persons).toEqual([
      [1, 4, 0, 0],
      [0, 2, 0, 16],
      [0, 0, 0, 0],
      [8, 0, 0, 0],
    ]);
  });

  it('is summed up over the states that are known', () => {
    const { shorrocks: index, panel } = moved();
    expect(panel).toEqual({ households: 6, persons: 31, personsUnknown: 1 });
    expect(index.known).toBe(4);
    expect(index.households).toBe(
      shorrocks([
        [1, 1, 0],
        [0, 2, 0],
        [0, 0, 0],
      ]),
    );
    expect(index.persons).toBe(
      shorrocks([
        [1, 4, 0],
        [0, 2, 0],
        [0, 0, 0],
      ]),
    );
  });
});

describe('every village of the sample', () => {
  it('has measures in the shape that the API answers', () => {
    for (const record of sampleRecords) {
      const [from, to] = visitsInOrder(record).slice(-2);
      if (!from || !to) continue;
      const answer = measuresOf(record, from, to, { cutoff: anyGuarantee });
      expect(measuresBetween.safeParse(answer).error).toBeUndefined();
    }
  });
});

describe('the choice of rules', () => {
  it('is the national line and net income unless another is asked for', () => {
    expect(rulesChosen({}, 'cn/22', JULY)).toMatchObject({
      line: { id: 'national-2018' },
      income: { id: 'net-income' },
    });
    expect(rulesChosen({}, 'cn/22', '2001-01-01').line).toBeNull();
    expect(incomeRuleChosen('own-income').id).toBe('own-income');
    expect([incomeRuleChosen(undefined).id, incomeRuleChosen('none').id]).toEqual([
      'net-income',
      'net-income',
    ]);
  });

  it('has a cutoff for each number of guarantees, one unless another is asked for', () => {
    expect(deprivationRules.map(({ k }) => Math.round(k * 6 * 1e9) / 1e9)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(new Set(deprivationRules.map(({ id }) => id)).size).toBe(6);
    expect(['1', '2', '6'].map((k) => cutoffChosen(k).id)).toEqual([
      'any-guarantee',
      'a-third-of-guarantees',
      '6-guarantees',
    ]);
    expect([cutoffChosen(undefined).id, cutoffChosen('9').id]).toEqual(['any-guarantee', 'any-guarantee']);
    expect(cutoffChoice.safeParse('7').error?.issues[0]?.message).toBe('notACode');
  });
});
