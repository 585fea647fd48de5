import { describe, expect, it } from 'vitest';
import type { Household, Member } from '#src/domain/household.ts';
import { ownIncome } from '#src/domain/income-rules.ts';
import { asked, codes, household, JANUARY, JULY, member, source } from '#tests/support/questions.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

describe('schooling', () => {
  const child = (birthYear: number | null, student: Member['student']) =>
    household({ members: [member('kid', { birthYear, student })] });

  it('asks about a child of school age who is no student, and says how old', () => {
    expect(asked(child(2006, 'notStudent'))).toMatchObject([
      { code: 'outOfSchool', memberId: 'kid', key: 'outOfSchool/a/kid', figures: { years: 12 } },
    ]);
  });

  it('asks from the seventh to the fifteenth year after birth, when the child is of that age for sure', () => {
    for (const [birthYear, isAsked] of [
      [2012, false],
      [2011, true],
      [2003, true],
      [2002, false],
    ] as const) {
      expect(codes(child(birthYear, 'notStudent')).length > 0).toBe(isAsked);
    }
  });

  it('asks nothing where the child is at school, or its age or schooling is unknown', () => {
    expect(codes(child(2006, 'primary'))).toEqual([]);
    expect(codes(child(2006, 'unknown'))).toEqual([]);
    expect(codes(child(null, 'notStudent'))).toEqual([]);
  });

  it('asks more sharply where education is said to be met', () => {
    const b = child(2006, 'notStudent').read('a', 'education', 'met', JULY);
    expect(asked(b)).toMatchObject([
      { code: 'educationMetOutOfSchool', readingIds: [`a-education-${JULY}`] },
    ]);
    expect(codes(child(2006, 'notStudent').read('a', 'education', 'notMet', JULY))).toEqual(['outOfSchool']);
  });

  it('asks where education is said not to apply although there is a child of that age', () => {
    const b = child(2006, 'primary').read('a', 'education', 'notApplicable', JULY);
    expect(asked(b)).toMatchObject([{ code: 'educationDoesApply', figures: { pupils: 1 } }]);
    expect(codes(child(1980, 'notStudent').read('a', 'education', 'notApplicable', JULY))).toEqual([]);
  });

  it('asks where education is judged although nobody is of that age', () => {
    const judged = (birthYear: number | null, persons = 1, state: 'met' | 'notMet' | 'unknown' = 'met') =>
      codes(
        child(birthYear, 'unknown').read('a', 'education', state, JULY).read('a', 'persons', persons, JULY),
      );
    expect(judged(1980)).toEqual(['educationWithoutChild']);
    expect(judged(1980, 1, 'notMet')).toEqual(['educationWithoutChild']);
    expect(judged(1980, 1, 'unknown')).toEqual([]);
    expect(judged(2012)).toEqual([]);
    expect(judged(2002)).toEqual([]);
    expect(judged(2013)).toEqual(['educationWithoutChild']);
    expect(judged(2001)).toEqual(['educationWithoutChild']);
    expect(judged(null)).toEqual([]);
    expect(judged(1980, 2)).toEqual(['membersDiffer']);
    const withChild = household({ members: [member('one'), member('kid', { birthYear: 2010 })] })
      .read('a', 'persons', 2, JULY)
      .read('a', 'education', 'met', JULY);
    expect(codes(withChild)).toEqual([]);
    const judgedAlone = child(1980, 'unknown')
      .read('a', 'education', 'met', JULY)
      .read('a', 'persons', 1, JULY);
    expect(asked(judgedAlone)[0]?.readingIds).toEqual([`a-education-${JULY}`]);
    const nobodyListed = household().read('a', 'education', 'met', JULY).read('a', 'persons', 0, JULY);
    expect(codes(nobodyListed)).toEqual([]);
  });
});

