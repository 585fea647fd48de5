import { describe, expect, it } from 'vitest';
import { stepActions, stepProblem } from '#src/domain/procedure-entry.ts';
import { permissions, roles } from '#src/domain/permission.ts';
import { procedureSteps, type ProcedureStep, type StepOutcome } from '#src/domain/procedure.ts';

const TODAY = '2018-07-16';
const step = (
  code: ProcedureStep['step'],
  on: string,
  given: Partial<ProcedureStep> = {},
): ProcedureStep => ({
  id: `${code}-${on}`,
  householdId: 'a',
  step: code,
  outcome: 'passed',
  on,
  until: null,
  people: ['somebody'],
  note: null,
  recordedOn: on,
  sequence: Number(on.slice(8)),
  recordedBy: 'tester',
  source: null,
  ...given,
});
const hung = [
  step('appraisal', '2018-07-01'),
  step('verification', '2018-07-02'),
  step('householdAgrees', '2018-07-03'),
  step('publicNotice', '2018-07-04', { until: '2018-07-10' }),
];
const problemOf = (
  steps: ProcedureStep[],
  code: ProcedureStep['step'],
  on: string,
  outcome: StepOutcome = 'passed',
) => stepProblem(steps, 'a', { step: code, on, outcome }, TODAY)?.code ?? null;

describe('a step that is to be recorded', () => {
  it('is the first of all where nothing was taken, and no other', () => {
    expect(procedureSteps.filter((code) => problemOf([], code, TODAY) === null)).toEqual(['appraisal']);
    expect(problemOf([], 'appraisal', TODAY, 'refused')).toBeNull();
    expect(problemOf([], 'verification', TODAY, 'refused')).toBe('STEP_NOT_NEXT');
  });

  it('may be of the day of the one before it and of today, not before and not after', () => {
    const [first = step('appraisal', TODAY)] = hung;
    expect(problemOf([first], 'verification', '2018-07-01')).toBeNull();
    expect(problemOf([first], 'verification', '2018-06-30')).toBe('STEP_BEFORE_LAST');
    expect(problemOf([first], 'verification', TODAY)).toBeNull();
    expect(problemOf([first], 'verification', '2018-07-17')).toBe('STEP_IN_FUTURE');
  });

  it('waits for the notice to come down, unless it is an objection', () => {
    expect(problemOf(hung, 'announcement', '2018-07-10')).toBe('NOTICE_STILL_HANGS');
    expect(problemOf(hung, 'announcement', '2018-07-11')).toBeNull();
    expect(problemOf(hung, 'publicNotice', '2018-07-10', 'refused')).toBeNull();
    expect(problemOf(hung, 'announcement', '2018-07-10', 'refused')).toBeNull();
  });

  it('says which field is wrong', () => {
    const problem = (steps: ProcedureStep[], code: ProcedureStep['step'], on: string) =>
      stepProblem(steps, 'a', { step: code, on, outcome: 'passed' }, TODAY);
    expect(problem([], 'appraisal', '2018-07-17')).toEqual({ code: 'STEP_IN_FUTURE', field: 'on' });
    expect(problem(hung, 'announcement', '2018-07-03')).toEqual({ code: 'STEP_BEFORE_LAST', field: 'on' });
    expect(problem(hung, 'announcement', '2018-07-09')).toEqual({ code: 'NOTICE_STILL_HANGS', field: 'on' });
    // A step of the round is not taken twice.
    expect(problem(hung, 'appraisal', TODAY)).toEqual({ code: 'STEP_NOT_NEXT', field: 'step' });
  });

  it('may take back any step of the round, and none of another', () => {
    for (const { step: code } of hung) expect(problemOf(hung, code, TODAY, 'refused')).toBeNull();
    expect(problemOf(hung, 'deregistration', TODAY, 'refused')).toBe('STEP_NOT_NEXT');
    const back = [...hung, step('publicNotice', '2018-07-12', { outcome: 'refused' })];
    expect(problemOf(back, 'verification', TODAY, 'refused')).toBe('STEP_NOT_NEXT');
    expect(problemOf(back, 'appraisal', TODAY)).toBeNull();
  });

  it('is none once the household was struck off', () => {
    const off = [...hung, step('announcement', '2018-07-11'), step('deregistration', '2018-07-12')];
    for (const code of procedureSteps) {
      for (const outcome of ['passed', 'refused'] as const) {
        expect(problemOf(off, code, TODAY, outcome)).toBe('STEP_NOT_NEXT');
      }
    }
  });

  it('looks at one household alone', () => {
    expect(
      problemOf(
        hung.map((s) => ({ ...s, householdId: 'b' })),
        'appraisal',
        '2018-07-01',
      ),
    ).toBeNull();
  });
});

it('each step is the village’s or the office’s to record, and the last word is never the village’s', () => {
  const mayRecord = (code: ProcedureStep['step']) =>
    roles.filter((role) => stepActions[code].some((action) => permissions[action][role].length > 0));
  expect(Object.fromEntries(procedureSteps.map((code) => [code, mayRecord(code)]))).toEqual({
    appraisal: ['villageCadre'],
    verification: ['villageCadre', 'office'],
    householdAgrees: ['villageCadre'],
    publicNotice: ['villageCadre'],
    announcement: ['office'],
    deregistration: ['office'],
  });
});
