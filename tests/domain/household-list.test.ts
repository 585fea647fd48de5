import { describe, expect, it } from 'vitest';
import {
  helperKey,
  householdFilter,
  householdRows,
  incomeChangeOf,
  lastVisitDays,
  filterBy,
  sortRows,
  type HouseholdFilter,
  type HouseholdRow,
} from '#src/domain/household-list.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const met = {
  food: 'met',
  clothing: 'met',
  education: 'met',
  medical: 'met',
  housing: 'met',
  water: 'met',
} as const;

function row(number: string, given: Partial<HouseholdRow> = {}): HouseholdRow {
  return {
    id: `h-${number}`,
    number,
    head: { zh: `户${number}`, en: `Household ${number}` },
    source: { kind: 'synthetic' },
    status: 'registered',
    persons: 2,
    mainCause: 'illness',
    otherCauses: [],
    guarantees: { ...met },
    income: { from: 1000, to: 2000 },
    called: 'met',
    lastVisitedOn: '2018-07-02',
    helper: null,
    projectIds: [],
    left: false,
    searchText: `${number} 户${number} hu${number}`,
    ...given,
  };
}

const passes = (given: Partial<HouseholdRow>, filter: HouseholdFilter) => filterBy(filter)(row('001', given));

describe('the filter of the household list', () => {
  it('lets everything pass when nothing is asked', () => {
    expect(passes({}, {})).toBe(true);
  });

  it('searches whatever the case and the blanks around', () => {
    const given = { searchText: '001 王焕鹏 wanghuanpeng whp wang huanpeng' };
    for (const q of ['王焕', ' WHP ', 'huanpeng  ', '001']) expect(passes(given, { q })).toBe(true);
    expect(passes(given, { q: '刘' })).toBe(false);
  });

  it('finds a cause that is not the main one', () => {
    expect(passes({ mainCause: 'funds', otherCauses: ['illness'] }, { cause: 'illness' })).toBe(true);
    expect(passes({ mainCause: 'unknown' }, { cause: 'unknown' })).toBe(true);
    expect(passes({ mainCause: 'funds' }, { cause: 'illness' })).toBe(false);
    expect(passes({ mainCause: 'funds', otherCauses: ['schooling'] }, { cause: 'illness' })).toBe(false);
  });

  it('takes as poor who is registered and who has returned', () => {
    const poor = (['registered', 'returned', 'out', 'unknown'] as const).filter((status) =>
      passes({ status }, { status: 'poor' }),
    );
    expect(poor).toEqual(['registered', 'returned']);
  });

  it('takes a guarantee without a state as a gap: not met or unknown', () => {
    const seen = (state: 'met' | 'notMet' | 'unknown' | 'notApplicable', filter: HouseholdFilter) =>
      passes({ guarantees: { ...met, water: state } }, { guarantee: 'water', ...filter });
    expect(seen('notMet', {})).toBe(true);
    expect(seen('unknown', {})).toBe(true);
    expect(seen('met', {})).toBe(false);
    expect(seen('notApplicable', {})).toBe(false);
    expect(seen('unknown', { state: 'notMet' })).toBe(false);
    expect(seen('notMet', { state: 'unknown' })).toBe(false);
  });

  it('looks at all six guarantees for a state alone', () => {
    expect(passes({ guarantees: { ...met, housing: 'unknown' } }, { state: 'unknown' })).toBe(true);
    expect(passes({ guarantees: { ...met, housing: 'unknown' } }, { state: 'notMet' })).toBe(false);
    expect(passes({}, { guarantee: 'any' })).toBe(false);
    const lacking = { guarantees: { ...met, housing: 'unknown' as const } };
    expect(passes(lacking, { guarantee: 'any' })).toBe(true);
    expect(passes(lacking, { guarantee: 'water' })).toBe(false);
  });

  it('tells a shut door from a visit and from nobody coming', () => {
    for (const called of ['met', 'nobodyHome', 'none'] as const) {
      expect(passes({ called }, { called })).toBe(true);
      expect(passes({ called }, { called: 'notMet' })).toBe(called !== 'met');
    }
    expect(passes({ called: 'nobodyHome' }, { called: 'none' })).toBe(false);
  });

  it('knows a helper by a code that does not name them', () => {
    const helper = { zh: '样例帮扶人甲', en: 'Sample helper A' };
    const code = helperKey(helper);
    expect(code).toMatch(/^[a-z0-9]{1,7}$/);
    expect(householdFilter.parse({ helper: code }).helper).toBe(code);
    expect(helperKey('样例帮扶人甲')).toBe(code);
    expect(helperKey('样例帮扶人乙')).not.toBe(code);
    expect(passes({ helper }, { helper: code })).toBe(true);
    expect(passes({ helper: '样例帮扶人乙' }, { helper: code })).toBe(false);
    expect(passes({ helper: null }, { helper: code })).toBe(false);
  });

  it('asks for all that is asked at once', () => {
    const both: HouseholdFilter = { status: 'out', project: 'p1' };
    expect(passes({ status: 'out', projectIds: ['p1', 'p2'] }, both)).toBe(true);
    expect(passes({ status: 'out', projectIds: ['p2'] }, both)).toBe(false);
    expect(passes({ status: 'registered', projectIds: ['p1'] }, both)).toBe(false);
  });

  it('drops the broken part of an old link and keeps the rest', () => {
    expect(householdFilter.parse({ status: 'rich', state: 'unknown', helper: '<b>', q: 'x' })).toEqual({
      state: 'unknown',
    });
  });
});