describe('members and causes', () => {
  it('asks where the list of members and the count of persons differ', () => {
    const b = household({ members: [member('one'), member('two')] }).read('a', 'persons', 3, JULY);
    expect(asked(b)).toMatchObject([
      { code: 'membersDiffer', figures: { members: 2, persons: 3 }, readingIds: [`a-persons-${JULY}`] },
    ]);
    expect(codes(household({ members: [member('one')] }).read('a', 'persons', 1, JULY))).toEqual([]);
  });

  it('asks nothing where nobody is listed or counted', () => {
    expect(codes(household().read('a', 'persons', 3, JULY))).toEqual([]);
    expect(codes(household({ members: [member('one')] }))).toEqual([]);
  });

  it('asks where one cause is named twice', () => {
    expect(codes(household({ mainCause: 'land', otherCauses: ['land'] }))).toEqual(['causeTwice']);
    expect(codes(household({ mainCause: 'land', otherCauses: ['water', 'water'] }))).toEqual(['causeTwice']);
    expect(codes(household({ mainCause: 'land', otherCauses: ['water', 'funds'] }))).toEqual([]);
  });

  it('asks where illness is the main cause and everybody is said to be healthy', () => {
    const ill = (mainCause: Household['mainCause'], health: Member['health'], persons = 1) =>
      codes(
        household({ mainCause, members: [member('one', { health })] }).read('a', 'persons', persons, JULY),
      );
    expect(ill('illness', 'healthy')).toEqual(['causeNotSeen']);
    expect(ill('disability', 'longTermChronic')).toEqual(['causeNotSeen']);
    for (const health of ['longTermChronic', 'seriousIllness', 'disabled', 'unknown', 'withheld'] as const) {
      expect(ill('illness', health)).toEqual([]);
    }
    expect(ill('disability', 'disabled')).toEqual([]);
    expect(ill('land', 'healthy')).toEqual([]);
    expect(ill('illness', 'healthy', 2)).toEqual(['membersDiffer']);
    const oneOfTwo = household({
      mainCause: 'illness',
      members: [member('one', { health: 'seriousIllness' }), member('two')],
    });
    expect(codes(oneOfTwo.read('a', 'persons', 2, JULY))).toEqual([]);
  });
});

describe('a household that is out', () => {
  const out = (perPerson: number) =>
    household()
      .read('a', 'status', 'out', JULY)
      .read('a', 'persons', 2, JULY)
      .income('a', JULY, [perPerson * 2, 0, 0, 0, 0]);

  it('is asked about where its income is strictly below the line', () => {
    expect(asked(out(2994))).toMatchObject([
      { code: 'outBelowLine', figures: { perPerson: 2994, line: 2995 } },
    ]);
    expect(asked(out(2994))[0]?.readingIds).toHaveLength(7);
    expect(codes(out(2994), { line: null })).toEqual([]);
    expect(codes(out(2995))).not.toContain('outBelowLine');
  });

  it('is asked about under the named rule set', () => {
    const b = household()
      .read('a', 'status', 'out', JULY)
      .read('a', 'persons', 1, JULY)
      .income('a', JULY, [2000, 0, 0, 0, 3000]);
    expect(codes(b)).toEqual([]);
    expect(codes(b, { income: ownIncome })).toEqual(['outBelowLine']);
  });

  it('is asked about where a guarantee is not met; water alone is no ground', () => {
    const b = out(9000).read('a', 'housing', 'notMet', JULY).read('a', 'food', 'notMet', JULY);
    expect(asked(b)).toMatchObject([
      {
        code: 'outWithoutGuarantee',
        figures: { guarantees: 2 },
        readingIds: [`a-status-${JULY}`, `a-food-${JULY}`, `a-housing-${JULY}`],
      },
    ]);
    expect(codes(out(9000).read('a', 'water', 'notMet', JULY))).toEqual([]);
  });

  it('raises none of this while it is still poor', () => {
    const b = out(2000)
      .read('a', 'housing', 'notMet', JULY)
      .read('a', 'status', 'registered', JULY, { id: 'later' });
    expect(codes(b)).toEqual([]);
  });
});

describe('incomes', () => {
  const earning = (perPerson: number) =>
    household().read('a', 'persons', 1, JULY).income('a', JULY, [perPerson, 0, 0, 0, 0]);

  it('at the line or hardly above it are asked about', () => {
    expect(codes(earning(2995))).toEqual(['justAboveLine']);
    expect(codes(earning(3144))).toEqual(['justAboveLine']);
    expect(codes(earning(3145))).toEqual([]);
    expect(codes(earning(2994))).toEqual([]);
    expect(codes(earning(2995), { line: null })).toEqual([]);
    expect(asked(earning(3000))[0]).toMatchObject({ figures: { perPerson: 3000, line: 2995 } });
  });

  it('that were read anew and came out exactly the same are asked about', () => {
    const twice = (july: number[]) =>
      household().income('a', JANUARY, [5000, 100, 20, 0, 3]).income('a', JULY, july);
    expect(codes(twice([5000, 100, 20, 0, 3]))).toEqual(['incomeCopied']);
    expect(asked(twice([5000, 100, 20, 0, 3]))[0]?.readingIds).toHaveLength(10);
    expect(codes(twice([5000, 100, 20, 0, 4]))).toEqual([]);
    expect(codes(twice([5000, 100, 20, 0, 3]), { before: null })).toEqual([]);
  });

  it('that nobody read again, or that are nothing both times, are no copies', () => {
    expect(codes(household().income('a', JANUARY, [5000, 100, 20, 0, 3]))).toEqual([]);
    expect(
      codes(household().income('a', JANUARY, [0, 0, 0, 0, 0]).income('a', JULY, [0, 0, 0, 0, 0])),
    ).toEqual([]);
    const unknown = household();
    for (const on of [JANUARY, JULY]) {
      for (const name of ['wage', 'business', 'businessCost', 'property', 'transfer'] as const) {
        unknown.read('a', name, 'unknown', on);
      }
    }
    expect(codes(unknown)).toEqual([]);
  });

  it('that bunch just above the line raise one question of the village', () => {
    const b = new RecordBuilder();
    for (const n of [1, 2, 3, 4]) {
      b.household(`h${n}`)
        .read(`h${n}`, 'persons', 1, JULY)
        .income(`h${n}`, JULY, [3000 + n, 0, 0, 0, 0]);
    }
    expect(asked(b)[0]).toMatchObject({
      code: 'incomeBunching',
      key: 'incomeBunching/v/2018-07-02',
      subject: { kind: 'village', id: 'v' },
      figures: { line: 2995 },
    });
    expect(codes(b, { line: null })).toEqual([]);
    b.read('h1', 'wage', 9000, JULY, { id: 'later' });
    expect(codes(b)).toEqual(['justAboveLine', 'justAboveLine', 'justAboveLine']);
  });
});

