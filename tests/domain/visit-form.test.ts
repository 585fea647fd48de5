import { namesTyped } from '#src/domain/text.ts';
import { describe, expect, it } from 'vitest';
import { levelsOn, type VisitSheet } from '#src/domain/records.ts';
import { visitDraft } from '#src/domain/visit.ts';
import { formOfDraft } from '#src/features/log-visit/form-of-draft.ts';
import { allAsLast, lastTime, readingsToAsk } from '#src/features/log-visit/last-time.ts';
import {
  controlOf,
  numberTyped,
  pieceOf,
  problemsOf,
  visitDraftOf,
} from '#src/features/log-visit/visit-draft-of.ts';
import {
  asAnotherVisit,
  dueDay,
  freshVisit,
  liveStops,
  reduceVisit,
  visitForm,
  type VisitForm,
  type VisitFormAction,
} from '#src/features/log-visit/visit-form.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const TODAY = '2018-07-16';
const { record } = new RecordBuilder('v')
  .visit('jan', '2018-01-22')
  .household('a')
  .household('late', { registeredOn: '2018-07-10' })
  .project('p')
  .read('a', 'status', 'registered', '2018-07-02')
  .read('a', 'persons', 3, '2018-07-02')
  .read('a', 'wage', 5200, '2018-07-02')
  .read('a', 'water', 'unknown', '2018-07-02')
  .read('a', 'food', 'met', '2018-01-22')
  .read('p', 'built', 62, '2018-07-02')
  .commitment('owed', 'jan', '2018-06-30');

const sheet = (given: Partial<VisitSheet> = {}): VisitSheet => ({
  village: record.village,
  households: record.households.map(({ id, number, head, source, registeredOn }) => ({
    id,
    number,
    head,
    source,
    registeredOn,
    lastVisitedOn: null,
    searchText: id,
  })),
  projects: record.projects.map(({ id, name, kind, source }) => ({ id, name, kind, source })),
  levels: levelsOn(record, TODAY),
  commitments: record.commitments.map((commitment) => ({
    commitment,
    madeOn: '2018-01-22',
    verdicts: [],
    open: true,
    dueOn: commitment.dueOn,
    overdue: true,
  })),
  lastVisitOn: '2018-01-22',
  registeredOn: null,
  ...given,
});

let made = 0;
const newId = () => `id-${++made}`;
const after = (...actions: VisitFormAction[]): VisitForm =>
  actions.reduce(reduceVisit, freshVisit('visit-1', 'v', TODAY));
const atHousehold: VisitFormAction = { type: 'stopAdded', kind: 'household', subjectId: 'a' };
const problems = (form: VisitForm, given?: Partial<VisitSheet>) =>
  problemsOf(visitDraftOf(form), sheet(given), TODAY);