const order = (rows: HouseholdRow[], ...by: [Parameters<typeof sortRows>[1]?, boolean?]) =>
  sortRows(rows, ...by).map(({ number }) => number);

describe('the order of the household list', () => {
  it('is by number unless asked otherwise, and leaves the given rows as they were', () => {
    const rows = [row('003'), row('001'), row('002')];
    expect(order(rows)).toEqual(['001', '002', '003']);
    expect(order(rows, 'number', true)).toEqual(['003', '002', '001']);
    expect(rows.map(({ number }) => number)).toEqual(['003', '001', '002']);
  });

  it('puts the unknown last, whichever way round', () => {
    const rows = [
      row('001', { income: { from: null, to: null }, persons: null, lastVisitedOn: null }),
      row('002', { income: { from: 0, to: -300 }, persons: 0, lastVisitedOn: '2017-10-18' }),
      row('003', { income: { from: 500, to: 900 }, persons: 4, lastVisitedOn: '2018-07-02' }),
    ];
    for (const sort of ['income', 'change', 'persons', 'lastVisit'] as const) {
      expect(order(rows, sort)).toEqual(['002', '003', '001']);
      expect(order(rows, sort, true)).toEqual(['003', '002', '001']);
    }
  });

  it('puts the unknown among themselves by number', () => {
    const rows = ['003', '001', '002'].map((number) => row(number, { persons: null }));
    expect(order([...rows, row('004')], 'persons')).toEqual(['004', '001', '002', '003']);
    expect(order([row('004'), ...rows], 'persons', true)).toEqual(['004', '001', '002', '003']);
  });

  it('takes a change as unknown when one end is', () => {
    expect(incomeChangeOf(row('001', { income: { from: 1000, to: 1500 } }))).toBe(500);
    expect(incomeChangeOf(row('001', { income: { from: 1000, to: null } }))).toBeNull();
    const rows = [
      row('001', { income: { from: null, to: 9000 } }),
      row('002', { income: { from: 10, to: 11 } }),
    ];
    expect(order(rows, 'change', true)).toEqual(['002', '001']);
  });

  it('settles a tie by number, whichever way round', () => {
    const rows = [row('002'), row('001'), row('003', { persons: 5 })];
    expect(order(rows, 'persons')).toEqual(['001', '002', '003']);
    expect(order(rows, 'persons', true)).toEqual(['003', '001', '002']);
  });

  it('shows who fell back before who is still poor, who is out last', () => {
    const rows = (['out', 'unknown', 'registered', 'returned'] as const).map((status, at) =>
      row(`00${at}`, { status }),
    );
    expect(sortRows(rows, 'status').map(({ status }) => status)).toEqual([
      'returned',
      'registered',
      'unknown',
      'out',
    ]);
  });

  it('counts as gaps what is not met or unknown', () => {
    const rows = [
      row('001', { guarantees: { ...met, water: 'notMet', food: 'unknown' } }),
      row('002', { guarantees: { ...met, water: 'notApplicable' } }),
      row('003', { guarantees: { ...met, water: 'unknown' } }),
    ];
    expect(order(rows, 'gaps', true)).toEqual(['001', '003', '002']);
  });
});

