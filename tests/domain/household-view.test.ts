import { describe, expect, it } from 'vitest';
import { householdView, lastMetOn, notKnownOf } from '#src/domain/household-view.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const TODAY = '2018-07-16';

function built(): RecordBuilder {
  return new RecordBuilder()
    .household('h')
    .visit('one', '2017-10-18')
    .visit('two', '2018-01-22', { stops: [{ subjectId: 'h' }, { kind: 'village' }] })
    .visit('three', '2018-07-02', {
      stops: [{ subjectId: 'h', outcome: 'nobodyHome' }, { subjectId: 'other' }],
      recordedOn: '2018-07-06',
    });
}

function recordOf({ record }: RecordBuilder): HouseholdRecord {
  const [household] = record.households;
  if (!household) throw new Error('a household was built');
  return {
    household,
    village: record.village,
    visits: record.visits,
    readings: record.readings,
    projects: [],
    successions: [],
    steps: record.steps,
    questionAnswers: record.questionAnswers,
    commitments: record.commitments.map((commitment) => ({
      commitment,
      madeOn: commitment.recordedOn,
      verdicts: record.verdicts.filter((v) => v.commitmentId === commitment.id),
      open: false,
      dueOn: commitment.dueOn,
      overdue: false,
    })),
  };
}

const pairOf = (record: HouseholdRecord, asked: Parameters<typeof householdView>[2]) => {
  const { from, to } = householdView(record, TODAY, asked);
  return [from?.id ?? null, to?.id ?? null];
};

describe('the pair of visits of a household’s page', () => {
  const record = recordOf(built());

  it('is the last two unless asked otherwise', () => {
    expect(pairOf(record, {})).toEqual(['two', 'three']);
    expect(pairOf(record, { from: 'one', to: 'three' })).toEqual(['one', 'three']);
    expect(pairOf(record, { to: 'two' })).toEqual(['one', 'two']);
  });

  it('gives way where it is not there or stands the wrong way round', () => {
    expect(pairOf(record, { from: 'nowhere', to: 'nowhere' })).toEqual(['two', 'three']);
    expect(pairOf(record, { from: 'three', to: 'two' })).toEqual(['one', 'two']);
    expect(pairOf(record, { from: 'two', to: 'two' })).toEqual(['one', 'two']);
  });

  it('has no first visit where there is one alone, and none where nobody came', () => {
    expect(pairOf(record, { to: 'one' })).toEqual([null, 'one']);
    expect(pairOf({ ...record, visits: [] }, {})).toEqual([null, null]);
  });

  it('is of the visits known by then', () => {
    expect(pairOf(record, { knownOn: '2018-07-05' })).toEqual(['one', 'two']);
    expect(pairOf(record, { knownOn: '2018-07-06' })).toEqual(['two', 'three']);
  });
});

describe('a household’s page as known on a past day', () => {
  const record = recordOf(
    built()
      .read('h', 'wage', 7800, '2018-01-22', { id: 'slip' })
      .read('h', 'wage', 4800, '2018-01-22', {
        id: 'right',
        recordedOn: '2018-07-10',
        supersedes: { readingId: 'slip', reason: 'a slip of the pen' },
      })
      .commitment('c', 'two', '2018-03-01', { householdId: 'h' })
      .verdict('c', 'three', 'kept', '2018-07-02'),
  );
  const wage = (knownOn?: string) =>
    householdView(record, TODAY, { knownOn }).latest.level('h', 'wage')?.value;

  it('shows the old value until its correction was recorded', () => {
    expect(wage()).toBe(4800);
    expect(wage('2018-07-10')).toBe(4800);
    expect(wage('2018-07-09')).toBe(7800);
    expect(wage('2018-01-21')).toBeUndefined();
  });

  it('lists the superseded reading beside the one that stands', () => {
    expect(householdView(record, TODAY, {}).readings.map((r) => r.id)).toEqual(['slip', 'right']);
  });

  it('does not look into the future', () => {
    expect(householdView(record, TODAY, { knownOn: '2030-01-01' }).on).toBe(TODAY);
  });

  it('has a commitment owed, and overdue, until its verdict was given', () => {
    const state = (knownOn: string) => {
      const [c] = householdView(record, TODAY, { knownOn }).commitments;
      return c && [c.open, c.overdue, c.verdicts.length];
    };
    expect(state('2018-07-16')).toEqual([false, false, 1]);
    expect(state('2018-06-01')).toEqual([true, true, 0]);
    expect(state('2018-02-01')).toEqual([true, false, 0]);
    expect(state('2018-01-01')).toBeUndefined();
  });
});

describe('the calls at a household', () => {
  const calls = () => householdView(recordOf(built()), TODAY, {}).calls;

  it('are newest first, shut doors among them, and hold no visit that passed it by', () => {
    expect(calls().map(({ visit, stop }) => `${visit.id} ${stop.outcome}`)).toEqual([
      'three nobodyHome',
      'two met',
    ]);
  });

  it('count as met only where the door was opened', () => {
    expect(lastMetOn(calls())).toBe('2018-01-22');
    expect(lastMetOn(calls().slice(0, 1))).toBeNull();
    expect(lastMetOn([])).toBeNull();
  });
});

