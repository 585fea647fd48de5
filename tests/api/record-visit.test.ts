import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitDraft } from '#src/domain/visit.ts';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const ID = '0190b2a0-0000-7000-8000-000000000001';

const village = () => {
  const b = new RecordBuilder('v')
    .visit('jan', '2018-01-22')
    .household('a')
    .household('late', { registeredOn: '2018-07-10' })
    .project('p')
    .read('a', 'water', 'notMet', '2018-01-22')
    .commitment('owed', 'jan', '2018-06-30')
    .commitment('closed', 'jan', '2018-06-30')
    .verdict('closed', 'jan', 'kept', '2018-01-22');
  b.record.contactPoint.since = '2017-01-01';
  return b.record;
};
const elsewhere = () =>
  new RecordBuilder('w')
    .visit('w-jan', '2018-01-22')
    .household('w-a')
    .commitment('w-owed', 'w-jan', '2018-06-30').record;

const draft = (given: Partial<VisitDraft> = {}) =>
  visitDraft({ villageId: 'v', stops: [metAt('a', 'All is well.')], ...given });
const reading = (given: Partial<VisitDraft['readings'][number]> = {}) => ({
  id: 'new-reading',
  subject: { kind: 'household' as const, id: 'a' },
  indicator: 'water' as const,
  value: 'met' as const,
  evidence: 'seenOnSite' as const,
  ...given,
});
const commitment = (given: Partial<VisitDraft['commitments'][number]> = {}) => ({
  id: 'new-commitment',
  theme: 'guarantees' as const,
  what: 'Mend the pump',
  owner: 'Work team',
  dueOn: '2018-08-01',
  householdId: null,
  projectId: null,
  ...given,
});

let api: ReturnType<typeof apiOver>;
beforeEach(() => {
  api = apiOver([village(), elsewhere()]);
});
const put = (body: unknown, id = ID) => api.put(`/visits/${id}`, body);
const nothingWritten = async () => {
  expect((await api.get(`/visits/${ID}`)).status).toBe(404);
};

