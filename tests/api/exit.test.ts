import { describe, expect, it } from 'vitest';
import type { HouseholdExitAnswer, VillageExitAnswer } from '#src/domain/exit-answer.ts';
import type { Actor } from '#src/domain/account.ts';
import { contentHash } from '#src/domain/content-hash.ts';
import { householdExitAt } from '#src/domain/exit-at.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { EVERYWHERE } from '#src/domain/place.ts';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';

const JAN = '2018-01-22';
const JUL = '2018-07-02';
const kept = ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const;

/** Household a earns 3,000 in January and 2,990 in July: above and below the line of 2018, 2,995. */
function record() {
  const builder = new RecordBuilder('v')
    .visit('jan', JAN)
    .visit('jul', JUL)
    .household('a')
    .household('b')
    .household('gone', { leftOn: '2018-03-01' })
    .read('v', 'ruralPopulation', 100, JAN)
    .read('v', 'road', 'good', JAN)
    .read('a', 'status', 'registered', JAN)
    .read('b', 'status', 'out', JAN)
    .read('a', 'persons', 2, JAN)
    .income('a', JAN, [5000, 0, 0, 0, 1000])
    .read('a', 'wage', 4980, JUL);
  for (const name of kept) builder.read('a', name, 'met', JAN, { id: `${name}-read` });
  return builder.record;
}

const office: Actor = { id: 'office', name: 'Office', role: 'office', places: [EVERYWHERE], via: 'session' };
const village = (api: ReturnType<typeof apiOver>, query = '') =>
  api.get(`/villages/v/exit${query}`).then(({ body }) => body as VillageExitAnswer);

describe('verdicts about leaving', () => {
  it('are given at the last visit, with the rule, the line and whether anybody verified them', async () => {
    const answer = await village(apiOver([record()]));
    expect(answer.judgedBy).toMatchObject({
      visitId: 'jul',
      on: JUL,
      householdRule: { id: 'household-exit-2016', verified: true },
      villageRule: { id: 'village-exit-2016-national', verified: true },
      line: { id: 'national-2018', yuan: 2995, verified: false },
      incomeRule: { id: 'net-income' },
    });
    expect(answer.out).toBe(1);
    expect(answer.households.map((h) => [h.household.id, h.status, h.verdict?.verdict])).toEqual([
      ['a', 'registered', 'notReady'],
    ]);
    expect(answer.verdict).toMatchObject({ verdict: 'notReady' });
  });

  it('name each criterion with its reading, evidence and day, and the least that would turn it', async () => {
    const [row] = (await village(apiOver([record()]))).households;
    const criteria = row?.verdict?.criteria ?? [];
    expect(criteria.map((c) => [c.code, c.state, c.required])).toEqual([
      ['income', 'notMet', true],
      ...kept.map((name) => [name, 'met', name !== 'water']),
    ]);
    expect(criteria[0]?.turning).toEqual({ kind: 'income', up: true, by: 5, total: 10 });
    expect(criteria.find((c) => c.code === 'housing')?.readings).toEqual([
      { readingId: 'housing-read', indicator: 'housing', trueOn: JAN, evidence: 'seenOnSite' },
    ]);
  });

  it('can be asked for at another visit, by another line and another rule of income', async () => {
    const api = apiOver([record()]);
    const verdictOf = async (query: string) => (await village(api, query)).households[0]?.verdict?.verdict;
    expect(await verdictOf('?at=jan')).toBe('ready');
    expect(await verdictOf('?at=jan&series=sixPercent')).toBe('notReady');
    expect(await verdictOf('?at=jan&income=own-income')).toBe('notReady');
    expect(await api.get('/villages/v/exit?at=nothing')).toMatchObject({ status: 404 });
    expect(await api.get('/villages/v/exit?income=own')).toMatchObject({ status: 400 });
    expect(await api.get('/households/a/exit?at=jan')).toMatchObject({
      body: { judgedBy: { visitId: 'jan' }, verdict: { verdict: 'ready' }, steps: [] },
    });
  });

  it('are given by what is known today where nobody ever came', async () => {
    const never = new RecordBuilder('v').household('a').record;
    const answer = await village(apiOver([never]));
    expect(answer.judgedBy).toMatchObject({ visitId: null, on: '2018-07-16' });
    expect(answer.verdict).toMatchObject({ verdict: 'cannotTell' });
  });

  it('are none where no rule held yet', async () => {
    const early = new RecordBuilder('v').visit('old', '2015-05-05').household('a').record;
    const answer = await village(apiOver([early]));
    expect(answer.judgedBy).toMatchObject({ householdRule: null, villageRule: null });
    expect([answer.verdict, answer.households[0]?.verdict]).toEqual([null, null]);
  });

  it('of the two householders of whom hardly anything is known say so, and what is missing', async () => {
    const api = apiOver(sampleRecords);
    for (const id of ['nangangzi-001', 'nangangzi-002']) {
      const { verdict, steps } = (await api.get(`/households/${id}/exit`)).body as HouseholdExitAnswer;
      expect(verdict?.verdict).toBe('cannotTell');
      expect(verdict?.criteria.every((c) => c.state === 'unknown' && c.missing.length > 0)).toBe(true);
      expect(steps).toEqual([]);
    }
  });
});

it('a household’s own record is enough to judge it by: that gives what the service says', async () => {
  const api = apiOver(sampleRecords);
  for (const { id } of sampleRecords.flatMap((r) => r.households)) {
    const own = (await api.get(`/households/${id}`)).body as HouseholdRecord;
    const known = { ...own, households: [own.household] };
    const at = own.visits.at(-1) ?? null;
    const { body } = await api.get(`/households/${id}/exit`);
    expect(householdExitAt(known, id, at, '2018-07-16', {})).toEqual(body);
  }
});

