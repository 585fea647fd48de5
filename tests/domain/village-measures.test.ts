import { describe, expect, it } from 'vitest';
import { Snapshot } from '#src/domain/change.ts';
import { aThird, anyGuarantee, deprivationRule, deprivationRules } from '#src/domain/deprivation-rules.ts';
import { ownIncome } from '#src/domain/income-rules.ts';
import { guarantees, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import { fgt, gini, sen, watts } from '#src/domain/poverty-measures.ts';
import {
  guaranteePoverty,
  guaranteePovertyAt,
  incomePoverty,
  incomePovertyAt,
} from '#src/domain/village-measures.ts';
import { usualRules } from '#src/domain/why-changed.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const JULY = '2018-07-02';

interface Seen {
  persons?: number | null;
  perPerson?: number;
  states?: Partial<Record<Guarantee, GuaranteeState>>;
}
/** Households a, b, c …, each with what was read of it. */
function village(...seen: Seen[]) {
  const b = new RecordBuilder();
  for (const [n, { persons = 1, perPerson, states }] of seen.entries()) {
    const id = 'abcdef'.charAt(n);
    b.household(id);
    if (persons !== null) b.read(id, 'persons', persons, JULY);
    if (perPerson !== undefined) b.income(id, JULY, [perPerson * (persons ?? 1), 0, 0, 0, 0]);
    for (const name of states ? guarantees : []) b.read(id, name, states?.[name] ?? 'met', JULY);
  }
  return b;
}
const rules = usualRules(new RecordBuilder().record, JULY);
const incomeOf = (b: RecordBuilder, given = rules) =>
  incomePovertyAt(new Snapshot(b.record, JULY), b.record.households, given);
const guaranteesOf = (b: RecordBuilder, rule = anyGuarantee) =>
  guaranteePovertyAt(new Snapshot(b.record, JULY), b.record.households, rule);

describe('poverty by income', () => {
  it('measures the persons of households whose income is known', () => {
    const given = { incomes: [2000, 2500, 9000], weights: [2, 1, 3], line: 2995 };
    const found = incomeOf(
      village({ persons: 2, perPerson: 2000 }, { perPerson: 2500 }, { persons: 3, perPerson: 9000 }),
    );
    expect(found).toEqual({
      lineId: 'national-2018',
      incomeRuleId: 'net-income',
      persons: 6,
      personsUnknown: 0,
      unknownIds: [],
      uncountedIds: [],
      headcount: 0.5,
      headcountRange: { low: 0.5, high: 0.5 },
      gap: fgt({ ...given, alpha: 1 }),
      severity: fgt({ ...given, alpha: 2 }),
      watts: watts(given),
      wattsBottomCoded: { value: watts(given), raised: 0 },
      senHandbook: sen({ ...given, variant: 'handbook' }),
      sen1976: sen({ ...given, variant: '1976' }),
      gini: gini(given),
      withoutIncome: 0,
    });
  });

  it('shows unknown incomes as a range of the headcount, and names the households', () => {
    const found = incomeOf(village({ perPerson: 2000 }, { persons: 3 }, { persons: 4, perPerson: 5000 }));
    expect(found).toMatchObject({
      headcount: 0.2,
      headcountRange: { low: 1 / 8, high: 4 / 8 },
      persons: 5,
      personsUnknown: 3,
      unknownIds: ['b'],
    });
  });

  it('names households whose persons are not known, and leaves those of nobody out', () => {
    expect(
      incomeOf(village({ persons: null, perPerson: 100 }, { persons: 0, perPerson: 100 })),
    ).toMatchObject({
      persons: 0,
      uncountedIds: ['a'],
      unknownIds: [],
      headcount: null,
      headcountRange: null,
      gini: null,
    });
  });

  it('reaches from nobody to everybody where no income is known', () => {
    expect(incomeOf(village({}, {}))).toMatchObject({
      headcount: null,
      headcountRange: { low: 0, high: 1 },
      watts: null,
    });
  });

  it('marks incomes of zero and below', () => {
    const found = incomeOf(
      village({ persons: 2, perPerson: 0 }, { persons: 3, perPerson: -10 }, { perPerson: 50_000 }),
    );
    expect(found).toMatchObject({ watts: null, withoutIncome: 5, wattsBottomCoded: { raised: 5 } });
  });

  it('has no measure but inequality without a line', () => {
    const found = incomeOf(village({ perPerson: 100 }, { perPerson: 300 }), { ...rules, line: null });
    expect(found).toMatchObject({
      lineId: null,
      headcount: null,
      headcountRange: null,
      gap: null,
      severity: null,
      watts: null,
      wattsBottomCoded: { value: null, raised: 0 },
      senHandbook: null,
      sen1976: null,
      gini: 0.25,
    });
  });

  it('is measured under the chosen rule set, and names it', () => {
    const b = village({}).income('a', JULY, [2000, 0, 0, 0, 3000]);
    expect(incomeOf(b).headcount).toBe(0);
    expect(incomeOf(b, { ...rules, income: ownIncome })).toMatchObject({
      headcount: 1,
      incomeRuleId: 'own-income',
    });
  });

  it('takes who is at the line as not poor', () => {
    const found = incomeOf(village({ perPerson: 2995 }, { perPerson: 2994 }, {}));
    expect(found).toMatchObject({ headcount: 0.5, headcountRange: { low: 1 / 3, high: 2 / 3 } });
  });
});

describe('poverty by guarantees', () => {
  it('is poor by any guarantee that is not met; what does not apply is no deprivation', () => {
    const found = guaranteesOf(
      village({ persons: 3, states: { housing: 'notMet' } }, { states: { education: 'notApplicable' } }),
    );
    expect(found).toMatchObject({
      ruleId: 'any-guarantee',
      persons: 4,
      H: { value: 0.75, range: { low: 0.75, high: 0.75 } },
      poorIds: ['a'],
      perhapsIds: [],
    });
    expect(found.A.value).toBeCloseTo(1 / 6, 12);
    expect(found.uncensored.housing.value).toBe(0.75);
    expect(found.censored.housing.value).toBe(0.75);
    expect(found.contributions.housing.value).toBeCloseTo(1, 12);
    expect(found.uncensored.education).toEqual({ value: 0, range: { low: 0, high: 0 } });
  });

  it('shows unknown guarantees as a range, and names the households that they decide', () => {
    const found = guaranteesOf(village({ states: { water: 'unknown' } }, { states: {} }));
    expect(found).toMatchObject({
      H: { value: null, range: { low: 0, high: 0.5 } },
      poorIds: [],
      perhapsIds: ['a'],
    });
    expect(found.contributions.water.value).toBeNull();
  });

  it('takes what was never read as unknown', () => {
    expect(guaranteesOf(village({})).H).toEqual({ value: null, range: { low: 0, high: 1 } });
  });

  it('needs two guarantees under the rule of a third, and a tie is poor', () => {
    const b = village({ states: { water: 'notMet' } }, { states: { water: 'notMet', food: 'notMet' } });
    expect(guaranteesOf(b, aThird)).toMatchObject({
      ruleId: 'a-third-of-guarantees',
      H: { value: 0.5 },
      poorIds: ['b'],
    });
    expect(guaranteesOf(b, aThird).uncensored.water.value).toBe(1);
    expect(guaranteesOf(b, aThird).censored.water.value).toBe(0.5);
  });

  it('leaves out households of nobody, and names those whose persons are not known', () => {
    const found = guaranteesOf(
      village({ persons: 0, states: { food: 'notMet' } }, { persons: null, states: {} }),
    );
    expect(found).toMatchObject({
      persons: 0,
      uncountedIds: ['b'],
      poorIds: [],
      H: { value: null, range: null },
      contributions: { food: { value: null, range: null } },
    });
  });

  it('has rules that are well formed and say that they are ours', () => {
    for (const rule of deprivationRules) {
      expect(deprivationRule.safeParse(rule).error).toBeUndefined();
      expect(rule.verified).toBe(false);
    }
  });
});

describe('the measures of every village of the sample', () => {
  it('have the shape that pages read', () => {
    for (const { households, ...record } of sampleRecords) {
      const at = new Snapshot(record, JULY);
      expect(incomePoverty.safeParse(incomePovertyAt(at, households, rules)).error).toBeUndefined();
      expect(guaranteePoverty.safeParse(guaranteePovertyAt(at, households)).error).toBeUndefined();
    }
  });
});