describe('a visit that cannot be recorded says why, at its control', () => {
  const said = (on: string) => after(atHousehold, { type: 'basics', given: { on } });
  it.each<[string, VisitForm, { control: string; code: string }[], Partial<VisitSheet>?]>([
    ['without a stop', after(), [{ control: 'stops', code: 'required' }]],
    ['without a day', said(''), [{ control: 'on', code: 'notADay' }]],
    ['in the future', said('2018-07-17'), [{ control: 'on', code: 'VISIT_IN_FUTURE' }]],
    [
      'before the contact point began',
      said('2016-12-31'),
      [{ control: 'on', code: 'VISIT_BEFORE_REGISTRATION' }],
      { registeredOn: '2017-01-01' },
    ],
    [
      'before its household was registered',
      after(
        { type: 'stopAdded', kind: 'household', subjectId: 'late' },
        { type: 'basics', given: { on: '2018-07-09' } },
      ),
      [{ control: 'household-late', code: 'VISIT_BEFORE_REGISTRATION' }],
    ],
    [
      'with a note of 2001 characters',
      after(atHousehold, { type: 'stop', stop: 'household-a', given: { said: '字'.repeat(2001) } }),
      [{ control: 'household-a.said', code: 'tooLong' }],
    ],
    [
      'with a verdict before the commitment was made',
      after(
        atHousehold,
        { type: 'verdict', commitmentId: 'owed', given: { verdict: 'kept' } },
        { type: 'basics', given: { on: '2018-01-21' } },
      ),
      [{ control: 'verdict-owed', code: 'VERDICT_BEFORE_COMMITMENT' }],
    ],
    [
      'with a commitment that nobody owns and that was due before it',
      after(
        atHousehold,
        { type: 'commitmentAdded', id: 'c' },
        { type: 'commitment', id: 'c', given: { what: 'Mend the pump', dueOn: '2018-07-15' } },
      ),
      [
        { control: 'commitment-c.owner', code: 'required' },
        { control: 'commitment-c.due', code: 'DUE_BEFORE_VISIT' },
      ],
    ],
  ])('%s', (_why, form, expected, given) => {
    expect(problems(form, given)).toEqual(expected);
  });

  it.each([
    ['', 'required'],
    ['three', 'notANumber'],
    ['3.5', 'notWhole'],
    ['-1', 'tooSmall'],
    ['51', 'tooLarge'],
  ])('with “%s” persons → %s', (typed, code) => {
    const form = after(atHousehold, {
      type: 'answered',
      stop: 'household-a',
      answers: { persons: { how: 'changed', id: 'r', typed } },
    });
    expect(problems(form)).toEqual([{ control: 'household-a.persons', code }]);
  });

  it('lists problems in the order of the form', () => {
    const form = after(
      { type: 'basics', given: { on: '2018-07-17' } },
      atHousehold,
      { type: 'answered', stop: 'household-a', answers: { persons: { how: 'changed', id: 'r', typed: '' } } },
      { type: 'commitmentAdded', id: 'c' },
      { type: 'commitment', id: 'c', given: { what: 'Mend the pump', dueOn: '' } },
    );
    expect(problems(form).map(({ control }) => control)).toEqual([
      'on',
      'household-a.persons',
      'commitment-c.owner',
      'commitment-c.due',
    ]);
  });
});