describe('a visit is refused and nothing is written', () => {
  const stop = (subjectId: string | null, kind: 'household' | 'projectSite' | 'village' = 'household') =>
    draft({ stops: [{ kind, subjectId, outcome: 'met', said: '' }] });
  const verdict = (commitmentId: string) =>
    draft({ verdicts: [{ commitmentId, verdict: 'kept', note: '' }] });
  const reopening = (commitmentId: string, given: object = {}) =>
    draft({
      verdicts: [
        { commitmentId, verdict: 'reopened', note: 'It broke again.', dueOn: '2018-10-31', ...given },
      ],
    });

  it.each([
    ['dated in the future', draft({ on: '2018-07-17' }), 'VISIT_IN_FUTURE', 'on'],
    [
      'dated before the contact point was registered',
      draft({ on: '2016-12-31' }),
      'VISIT_BEFORE_REGISTRATION',
      'on',
    ],
    [
      'before its household was registered',
      { ...stop('late'), on: '2018-07-09' },
      'VISIT_BEFORE_REGISTRATION',
      'stops.0.subjectId',
    ],
    ['at an unknown household', stop('nobody'), 'UNKNOWN_HOUSEHOLD', 'stops.0.subjectId'],
    ['at a household of another village', stop('w-a'), 'UNKNOWN_HOUSEHOLD', 'stops.0.subjectId'],
    ['at no household', stop(null), 'UNKNOWN_HOUSEHOLD', 'stops.0.subjectId'],
    ['at an unknown project', stop('a', 'projectSite'), 'UNKNOWN_PROJECT', 'stops.0.subjectId'],
    ['at a village that is a household', stop('a', 'village'), 'UNKNOWN_SUBJECT', 'stops.0.subjectId'],
    [
      'with a reading of another village',
      draft({ readings: [reading({ subject: { kind: 'household', id: 'w-a' } })] }),
      'UNKNOWN_SUBJECT',
      'readings.0.subject',
    ],
    [
      'with a household’s indicator read of a project',
      draft({ readings: [reading({ subject: { kind: 'project', id: 'p' } })] }),
      'WRONG_SUBJECT_FOR_INDICATOR',
      'readings.0.indicator',
    ],
    [
      'with the same thing read twice',
      draft({ readings: [reading(), reading({ id: 'other' })] }),
      'DUPLICATE_READING',
      'readings.1.indicator',
    ],
    [
      'with a verdict on a commitment of another village',
      verdict('w-owed'),
      'COMMITMENT_OF_ANOTHER_VILLAGE',
      'verdicts.0.commitmentId',
    ],
    [
      'with a verdict on a closed commitment',
      verdict('closed'),
      'COMMITMENT_CLOSED',
      'verdicts.0.commitmentId',
    ],
    ['that reopens what is owed', reopening('owed'), 'COMMITMENT_OPEN', 'verdicts.0.commitmentId'],
    [
      'that reopens something until a day before the visit',
      reopening('closed', { dueOn: '2018-07-15' }),
      'DUE_BEFORE_VISIT',
      'verdicts.0.dueOn',
    ],
    [
      'with a verdict before the commitment was made',
      { ...verdict('owed'), on: '2018-01-21' },
      'VERDICT_BEFORE_COMMITMENT',
      'verdicts.0.commitmentId',
    ],
    [
      'with a commitment due before the visit',
      draft({ commitments: [commitment({ dueOn: '2018-07-15' })] }),
      'DUE_BEFORE_VISIT',
      'commitments.0.dueOn',
    ],
    [
      'with a commitment to an unknown household',
      draft({ commitments: [commitment({ householdId: 'w-a' })] }),
      'UNKNOWN_HOUSEHOLD',
      'commitments.0.householdId',
    ],
    [
      'with a commitment on an unknown project',
      draft({ commitments: [commitment({ projectId: 'x' })] }),
      'UNKNOWN_PROJECT',
      'commitments.0.projectId',
    ],
  ])('%s → 422', async (_why, body, code, field) => {
    expect(await put(body)).toMatchObject({ status: 422, body: { code, data: { field } } });
    await nothingWritten();
  });

  it.each([
    ['a day that is none', { ...draft(), on: '2018-02-30' }, 'on', 'notADay'],
    ['a text that is too long', draft({ note: 'x'.repeat(2001) }), 'note', 'tooLong'],
    ['a text with U+0000', draft({ note: 'a\u0000b' }), 'note', 'notText'],
    ['a text with half a sign', draft({ present: ['a\uD83D'] }), 'present.0', 'notText'],
    ['a day of the year 0', draft({ on: '0000-01-01' }), 'on', 'notADay'],
    ['no stop at all', draft({ stops: [] }), 'stops', 'required'],
    [
      'a commitment nobody owns',
      draft({ commitments: [commitment({ owner: '  ' })] }),
      'commitments.0.owner',
      'required',
    ],
    [
      'a value out of bounds',
      draft({ readings: [reading({ indicator: 'persons', value: 51 })] }),
      'readings.0.value',
      'tooLarge',
    ],
    [
      'a code of another indicator',
      draft({ readings: [reading({ value: 'good' })] }),
      'readings.0.value',
      'notACode',
    ],
    ['an unknown key', { ...draft(), points: 10 }, '', 'other'],
    [
      'a commitment reopened for no reason',
      reopening('closed', { note: ' ' }),
      'verdicts.0.note',
      'required',
    ],
    [
      'a commitment reopened for ever',
      reopening('closed', { dueOn: undefined }),
      'verdicts.0.dueOn',
      'notADay',
    ],
    [
      'another day on a commitment that is not reopened',
      reopening('owed', { verdict: 'partly' }),
      'verdicts.0',
      'other',
    ],
    [
      'an indicator that does not exist',
      draft({ readings: [reading({ indicator: 'luck' as 'water' })] }),
      'readings.0.indicator',
      'other',
    ],
  ])('with %s → 400 naming the field', async (_why, body, field, code) => {
    expect(await put(body)).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', data: { issues: expect.arrayContaining([{ field, code }]) } },
    });
    await nothingWritten();
  });

  it.each([
    ['cut short', '{"villageId": "v", '],
    ['cut to nothing', ''],
    ['not JSON', '<visit/>'],
  ])('with a body that is %s → 400', async (_why, body) => {
    expect(await put(body)).toMatchObject({ status: 400, body: { code: 'MALFORMED_JSON' } });
    await nothingWritten();
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
  ])('with a body that is %s → 400', async (_why, body) => {
    expect(await put(body)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST' } });
  });

  it('over 2 MB → 413', async () => {
    const body = JSON.stringify({ ...draft(), note: '字'.repeat(700_000) });
    expect(await put(body)).toMatchObject({ status: 413, body: { code: 'PAYLOAD_TOO_LARGE' } });
  });

  it('in an unknown village → 404', async () => {
    expect(await put(draft({ villageId: 'nowhere' }))).toMatchObject({
      status: 404,
      body: { code: 'VILLAGE_NOT_FOUND' },
    });
  });

  it('with keys of the prototype → 400', async () => {
    const body = JSON.stringify(draft()).replace('{', '{"__proto__":{"on":"2018-07-01"},');
    expect((await put(body)).status).toBe(400);
    expect(({} as Record<string, unknown>)['on']).toBeUndefined();
  });

  it('from nobody known → 401', async () => {
    const answer = await api.send('PUT', `/visits/${ID}`, undefined, {
      headers: { authorization: 'nobody', 'content-type': 'application/json' },
      body: JSON.stringify(draft()),
    });
    expect(answer).toMatchObject({ status: 401, body: { code: 'UNAUTHORIZED' } });
  });
});