describe('a step of the procedure', () => {
  const said = {
    step: 'appraisal',
    outcome: 'passed',
    on: '2018-07-10',
    until: null as string | null,
    people: ['Village meeting'],
    note: '',
  };
  type Said = typeof said;
  const sender = (actor?: Actor) => {
    const api = apiOver([record()], actor && { actor });
    const send = (id: string, given: Partial<Said> = {}) =>
      api.post('/households/a/steps', { ...said, id, ...given });
    const stepsNow = async () =>
      ((await api.get('/households/a/exit')).body as HouseholdExitAnswer).steps.map((s) => s.id);
    return { api, send, stepsNow };
  };

  it('is refused where it is not the next one, and nothing is written', async () => {
    const { send, stepsNow } = sender();
    expect(await send('s1', { step: 'verification' })).toMatchObject({
      status: 422,
      body: { code: 'STEP_NOT_NEXT', data: { field: 'step' } },
    });
    expect(await stepsNow()).toEqual([]);
  });

  it.each<[string, Partial<Said>]>([
    ['of tomorrow: STEP_IN_FUTURE on', { step: 'verification', on: '2018-07-17' }],
    ['before the one before it: STEP_BEFORE_LAST on', { step: 'verification', on: '2018-07-09' }],
    ['that is the office’s: STEP_NOT_ALLOWED step', { step: 'announcement' }],
    ['taken twice: STEP_NOT_NEXT step', {}],
  ])('is refused %s', async (what, given) => {
    const { send, stepsNow } = sender();
    await send('s1');
    const [code, field] = what.split(': ')[1]?.split(' ') ?? [];
    expect(await send('s2', given)).toMatchObject({ status: 422, body: { code, data: { field } } });
    expect(await stepsNow()).toEqual(['s1']);
  });

  it.each<[string, string, Partial<Said>]>([
    ['people', 'required', { people: [] }],
    ['people.0', 'required', { people: [' '] }],
    ['until', 'notANotice', { until: '2018-07-16' }],
    ['note', 'required', { outcome: 'refused' }],
    ['on', 'notADay', { on: '10 July' }],
  ])('says beside %s what is wrong: %s', async (field, code, given) => {
    const { send } = sender();
    expect(await send('s1', given)).toMatchObject({
      status: 400,
      body: { data: { issues: [{ field, code }] } },
    });
  });

  it('goes from the village through the notice to the office, which announces when it came down', async () => {
    const { api, send } = sender();
    const on = '2018-07-14';
    expect((await send('s1')).status).toBe(201);
    expect((await send('s2', { step: 'verification' })).status).toBe(201);
    expect((await send('s3', { step: 'householdAgrees' })).status).toBe(201);
    expect((await send('s4', { step: 'publicNotice', on, until: '2018-07-15' })).status).toBe(201);
    const asOffice = apiOver([record()], { actor: office, stores: api.stores });
    const announce = (id: string, day: string) =>
      asOffice.post('/households/a/steps', { ...said, id, step: 'announcement', on: day });
    expect(await announce('s5', '2018-07-15')).toMatchObject({
      status: 422,
      body: { code: 'NOTICE_STILL_HANGS' },
    });
    expect((await announce('s5', '2018-07-16')).status).toBe(201);
    const { households } = (await asOffice.get('/villages/v/exit')).body as VillageExitAnswer;
    expect(households[0]?.procedure).toEqual({
      done: 5,
      next: 'deregistration',
      lastOn: '2018-07-16',
      refused: false,
    });
  });

  it('that is refused, or taken back, sends the procedure to its beginning', async () => {
    const { api, send } = sender();
    await send('s1');
    expect((await send('s2', { outcome: 'refused', note: 'a slip' })).status).toBe(201);
    const { households } = (await api.get('/villages/v/exit')).body as VillageExitAnswer;
    expect(households[0]?.procedure).toMatchObject({ done: 0, next: 'appraisal', refused: true });
    expect((await send('s3')).status).toBe(201);
  });

  it('sent again gets the same receipt, and another under its id is refused', async () => {
    const { send, stepsNow } = sender();
    const first = await send('s1');
    expect(first.body).toMatchObject({
      hash: await contentHash({ ...said, id: 's1', householdId: 'a' }),
      recordedOn: '2018-07-16',
      source: null,
    });
    expect(await send('s1')).toEqual(first);
    expect(await send('s1', { note: 'other' })).toMatchObject({
      status: 409,
      body: { code: 'STEP_ID_TAKEN' },
    });
    expect(await stepsNow()).toEqual(['s1']);
  });

  it('stands in the audit trail with what was decided and why, and without the people', async () => {
    const { api, send } = sender();
    await send('s1', { outcome: 'refused', note: 'below the line' });
    const { entries } = await api.stores.as({ accountId: 'x', places: [EVERYWHERE] }).audit({ limit: 9 });
    expect(entries).toMatchObject([
      {
        action: 'recordProcedureStep',
        householdId: 'a',
        reason: 'below the line',
        after: { step: 'appraisal', stepOutcome: 'refused', heldOn: '2018-07-10' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Village meeting');
  });

  it('says nothing in the trail of what the household said when it was asked', async () => {
    const { api, send } = sender();
    await send('s1');
    await send('s2', { step: 'verification' });
    await send('s3', { step: 'householdAgrees', outcome: 'refused', note: 'own words' });
    const { entries } = await api.stores.as({ accountId: 'x', places: [EVERYWHERE] }).audit({ limit: 9 });
    expect(entries).toHaveLength(3);
    expect(JSON.stringify(entries)).not.toContain('own words');
  });
});