describe('what is recorded', () => {
  it('is nothing that was not asked', () => {
    const { draft } = visitDraftOf(after(atHousehold));
    expect(draft.readings).toEqual([]);
    expect(draft.stops).toEqual([{ kind: 'household', subjectId: 'a', outcome: 'met', said: '' }]);
    expect(visitDraft.safeParse(draft).success).toBe(true);
  });

  it('is the same request for the same form, so that a retry is the same visit', () => {
    const form = after(
      atHousehold,
      { type: 'commitmentAdded', id: 'c' },
      { type: 'commitment', id: 'c', given: { what: 'x', owner: 'y' } },
    );
    expect(JSON.stringify(visitDraftOf(form))).toBe(JSON.stringify(visitDraftOf(structuredClone(form))));
  });

  it.each(['nobodyHome', 'declined'] as const)('has no reading where the household was %s', (outcome) => {
    const form = after(
      atHousehold,
      {
        type: 'answered',
        stop: 'household-a',
        answers: { persons: { how: 'changed', id: 'r', typed: 'x' } },
      },
      { type: 'stop', stop: 'household-a', given: { outcome } },
    );
    expect(visitDraftOf(form).draft.readings).toEqual([]);
    // The unreadable figure is not asked for either, and comes back with the other outcome.
    expect(problems(form)).toEqual([]);
    const met = reduceVisit(form, { type: 'stop', stop: 'household-a', given: { outcome: 'met' } });
    expect(problems(met)).toEqual([{ control: 'household-a.persons', code: 'notANumber' }]);
  });

  it('forgives full-width digits and separators, and takes no words for figures', () => {
    expect(['１２３', ' 1,200 ', '1，200', '-3.5', '.5'].map(numberTyped)).toEqual([
      123, 1200, 1200, -3.5, 0.5,
    ]);
    expect(['', '3万', '1e3', 'NaN', '--1', '1.2.3'].map(numberTyped)).toEqual(Array(6).fill(null));
  });

  it('splits names at the commas of either script', () => {
    expect(namesTyped('王书记、李主任， Helper A;\n张 ')).toEqual(['王书记', '李主任', 'Helper A', '张']);
    expect(namesTyped(' ， ')).toEqual([]);
  });

  it('holds no commitment that was opened and left empty, but one that is half filled', () => {
    const blank = after(atHousehold, { type: 'commitmentAdded', id: 'c' });
    expect(visitDraftOf(blank).draft.commitments).toEqual([]);
    const half = reduceVisit(blank, { type: 'commitment', id: 'c', given: { owner: 'Work team' } });
    expect(visitDraftOf(half).draft.commitments).toHaveLength(1);
    expect(problems(half)).toEqual([{ control: 'commitment-c.what', code: 'required' }]);
  });

  it('has a verdict only on what was looked at', () => {
    const form = after(
      atHousehold,
      { type: 'verdict', commitmentId: 'owed', given: { verdict: 'kept' } },
      { type: 'verdict', commitmentId: 'owed', given: { note: ' seen ' } },
    );
    expect(visitDraftOf(form).draft.verdicts).toEqual([
      { commitmentId: 'owed', verdict: 'kept', note: 'seen' },
    ]);
    const back = reduceVisit(form, { type: 'verdict', commitmentId: 'owed', given: { verdict: null } });
    expect(visitDraftOf(back).draft.verdicts).toEqual([]);
    expect(back.verdicts['owed']?.note).toBe(' seen ');
  });

  it('reopens what was closed for a reason, until a quarter later or the day that is chosen', () => {
    const given = (more: object) =>
      after(atHousehold, {
        type: 'verdict',
        commitmentId: 'owed',
        given: { verdict: 'reopened', note: ' broke ', ...more },
      });
    const reopened = { commitmentId: 'owed', verdict: 'reopened', note: 'broke' };
    expect(visitDraftOf(given({})).draft.verdicts).toEqual([{ ...reopened, dueOn: '2018-10-14' }]);
    const chosen = given({ dueOn: '2018-08-31' });
    expect(visitDraftOf(chosen).draft.verdicts).toEqual([{ ...reopened, dueOn: '2018-08-31' }]);
    expect(problems(chosen)).toEqual([]);
    expect(problems(given({ dueOn: '2018-07-15' }))).toEqual([
      { control: 'verdict-owed.due', code: 'DUE_BEFORE_VISIT' },
    ]);
    expect(problems(given({ note: ' ' }))).toEqual([{ control: 'verdict-owed.note', code: 'required' }]);
    const kept = reduceVisit(chosen, { type: 'verdict', commitmentId: 'owed', given: { verdict: 'kept' } });
    expect(visitDraftOf(kept).draft.verdicts).toEqual([{ ...reopened, verdict: 'kept' }]);
  });
});

describe('all as last time', () => {
  const household = { kind: 'household', id: 'a' } as const;
  const confirm = (form: VisitForm) =>
    reduceVisit(form, {
      type: 'answered',
      stop: 'household-a',
      answers: allAsLast(sheet().levels, household, form.on, form.stops[0]?.answers ?? {}, newId),
    });

  it('confirms what can be seen and is known, never income and never an unknown', () => {
    const { draft } = visitDraftOf(confirm(after(atHousehold)));
    expect(draft.readings.map(({ indicator, value, evidence }) => [indicator, value, evidence])).toEqual([
      ['status', 'registered', 'toldByHousehold'],
      ['persons', 3, 'toldByHousehold'],
      ['food', 'met', 'toldByHousehold'],
    ]);
  });

  it('leaves an answer that was given alone', () => {
    const form = confirm(
      after(atHousehold, {
        type: 'answered',
        stop: 'household-a',
        answers: { persons: { how: 'changed', id: 'r', typed: '4' } },
      }),
    );
    expect(visitDraftOf(form).draft.readings).toContainEqual(
      expect.objectContaining({ indicator: 'persons', value: 4 }),
    );
  });

  it('is taken back for readings of a later day when the visit is dated earlier', () => {
    const form = reduceVisit(confirm(after(atHousehold)), { type: 'basics', given: { on: '2018-03-01' } });
    expect(visitDraftOf(form).draft.readings.map(({ indicator }) => indicator)).toEqual(['food']);
    expect(lastTime(sheet().levels, 'a', 'status', '2018-03-01')).toBeNull();
    expect(lastTime(sheet().levels, 'a', 'status', '2018-07-02')?.value).toBe('registered');
  });

  it('confirms the value that was on screen, even when it was corrected meanwhile', () => {
    const form = confirm(after(atHousehold));
    expect(visitDraftOf(visitForm.parse(form)).draft.readings[0]).toMatchObject({ value: 'registered' });
  });

  it('asks first for what a project has', () => {
    expect(readingsToAsk(sheet().levels, { kind: 'project', id: 'p' })).toEqual({
      first: ['stage', 'built'],
      others: ['spent', 'irrigated', 'householdsServed', 'bagsGrowing'],
    });
  });
});