describe('a return to poverty', () => {
  const measure = (from: string, until: string | null) => ({
    id: 'm',
    kind: 'health' as const,
    what: 'help',
    from,
    until,
    result: null,
    source,
  });
  const returned = (since: string, measures: Household['measures'] = []) =>
    household({ measures }).read('a', 'status', 'returned', since);

  it('is asked about after a month without a measure', () => {
    expect(asked(returned('2018-05-31'))).toMatchObject([{ code: 'noMeasure', figures: { days: 32 } }]);
    expect(codes(returned('2018-06-01'))).toEqual([]);
  });

  it('counts the month from the visit before where that knew of it', () => {
    const b = returned(JANUARY).read('a', 'status', 'returned', JULY, { id: 'again' });
    expect(asked(b)).toMatchObject([{ code: 'noMeasure', figures: { days: 161 }, readingIds: ['again'] }]);
  });

  it('is not where a measure is in force on the day', () => {
    expect(codes(returned(JANUARY, [measure('2018-02-01', null)]))).toEqual([]);
    expect(codes(returned(JANUARY, [measure(JULY, '2018-07-03')]))).toEqual([]);
    expect(codes(returned(JANUARY, [measure('2018-02-01', JULY)]))).toEqual(['noMeasure']);
    expect(codes(returned(JANUARY, [measure('2018-07-03', null)]))).toEqual(['noMeasure']);
  });

  it('is asked about where it is said to be over within two months', () => {
    const over = (until: string) =>
      returned(JANUARY, [measure(JANUARY, null)]).read('a', 'status', 'out', until);
    expect(asked(over('2018-03-24'))).toMatchObject([
      {
        code: 'riskRemovedSoon',
        figures: { days: 61 },
        readingIds: [`a-status-${JANUARY}`, 'a-status-2018-03-24'],
      },
    ]);
    expect(codes(over('2018-03-25'))).toEqual([]);
    expect(codes(over('2018-03-24'), { before: null })).toEqual([]);
  });
});

describe('a house', () => {
  const repaired = (
    given: Partial<Household['measures'][number]> = {},
    kind: 'housing' | 'health' = 'housing',
  ) =>
    household({
      measures: [
        { id: 'm', kind, what: 'roof', from: '2018-03-01', until: null, result: null, source, ...given },
      ],
    });
  const met = (b: RecordBuilder) => b.read('a', 'housing', 'met', JULY);

  it('that is said to be safe while it is being repaired is asked about', () => {
    expect(asked(met(repaired()))).toMatchObject([
      { code: 'housingMetUnderRepair', readingIds: [`a-housing-${JULY}`] },
    ]);
    expect(codes(met(repaired({ kind: 'relocation' })))).toEqual(['housingMetUnderRepair']);
    expect(codes(met(repaired({ from: JULY, until: '2018-07-03' })))).toEqual(['housingMetUnderRepair']);
  });

  it('is asked nothing when the work ended, has a result, began after the reading, or is of another kind', () => {
    expect(codes(met(repaired({ until: JULY })))).toEqual([]);
    expect(codes(met(repaired({ result: 'new roof' })))).toEqual([]);
    expect(codes(met(repaired({ from: '2018-07-03' })))).toEqual([]);
    expect(codes(met(repaired({}, 'health')))).toEqual([]);
    expect(codes(repaired().read('a', 'housing', 'notMet', JULY))).toEqual([]);
    expect(codes(repaired())).toEqual([]);
  });
});
