import { describe, expect, it } from 'vitest';
import {
  procedureState,
  procedureStep,
  procedureStepDraft,
  procedureStepSaid,
  procedureSteps,
  stepIn,
  type ProcedureStep,
} from '#src/domain/procedure.ts';

let sequence = 0;
const step = (
  code: ProcedureStep['step'],
  on: string,
  given: Partial<ProcedureStep> = {},
): ProcedureStep => ({
  id: `${code.toLowerCase()}-${on}`,
  householdId: 'a',
  step: code,
  outcome: 'passed',
  on,
  until: code === 'publicNotice' ? on : null,
  people: ['Villagers of the sample'],
  note: null,
  recordedOn: on,
  sequence: ++sequence,
  recordedBy: 'tester',
  source: { kind: 'synthetic' },
  ...given,
});
const all = procedureSteps.map((code, n) => step(code, `2018-08-0${n + 1}`));
const stateOf = (steps: ProcedureStep[], on = '2018-12-31') => {
  const state = procedureState(steps, 'a', on);
  return {
    done: state.done.map((s) => s.step),
    next: state.next,
    refused: state.refused?.step ?? null,
    outOfOrder: state.outOfOrder.map((s) => s.step),
  };
};

describe('a step of the procedure', () => {
  it.each<[string, Partial<ProcedureStep>]>([
    ['taken by nobody', { people: [] }],
    ['that hangs until a day but is no public notice', { until: '2018-08-09' }],
    ['that is a public notice without an end', { step: 'publicNotice', until: null }],
    ['that is a public notice which ends before it begins', { step: 'publicNotice', until: '2018-07-31' }],
  ])('is refused where it is one %s', (_what, given) => {
    expect(procedureStep.safeParse(step('appraisal', '2018-08-01', given)).success).toBe(false);
  });

  it.each<[string, Partial<ProcedureStep>]>([
    ['notANotice', { until: '2018-08-09' }],
    ['required', { step: 'publicNotice', until: null }],
    ['endsBeforeItBegins', { step: 'publicNotice', until: '2018-07-31' }],
  ])('says at its end what is wrong with that: %s', (message, given) => {
    const { error } = procedureStep.safeParse(step('appraisal', '2018-08-01', given));
    expect(error?.issues).toMatchObject([{ code: 'custom', message, path: ['until'] }]);
  });

  it('may be a public notice of one day', () => {
    const oneDay = step('publicNotice', '2018-08-01', { until: '2018-08-01' });
    expect(procedureStep.safeParse(oneDay).error).toBeUndefined();
  });

  it('is taken with its people and day', () => {
    for (const one of all) expect(procedureStep.safeParse(one).error).toBeUndefined();
  });
});

describe('a step as it is typed', () => {
  const said = {
    step: 'appraisal' as const,
    outcome: 'passed' as const,
    on: '2018-08-01',
    until: null,
    people: ['Villagers of the sample'],
    note: '',
  };
  const issues = (given: object) => procedureStepSaid.safeParse({ ...said, ...given }).error?.issues ?? [];

  it('says why where it is refused, and may be silent where it is passed', () => {
    expect(issues({})).toEqual([]);
    expect(issues({ note: 'all agreed' })).toEqual([]);
    expect(issues({ outcome: 'refused', note: 'the house is not safe' })).toEqual([]);
    expect(issues({ outcome: 'refused' })).toMatchObject([
      { code: 'custom', message: 'required', path: ['note'] },
    ]);
  });

  it('ends where a notice ends, under an id too', () => {
    expect(issues({ until: '2018-08-09' })).toMatchObject([{ message: 'notANotice', path: ['until'] }]);
    expect(procedureStepDraft.safeParse({ ...said, id: 'one' }).error).toBeUndefined();
    expect(procedureStepDraft.safeParse({ ...said, id: 'one', until: '2018-08-09' }).success).toBe(false);
  });

  it('is told as it was sent, without a note as with an empty one', () => {
    const sent = { ...said, id: 'one', householdId: 'a' };
    expect(stepIn(sent)).toEqual(sent);
    expect(stepIn({ ...sent, note: null })).toEqual(sent);
    expect(stepIn({ ...sent, note: 'all agreed' })).toEqual({ ...sent, note: 'all agreed' });
  });
});

describe('the procedure of a household', () => {
  it('begins with the villagers’ appraisal', () => {
    expect(stateOf([])).toEqual({ done: [], next: 'appraisal', refused: null, outOfOrder: [] });
  });

  it('goes through every step in order, however they were entered, until the household is struck off', () => {
    expect(stateOf(all.toReversed())).toEqual({
      done: [...procedureSteps],
      next: null,
      refused: null,
      outOfOrder: [],
    });
  });

  it('is told as of a day', () => {
    expect(stateOf(all, '2018-08-02')).toMatchObject({
      done: ['appraisal', 'verification'],
      next: 'householdAgrees',
    });
  });

  it('looks at one household alone', () => {
    expect(stateOf(all.map((one) => ({ ...one, householdId: 'b' })))).toMatchObject({ done: [] });
  });

  it('does not go on without the household’s consent', () => {
    const skipped = all.filter((one) => one.step !== 'householdAgrees');
    expect(stateOf(skipped)).toEqual({
      done: ['appraisal', 'verification'],
      next: 'householdAgrees',
      refused: null,
      outOfOrder: ['publicNotice', 'announcement', 'deregistration'],
    });
  });

  it('goes back to the beginning when the household disagrees', () => {
    const disagrees = [...all.slice(0, 2), step('householdAgrees', '2018-08-03', { outcome: 'refused' })];
    expect(stateOf(disagrees)).toEqual({
      done: [],
      next: 'appraisal',
      refused: 'householdAgrees',
      outOfOrder: [],
    });
    const again = [...disagrees, step('appraisal', '2018-09-01')];
    expect(stateOf(again)).toMatchObject({ done: ['appraisal'], next: 'verification', refused: null });
  });

  it('goes back when an objection to the notice is upheld while it hangs', () => {
    const notice = step('publicNotice', '2018-08-04', { until: '2018-08-10' });
    const objected = step('publicNotice', '2018-08-06', { until: '2018-08-10', outcome: 'refused' });
    expect(stateOf([...all.slice(0, 3), notice, objected])).toMatchObject({
      done: [],
      next: 'appraisal',
      refused: 'publicNotice',
    });
  });

  it('does not count an announcement made while the notice still hangs', () => {
    const notice = step('publicNotice', '2018-08-04', { until: '2018-08-10' });
    const soon = step('announcement', '2018-08-10');
    const later = step('announcement', '2018-08-11');
    expect(stateOf([...all.slice(0, 3), notice, soon])).toMatchObject({
      next: 'announcement',
      outOfOrder: ['announcement'],
    });
    expect(stateOf([...all.slice(0, 3), notice, soon, later])).toMatchObject({
      next: 'deregistration',
      outOfOrder: ['announcement'],
    });
  });

  it('takes two steps of one day in the order of recording', () => {
    const oneDay = procedureSteps.slice(0, 3).map((code) => step(code, '2018-08-01'));
    expect(stateOf(oneDay.toReversed())).toMatchObject({ next: 'publicNotice', outOfOrder: [] });
  });

  it('is over once the household is struck off', () => {
    const late = step('householdAgrees', '2018-09-01', { outcome: 'refused' });
    expect(stateOf([...all, late])).toMatchObject({
      next: null,
      refused: null,
      outOfOrder: ['householdAgrees'],
    });
  });
});