describe('nothing typed is lost', () => {
  const typed = after(atHousehold, { type: 'stop', stop: 'household-a', given: { said: '路修好了' } });

  it('a removed stop can be put back, or chosen again, with its words', () => {
    const removed = reduceVisit(typed, { type: 'stopRemoved', stop: 'household-a' });
    expect(visitDraftOf(removed).draft.stops).toEqual([]);
    for (const back of [{ type: 'stopPutBack', stop: 'household-a' } as const, atHousehold]) {
      expect(liveStops(reduceVisit(removed, back))).toMatchObject([{ said: '路修好了' }]);
    }
  });

  it('an untouched stop leaves nothing behind, and choosing it twice is one stop', () => {
    expect(after(atHousehold, { type: 'stopRemoved', stop: 'household-a' }).stops).toEqual([]);
    expect(after(atHousehold, atHousehold).stops).toHaveLength(1);
  });

  it('a removed commitment can be put back', () => {
    const form = after(
      { type: 'commitmentAdded', id: 'c' },
      { type: 'commitment', id: 'c', given: { what: 'Mend the pump' } },
      { type: 'commitmentRemoved', id: 'c' },
    );
    expect(visitDraftOf(form).draft.commitments).toEqual([]);
    expect(
      visitDraftOf(reduceVisit(form, { type: 'commitmentPutBack', id: 'c' })).draft.commitments,
    ).toHaveLength(1);
  });

  it('a draft is read back as it was written', () => {
    expect(visitForm.parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    expect(visitForm.safeParse({ ...typed, stops: 'none' }).success).toBe(false);
  });

  it('another visit has the same words under other ids', () => {
    const form = after(
      atHousehold,
      {
        type: 'answered',
        stop: 'household-a',
        answers: { persons: { how: 'changed', id: 'r', typed: '4' } },
      },
      { type: 'commitmentAdded', id: 'c' },
      { type: 'commitment', id: 'c', given: { what: 'x', owner: 'y' } },
    );
    const other = asAnotherVisit(form, newId);
    const ids = (f: VisitForm) => [
      f.id,
      ...visitDraftOf(f).draft.readings.map((r) => r.id),
      ...f.commitments.map((c) => c.id),
    ];
    expect(ids(other).filter((id) => ids(form).includes(id))).toEqual([]);
    expect(visitDraftOf(other).draft.readings[0]).toMatchObject({ value: 4 });
    expect(visitDraftOf(other).draft.commitments[0]).toMatchObject({ what: 'x', owner: 'y' });
  });
});

describe('a new commitment', () => {
  it('is due 90 days after the visit, and follows its day until somebody chooses', () => {
    const form = after({ type: 'commitmentAdded', id: 'c' });
    const due = (f: VisitForm) => f.commitments.map((c) => dueDay(f, c));
    expect(due(form)).toEqual(['2018-10-14']);
    const earlier = reduceVisit(form, { type: 'basics', given: { on: '2018-07-01' } });
    expect(due(earlier)).toEqual(['2018-09-29']);
    const chosen = reduceVisit(earlier, { type: 'commitment', id: 'c', given: { dueOn: '2018-08-01' } });
    expect(due(reduceVisit(chosen, { type: 'basics', given: { on: TODAY } }))).toEqual(['2018-08-01']);
    expect(due(reduceVisit(form, { type: 'basics', given: { on: '' } }))).toEqual(['']);
  });
});

describe('a field that the service refuses', () => {
  const form = after(
    atHousehold,
    { type: 'stopAdded', kind: 'village', subjectId: null },
    { type: 'answered', stop: 'village', answers: { road: { how: 'changed', id: 'r', typed: 'good' } } },
    { type: 'verdict', commitmentId: 'owed', given: { verdict: 'kept' } },
    { type: 'commitmentAdded', id: 'c' },
    { type: 'commitment', id: 'c', given: { what: 'x', owner: 'y' } },
  );

  it.each([
    ['on', 'on'],
    ['villageId', 'which-village'],
    ['present.0', 'present'],
    ['stops.1.subjectId', 'village'],
    ['stops.0.said', 'household-a.said'],
    ['readings.0.value', 'village.road'],
    ['verdicts.0.commitmentId', 'verdict-owed'],
    ['verdicts.0.note', 'verdict-owed.note'],
    ['commitments.0.dueOn', 'commitment-c.due'],
    ['commitments.0.projectId', 'commitment-c.about'],
    ['nowhere', 'stops'],
  ])('%s stands beside %s', (field, control) => {
    expect(controlOf(visitDraftOf(form), field)).toBe(control);
  });

  it('is told until that field, or the day, changes', () => {
    const piece = (f: VisitForm) => pieceOf(visitDraftOf(f), 'verdict-owed');
    const said = reduceVisit(form, { type: 'basics', given: { note: 'else' } });
    expect(piece(said)).toBe(piece(form));
    const undone = reduceVisit(form, { type: 'verdict', commitmentId: 'owed', given: { verdict: null } });
    expect(piece(undone)).not.toBe(piece(form));
    expect(piece(reduceVisit(form, { type: 'basics', given: { on: '2018-07-15' } }))).not.toBe(piece(form));
  });
});

describe('a saved visit, opened again to be mended', () => {
  const saved = visitDraft.parse({
    villageId: 'v',
    kind: 'workTeam',
    on: TODAY,
    present: ['Li', '王'],
    stops: [
      { kind: 'household', subjectId: 'a', outcome: 'met', said: 'All is well.' },
      { kind: 'projectSite', subjectId: 'p', outcome: 'seen', said: '' },
      { kind: 'village', subjectId: null, outcome: 'seen', said: '' },
      { kind: 'seminar', subjectId: null, outcome: 'met', said: 'Talked.' },
    ],
    readings: [
      {
        id: 'r1',
        subject: { kind: 'household', id: 'a' },
        indicator: 'water',
        value: 'unknown',
        evidence: 'document',
      },
      {
        id: 'r2',
        subject: { kind: 'household', id: 'a' },
        indicator: 'businessCost',
        value: 1200.5,
        evidence: 'document',
      },
      {
        id: 'r3',
        subject: { kind: 'project', id: 'p' },
        indicator: 'built',
        value: 70.5,
        evidence: 'seenOnSite',
      },
      {
        id: 'r4',
        subject: { kind: 'village', id: 'v' },
        indicator: 'road',
        value: 'good',
        evidence: 'seenOnSite',
      },
    ],
    verdicts: [
      { commitmentId: 'owed', verdict: 'partly', note: 'half' },
      { commitmentId: 'argued', verdict: 'notKept', note: 'never there', insteadOf: 12 },
      { commitmentId: 'done', verdict: 'reopened', note: 'broke', dueOn: '2018-09-01' },
    ],
    commitments: [
      {
        id: 'c1',
        theme: 'industry',
        what: 'Line the canal',
        owner: 'Team',
        dueOn: '2018-09-01',
        householdId: null,
        projectId: 'p',
      },
    ],
    note: 'Rain.',
  });

  it('sends the same until something is changed', () => {
    const form = visitForm.parse(formOfDraft('visit', saved));
    expect(form.id).toBe('visit');
    expect(visitDraftOf(form)).toMatchObject({ draft: saved, problems: [] });
  });

  it('changes what is changed and nothing else', () => {
    const form = reduceVisit(formOfDraft('visit', saved), { type: 'basics', given: { note: 'Sun.' } });
    expect(visitDraftOf(form).draft).toEqual({ ...saved, note: 'Sun.' });
  });
});