describe('what was done for a household', () => {
  const report = (publishedOn: string) =>
    ({ kind: 'report', publisher: { zh: '样例', en: 'The sample' }, publishedOn }) as const;
  const pairing = (helper: string, from: string) => ({
    helper,
    from,
    until: null,
    source: { kind: 'synthetic' } as const,
  });
  const measure = (id: string, from: string, source: HouseholdRecord['household']['source']) => ({
    id,
    kind: 'health' as const,
    what: 'help',
    from,
    until: null,
    result: null,
    source,
  });
  const record = () => {
    const b = built()
      .project('known', { source: report('2018-07-06') })
      .project('invented');
    const found = recordOf(b);
    const household = {
      ...found.household,
      pairings: [
        pairing('first', '2017-01-01'),
        pairing('third', '2018-07-06'),
        pairing('second', '2018-01-01'),
      ],
      measures: [
        measure('early', '2018-01-01', { kind: 'synthetic' }),
        measure('that-day', '2018-07-06', { kind: 'synthetic' }),
        measure('told', '2018-01-01', report('2018-07-06')),
      ],
    };
    return { ...found, household, projects: b.record.projects };
  };
  const seen = (knownOn: string) => {
    const { pairings, measures, projects } = householdView(record(), TODAY, { knownOn });
    return [pairings.map(({ helper }) => helper), measures.map(({ id }) => id), projects.map(({ id }) => id)];
  };

  it('is known from the day on which it began or an article told of it, the last helper first', () => {
    expect(seen('2018-07-06')).toEqual([
      ['third', 'second', 'first'],
      ['early', 'that-day', 'told'],
      ['known', 'invented'],
    ]);
    expect(seen('2018-07-05')).toEqual([['second', 'first'], ['early'], ['invented']]);
  });

  it('is compared with the visit before, where there is one', () => {
    const found = recordOf(built().read('h', 'wage', 100, '2018-01-22').read('h', 'wage', 300, '2018-07-02'));
    expect(householdView(found, TODAY, {}).before?.level('h', 'wage')?.value).toBe(100);
    expect(householdView(found, TODAY, { to: 'one' }).before).toBeNull();
  });

  it('and promised to it counts from the day it was written down', () => {
    const found = recordOf(
      built()
        .commitment('c', 'two', '2018-03-01', { householdId: 'h', recordedOn: '2018-01-25' })
        .verdict('c', 'three', 'kept', '2018-07-02', { recordedOn: '2018-07-06' }),
    );
    const verdicts = (knownOn: string) =>
      householdView(found, TODAY, { knownOn }).commitments.map((c) => c.verdicts.length);
    expect([verdicts('2018-01-24'), verdicts('2018-01-25')]).toEqual([[], [0]]);
    expect([verdicts('2018-07-05'), verdicts('2018-07-06')]).toEqual([[0], [1]]);
  });
});

describe('what is not known of a household', () => {
  const notKnown = (record: HouseholdRecord) => notKnownOf(record, householdView(record, TODAY, {}));

  it('is said by whole groups where a whole group is missing', () => {
    expect(notKnown(recordOf(built()))).toEqual([
      'status',
      'persons',
      'mainCause',
      'income',
      'guarantees',
      'helper',
      'plan',
    ]);
  });

  it('is said one by one where a part is known; a reading of unknown is no knowledge', () => {
    const record = recordOf(
      built()
        .read('h', 'status', 'registered', '2018-01-22')
        .read('h', 'persons', 0, '2018-01-22')
        .income('h', '2018-01-22', [1, 2, 3, 4, 5])
        .read('h', 'property', 'unknown', '2018-07-02')
        .read('h', 'food', 'met', '2018-01-22')
        .read('h', 'clothing', 'notMet', '2018-01-22')
        .read('h', 'education', 'notApplicable', '2018-01-22')
        .read('h', 'medical', 'unknown', '2018-01-22'),
    );
    expect(notKnown(record)).toEqual([
      'mainCause',
      'property',
      'medical',
      'housing',
      'water',
      'helper',
      'plan',
    ]);
  });

  it('is nothing where all is known', () => {
    const record = recordOf(built());
    const all = built()
      .read('h', 'status', 'out', '2018-01-22')
      .read('h', 'persons', 3, '2018-01-22')
      .income('h', '2018-01-22', [1, 2, 3, 4, 5]);
    for (const name of ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const) {
      all.read('h', name, 'met', '2018-01-22');
    }
    const full = recordOf(all);
    const pairing = { helper: 'helper', from: '2016-01-01', until: null, source: record.household.source };
    const household = { ...full.household, mainCause: 'funds' as const, plan: 'plan', pairings: [pairing] };
    expect(notKnown({ ...full, household })).toEqual([]);
  });
});