describe('the rows of the household list', () => {
  const { record } = new RecordBuilder()
    .household('a')
    .household('b', { leftOn: '2018-04-01' })
    .visit('one', '2018-01-22', { stops: [{ subjectId: 'a' }, { subjectId: 'b' }] })
    .visit('two', '2018-07-02', { stops: [{ subjectId: 'a', outcome: 'nobodyHome' }] })
    .read('a', 'persons', 2, '2018-01-22')
    .income('a', '2018-01-22', [3000, 1000, 200, 0, 400])
    .read('a', 'wage', 5000, '2018-07-02');
  const [one, two] = record.visits;
  if (!one || !two) throw new Error('two visits were built');

  it('tell the state at the second visit, income at both, and who has left', () => {
    const [a, b] = householdRows(record, one, two, '2018-07-16');
    expect(a).toMatchObject({
      persons: 2,
      income: { from: 2100, to: 3100 },
      called: 'nobodyHome',
      lastVisitedOn: '2018-01-22',
      left: false,
    });
    expect(b).toMatchObject({
      income: { from: null, to: null },
      called: 'none',
      status: 'unknown',
      left: true,
    });
  });

  it('tell of no call where there is no pair of visits to compare', () => {
    const called = (from: typeof one | null, to: typeof one | null) =>
      householdRows(record, from, to, '2018-07-16').map((found) => found.called);
    expect(called(null, two)).toEqual(['none', 'none']);
    expect(called(null, null)).toEqual(['none', 'none']);
  });

  it('tell the projects that a household benefits from, and its helper of that day', () => {
    const b = new RecordBuilder()
      .household('a')
      .household('b')
      .project('p', { beneficiaryIds: ['a'] });
    b.project('q', { beneficiaryIds: ['a'] });
    b.record.households[0]?.pairings.push({
      helper: 'Helper',
      from: '2018-01-01',
      until: null,
      source: { kind: 'synthetic' },
    });
    expect(householdRows(b.record, null, null, '2018-07-16')).toMatchObject([
      { id: 'a', projectIds: ['p', 'q'], helper: 'Helper' },
      { id: 'b', projectIds: [], helper: null },
    ]);
  });

  it('tell when somebody was last met at home, up to a day, in whatever order the visits come', () => {
    const { visits } = new RecordBuilder()
      .visit('later', '2018-07-02', { stops: [{ subjectId: 'a' }] })
      .visit('first', '2018-01-22', { stops: [{ subjectId: 'a' }] })
      .visit('field', '2018-08-01', {
        stops: [{ kind: 'projectSite', subjectId: 'a' }, { subjectId: null }],
      }).record;
    expect([...lastVisitDays(visits, '2018-12-31')]).toEqual([['a', '2018-07-02']]);
    expect([...lastVisitDays(visits, '2018-07-01')]).toEqual([['a', '2018-01-22']]);
  });

  it('tell what the register says today where nobody has visited', () => {
    const [a] = householdRows({ ...record, visits: [] }, null, null, '2018-02-01');
    expect(a).toMatchObject({ income: { from: null, to: 2100 }, called: 'none', lastVisitedOn: null });
  });
});