describe('a verdict against another visit’s', () => {
  const [closing] = village().verdicts;
  const against = (note: string, insteadOf: number | undefined, verdict: 'notKept' | 'kept' = 'notKept') =>
    draft({
      verdicts: [{ commitmentId: 'closed', verdict, note, ...(insteadOf !== undefined && { insteadOf }) }],
    });
  const given = async () => {
    const { body } = await api.get('/commitments?villageId=v');
    const { entries } = body as {
      entries: { commitment: { id: string }; open: boolean; verdicts: object[] }[];
    };
    return entries.find(({ commitment: { id } }) => id === 'closed');
  };

  it('is refused without a reason, and against any but the last one', async () => {
    expect(await put(against(' ', closing?.sequence))).toMatchObject({
      status: 400,
      body: { data: { issues: [{ field: 'verdicts.0.note', code: 'required' }] } },
    });
    for (const other of [undefined, (closing?.sequence ?? 0) + 1]) {
      expect(await put(against('seen', other))).toMatchObject({
        status: 422,
        body: { code: 'COMMITMENT_CLOSED', data: { field: 'verdicts.0.commitmentId' } },
      });
    }
    expect((await given())?.verdicts).toHaveLength(1);
  });

  it('is taken with one, counts from then on, and both stay in the history', async () => {
    const sent = against('the pump is dry', closing?.sequence);
    const first = await put(sent);
    expect(first.status).toBe(200);
    expect(await put(sent)).toEqual(first);
    expect(await given()).toMatchObject({
      open: false,
      verdicts: [{ verdict: 'kept' }, { verdict: 'notKept', note: 'the pump is dry', visitId: ID }],
    });
    expect(JSON.stringify(await given())).not.toContain('insteadOf');
    // A third one names the second.
    expect(await put(against('it was frozen', closing?.sequence, 'kept'), 'third')).toMatchObject({
      status: 422,
    });
    const { sequence } = ((await given())?.verdicts ?? []).at(-1) as { sequence: number };
    expect((await put(against('it was frozen', sequence, 'kept'), 'third')).status).toBe(200);
    expect((await given())?.verdicts).toHaveLength(3);
  });
});

