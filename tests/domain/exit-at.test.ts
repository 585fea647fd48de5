import { describe, expect, it } from 'vitest';
import { householdExitAnswer, villageExitAnswer } from '#src/domain/exit-answer.ts';
import { householdExitAt, villageExitAt } from '#src/domain/exit-at.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';
const TODAY = '2018-07-16';

/** Of 400 people, 4 are poor in July: `a` was appraised, `c` refused; `b` is out, `gone` left, `new` came today. */
function village() {
  const b = new RecordBuilder()
    .visit('jan', JANUARY)
    .visit('jul', JULY)
    .read('v', 'ruralPopulation', 400, JANUARY)
    .read('v', 'road', 'good', JANUARY)
    .household('a')
    .read('a', 'status', 'registered', JANUARY)
    .read('a', 'persons', 3, JANUARY)
    .household('b')
    .read('b', 'status', 'registered', JANUARY)
    .read('b', 'status', 'out', JULY)
    .read('b', 'persons', 20, JANUARY)
    .household('c')
    .read('c', 'status', 'returned', JANUARY)
    .read('c', 'persons', 1, JANUARY)
    .income('c', JANUARY, [3000, 0, 0, 0, 0])
    .household('gone', { leftOn: '2018-03-01' })
    .read('gone', 'status', 'registered', JANUARY)
    .household('new', { registeredOn: TODAY })
    .read('new', 'status', 'registered', TODAY);
  const step = (
    householdId: string,
    step: ProcedureStep['step'],
    on: string,
    outcome: ProcedureStep['outcome'],
  ) => ({
    id: `${householdId}-${step}`,
    householdId,
    step,
    outcome,
    on,
    until: null,
    people: ['Villagers of the sample'],
    note: null,
    recordedOn: on,
    sequence: 1,
    recordedBy: 'tester',
    source: null,
  });
  b.record.steps.push(
    step('a', 'appraisal', '2018-07-03', 'passed'),
    step('a', 'verification', '2018-07-05', 'passed'),
    step('c', 'appraisal', '2018-07-04', 'refused'),
  );
  return b.record;
}
const july = (record = village()) => record.visits.find(({ id }) => id === 'jul') ?? null;

describe('a village that is asked whether it is ready', () => {
  it('is told by which rules and figures of the visit, and how far each household is that is not out', () => {
    const answer = villageExitAnswer.parse(villageExitAt(village(), july(), TODAY, {}));
    expect(answer).toMatchObject({
      judgedBy: {
        visitId: 'jul',
        on: JULY,
        householdRule: { id: 'household-exit-2016' },
        villageRule: { id: 'village-exit-2016-national' },
        line: { id: 'national-2018' },
        series: 'national',
        incomeRule: { id: 'net-income' },
      },
      verdict: { subjectId: 'v', verdict: 'ready' },
      incidence: { poorPersons: 4, figure: { value: 1 } },
      out: 1,
    });
    expect(answer.households).toMatchObject([
      {
        household: { id: 'a', number: '001', head: { en: 'a' } },
        status: 'registered',
        verdict: { subjectId: 'a', verdict: 'cannotTell' },
        procedure: { done: 2, next: 'householdAgrees', lastOn: '2018-07-05', refused: false },
      },
      {
        household: { id: 'c' },
        status: 'returned',
        procedure: { done: 0, next: 'appraisal', lastOn: '2018-07-04', refused: true },
      },
    ]);
    expect(villageExitAt(village(), july(), '2018-07-02', {}).households[0]?.procedure).toEqual({
      done: 0,
      next: 'appraisal',
      lastOn: null,
      refused: false,
    });
  });

  it('is told of today where there is no visit', () => {
    const { judgedBy, households, out } = villageExitAt(village(), null, TODAY, {});
    expect(judgedBy).toMatchObject({ visitId: null, on: TODAY, line: { id: 'national-2018' } });
    expect(households.map(({ household }) => household.id)).toEqual(['a', 'c', 'new']);
    expect(out).toBe(1);
  });

  it('is told by the line and the income that one chooses', () => {
    const by = { series: 'sixPercent', income: 'own-income' } as const;
    expect(villageExitAt(village(), july(), TODAY, by).judgedBy).toMatchObject({
      series: 'sixPercent',
      line: { id: expect.stringContaining('2018'), yuan: 3535 },
      incomeRule: { id: 'own-income' },
    });
  });
});

describe('a household that is asked whether it is ready', () => {
  it('is told its verdict of the visit and its own steps', () => {
    const answer = householdExitAnswer.parse(householdExitAt(village(), 'c', july(), TODAY, {}));
    expect(answer).toMatchObject({
      householdId: 'c',
      village: { id: 'v' },
      judgedBy: { visitId: 'jul' },
      status: 'returned',
      verdict: { subjectId: 'c', on: JULY, verdict: 'cannotTell' },
      steps: [{ id: 'c-appraisal' }],
    });
    expect(answer.verdict?.criteria.find(({ code }) => code === 'income')?.state).toBe('met');
  });
});