describe('ids', () => {
  it('answer the same visit sent again as before', async () => {
    const first = await put(draft());
    const reordered = JSON.stringify(Object.fromEntries(Object.entries(draft()).toReversed()));
    expect(await put(reordered)).toEqual(first);
    const page = await api.get('/villages/v');
    expect(page.body).toMatchObject({ visits: [{ id: 'jan' }, { id: ID }] });
  });

  it('refuse another visit under an id that is taken → 409', async () => {
    await put(draft());
    expect(await put(draft({ note: 'another' }))).toMatchObject({
      status: 409,
      body: { code: 'VISIT_ID_TAKEN' },
    });
    expect(await put(draft(), 'jan')).toMatchObject({ status: 409, body: { code: 'VISIT_ID_TAKEN' } });
  });

  it('refuse a reading or a commitment whose id is taken → 409', async () => {
    expect(await put(draft({ readings: [reading({ id: 'a-water-2018-01-22' })] }))).toMatchObject({
      status: 409,
      body: { code: 'ID_TAKEN', data: { field: 'readings.0.id' } },
    });
    expect(await put(draft({ commitments: [commitment(), commitment()] }))).toMatchObject({
      status: 409,
      body: { data: { field: 'commitments.1.id' } },
    });
  });

  it('give one visit and one answer for fifty sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => put(draft())));
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect((await api.get('/villages/v')).body).toMatchObject({ visits: { length: 2 } });
  });

  it('answer a visit sent again even when its commitment has been closed by it', async () => {
    const closing = draft({ verdicts: [{ commitmentId: 'owed', verdict: 'kept', note: '' }] });
    const first = await put(closing);
    expect(first.status).toBe(200);
    expect(await put(closing)).toEqual(first);
  });
});

describe('a recorded visit', () => {
  it('shows at once in everything that it touches', async () => {
    const answer = await put(
      draft({
        readings: [reading()],
        verdicts: [{ commitmentId: 'owed', verdict: 'kept', note: 'Seen.' }],
        commitments: [commitment({ householdId: 'a' })],
      }),
    );
    expect(answer).toMatchObject({ status: 200, body: { visitId: ID, recordedOn: '2018-07-16' } });
    expect((await api.get('/villages/v/progress')).body).toMatchObject({
      from: { id: 'jan' },
      to: { id: ID },
      commitments: [
        { commitment: { id: 'owed' }, verdict: { verdict: 'kept' }, open: false },
        { commitment: { id: 'closed' }, verdict: null, open: false },
      ],
      newCommitments: [{ commitment: { id: 'new-commitment' } }],
      guaranteeTotals: { water: { from: { notMet: 1 }, to: { met: 1 } } },
    });
    expect((await api.get('/households/a')).body).toMatchObject({
      readings: [{ value: 'notMet' }, { value: 'met', source: { kind: 'visit', visitId: ID } }],
      commitments: [{ commitment: { id: 'new-commitment' } }],
    });
    expect((await api.get(`/visits/${ID}`)).body).toMatchObject({
      visit: { stops: [{ said: 'All is well.' }], recordedBy: { en: 'Tester' } },
      readings: [{ id: 'new-reading', trueOn: '2018-07-16' }],
      made: [{ commitment: { id: 'new-commitment' } }],
      verified: [{ commitment: { id: 'owed' } }],
      previousId: 'jan',
      nextId: null,
    });
  });

  it('reopens what was closed: it is owed again until the day that it says', async () => {
    const dueOn = '2018-10-31';
    await put(
      draft({ verdicts: [{ commitmentId: 'closed', verdict: 'reopened', note: 'It broke again.', dueOn }] }),
    );
    const owed = { commitment: { id: 'closed', dueOn: '2018-06-30' }, open: true, dueOn, overdue: false };
    const given = [{ verdict: 'kept' }, { verdict: 'reopened', note: 'It broke again.', dueOn }];
    expect((await api.get('/villages/v')).body).toMatchObject({
      commitments: [{ commitment: { id: 'owed' } }, { ...owed, verdicts: given }],
    });
    expect((await api.get('/villages/v/progress')).body).toMatchObject({
      commitments: [{}, { ...owed, verdict: { verdict: 'reopened' } }],
    });
  });

  it('may find nobody at home', async () => {
    await put(draft({ stops: [{ kind: 'household', subjectId: 'a', outcome: 'nobodyHome', said: '' }] }));
    expect((await api.get('/villages/v/households')).body).toMatchObject({
      rows: [{ id: 'a', called: 'nobodyHome', lastVisitedOn: null }, { id: 'late' }],
    });
  });

  it('trims what was typed and takes Chinese', async () => {
    await put(draft({ note: '  路已修好  ' }));
    expect((await api.get(`/visits/${ID}`)).body).toMatchObject({ visit: { note: '路已修好' } });
  });
});
