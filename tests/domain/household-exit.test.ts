import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Snapshot } from '#src/domain/change.ts';
import {
  exitRuleOn,
  householdExitRule,
  householdExitRules,
  type HouseholdExitRule,
} from '#src/domain/exit-rules.ts';
import { exitVerdict } from '#src/domain/exit-verdict.ts';
import { householdExit, type Judged } from '#src/domain/household-exit.ts';
import { ownIncome } from '#src/domain/income-rules.ts';
import { guarantees, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import { lineOn } from '#src/domain/poverty-line.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seeded } from '#tests/support/seed.ts';

const JANUARY = '2018-01-22';
const JULY = '2018-07-02';
const NANGANGZI = 'cn/22/2208/220882/honggangzi/nangangzi';
/** 2,995 yuan. */
const line = lineOn(JULY, NANGANGZI);
const [usual] = householdExitRules;
if (!usual || !line) throw new Error('no rule of 2018');
const rule: HouseholdExitRule = usual;

/** Two persons with 4,000 yuan each and every guarantee, unless said otherwise. */
function household(
  given: { perPerson?: number; states?: Partial<Record<Guarantee, GuaranteeState>>; on?: string } = {},
) {
  const { perPerson = 4000, states = {}, on = JULY } = given;
  const b = new RecordBuilder()
    .household('a')
    .read('a', 'persons', 2, on)
    .income('a', on, [perPerson * 2, 0, 0, 0, 0]);
  for (const name of guarantees) b.read('a', name, states[name] ?? 'met', on);
  return b;
}
const judgedAt = (b: RecordBuilder, on = JULY): Judged => ({ at: new Snapshot(b.record, on), line });
const verdictOf = (b: RecordBuilder, used = rule) => householdExit('a', [judgedAt(b)], used);
const criterion = (b: RecordBuilder, code: string, used = rule) =>
  verdictOf(b, used).criteria.find((c) => c.code === code);

describe('a household', () => {
  it('is not ready where one guarantee is not met, whatever its income', () => {
    const b = household({ perPerson: 90_000, states: { housing: 'notMet' } });
    expect(verdictOf(b)).toMatchObject({
      verdict: 'notReady',
      flip: { need: 'all', turnings: [{ kind: 'guarantee', guarantee: 'housing', to: 'met' }] },
    });
  });

  it('is not ready where its income is not above the line, and hears by how much', () => {
    expect(verdictOf(household({ perPerson: 2500 }))).toMatchObject({
      verdict: 'notReady',
      flip: { need: 'all', turnings: [{ kind: 'income', up: true, by: 495, total: 990 }] },
    });
  });

  it('at the line is not poor, but not above it either', () => {
    expect(verdictOf(household({ perPerson: 2995 }))).toMatchObject({
      verdict: 'notReady',
      flip: { turnings: [{ kind: 'income', up: true, by: 0, total: 0 }] },
    });
    expect(verdictOf(household({ perPerson: 2995.01 })).verdict).toBe('ready');
  });

  it('needs all of what is missing together', () => {
    const b = household({ perPerson: 2000, states: { medical: 'notMet', education: 'unknown' } });
    const { flip } = verdictOf(b);
    expect(flip.need).toBe('all');
    expect(flip.turnings.map((t) => t.kind)).toEqual(['income', 'reading', 'guarantee']);
  });

  it('is ready where everything is met, and hears what would undo it', () => {
    const { verdict, flip } = verdictOf(household());
    expect(verdict).toBe('ready');
    expect(flip.need).toBe('any');
    expect(flip.turnings[0]).toEqual({ kind: 'income', up: false, by: 1005, total: 2010 });
    expect(flip.turnings.slice(1)).toEqual(
      rule.required.map((guarantee) => ({ kind: 'guarantee', guarantee, to: 'notMet' })),
    );
  });

  it('passes a guarantee that does not apply, which nothing can undo', () => {
    const b = household({ states: { education: 'notApplicable' } });
    expect(verdictOf(b).verdict).toBe('ready');
    expect(criterion(b, 'education')).toMatchObject({ state: 'met', turning: null });
  });

  it('shows water alongside, without weighing it', () => {
    const b = household({ states: { water: 'notMet' } });
    expect(verdictOf(b).verdict).toBe('ready');
    expect(criterion(b, 'water')).toMatchObject({ state: 'notMet', required: false });
    expect(verdictOf(b, { ...rule, required: [...rule.required, 'water'], alongside: [] }).verdict).toBe(
      'notReady',
    );
  });

  it('cannot be judged where a guarantee is unknown or was never read', () => {
    const unknown = household({ states: { food: 'unknown' } });
    expect(verdictOf(unknown)).toMatchObject({
      verdict: 'cannotTell',
      flip: {
        need: 'all',
        turnings: [{ kind: 'reading', missing: [{ subjectId: 'a', indicator: 'food' }] }],
      },
    });
    const never = new RecordBuilder().household('a');
    expect(criterion(never, 'food')).toMatchObject({ state: 'unknown', readings: [] });
  });

  it('is not ready, rather than unjudged, where something is not met and something unknown', () => {
    expect(verdictOf(household({ states: { food: 'unknown', clothing: 'notMet' } })).verdict).toBe(
      'notReady',
    );
  });

  it('cannot be judged where part of its income was not read', () => {
    const b = new RecordBuilder().household('a').read('a', 'wage', 9000, JULY);
    for (const name of guarantees) b.read('a', name, 'met', JULY);
    const missing = ['persons', 'business', 'businessCost', 'property', 'transfer'].map((indicator) => ({
      subjectId: 'a',
      indicator,
    }));
    expect(verdictOf(b).verdict).toBe('cannotTell');
    expect(criterion(b, 'income')).toMatchObject({
      state: 'unknown',
      missing,
      turning: { kind: 'reading', missing },
    });
    expect(criterion(b, 'income')?.readings.map((r) => r.indicator)).toEqual(['wage']);
  });

  it('hears what to read where its persons are known and part of its income is not', () => {
    const b = new RecordBuilder().household('a').read('a', 'persons', 2, JULY).read('a', 'wage', 9000, JULY);
    const missing = ['business', 'businessCost', 'property', 'transfer'].map((indicator) => ({
      subjectId: 'a',
      indicator,
    }));
    expect(criterion(b, 'income')).toMatchObject({ missing, turning: { kind: 'reading', missing } });
  });

  it('cannot be judged where the year and place have no line', () => {
    const found = householdExit('a', [{ ...judgedAt(household()), line: null }], rule);
    expect(found).toMatchObject({ verdict: 'cannotTell', lineId: null });
    expect(found.criteria[0]).toMatchObject({ state: 'unknown', missing: [], turning: null });
  });

  it('is judged under the named rule set', () => {
    const b = new RecordBuilder()
      .household('a')
      .read('a', 'persons', 1, JULY)
      .income('a', JULY, [2000, 0, 0, 0, 2000]);
    for (const name of guarantees) b.read('a', name, 'met', JULY);
    expect(verdictOf(b)).toMatchObject({
      verdict: 'ready',
      incomeRuleId: 'net-income',
      lineId: 'national-2018',
    });
    const own = householdExit('a', [judgedAt(b)], rule, ownIncome);
    expect(own).toMatchObject({ verdict: 'notReady', incomeRuleId: 'own-income' });
  });

  it('misses nothing where everything was read', () => {
    expect(verdictOf(household({ states: { food: 'notMet' } })).criteria.flatMap((c) => c.missing)).toEqual(
      [],
    );
  });

  it('names each criterion’s reading, its evidence and its day', () => {
    const b = household({ on: JANUARY });
    expect(criterion(b, 'housing')?.readings).toEqual([
      { readingId: `a-housing-${JANUARY}`, indicator: 'housing', trueOn: JANUARY, evidence: 'seenOnSite' },
    ]);
    expect(criterion(b, 'income')?.readings.map((r) => r.indicator)).toEqual([
      'persons',
      'wage',
      'business',
      'businessCost',
      'property',
      'transfer',
    ]);
  });
});

describe('an income that has to be above the line at two visits', () => {
  const twice = { ...rule, incomeVisits: 2 };
  const at = (january: number | null, july: number) => {
    const b = household({ perPerson: july });
    if (january !== null) b.read('a', 'persons', 2, JANUARY).income('a', JANUARY, [january * 2, 0, 0, 0, 0]);
    return householdExit('a', [judgedAt(b), judgedAt(b, JANUARY)], twice);
  };

  it('is steady where it is', () => {
    expect(at(3000, 4000).verdict).toBe('ready');
  });

  it('is not yet where it was below at the first, and needs one more visit', () => {
    expect(at(2000, 4000)).toMatchObject({
      verdict: 'notReady',
      flip: { turnings: [{ kind: 'steady', visits: 1 }] },
    });
  });

  it('has to rise first where it is below now', () => {
    expect(at(4000, 2000).flip.turnings).toEqual([{ kind: 'income', up: true, by: 995, total: 1990 }]);
  });

  it('cannot be told where the earlier income is unknown, or there was no earlier visit', () => {
    expect(at(null, 4000).verdict).toBe('cannotTell');
    const { verdict, flip } = householdExit('a', [judgedAt(household())], twice);
    expect({ verdict, turnings: flip.turnings }).toEqual({
      verdict: 'cannotTell',
      turnings: [{ kind: 'steady', visits: 1 }],
    });
  });

  it('looks at no more visits than the rule asks for', () => {
    const b = household({ perPerson: 4000 });
    b.read('a', 'persons', 2, JANUARY).income('a', JANUARY, [10, 0, 0, 0, 0]);
    expect(householdExit('a', [judgedAt(b), judgedAt(b, JANUARY)], rule).verdict).toBe('ready');
  });
});

describe('the changes that a verdict names', () => {
  const states = constantFrom<GuaranteeState>('met', 'notMet', 'notApplicable', 'unknown');
  const lives = record({
    perPerson: integer({ min: -1000, max: 6000 }),
    states: array(states, { minLength: 6, maxLength: 6 }).map((list) =>
      Object.fromEntries(guarantees.map((name, at) => [name, list[at] ?? 'unknown'])),
    ),
  });

  it('flip it: all of them together where it is not ready, any one where it is', () => {
    assert(
      property(lives, (life) => {
        const { flip, ...before } = verdictOf(household(life));
        expect(exitVerdict.safeParse({ flip, ...before }).success).toBe(true);
        const turned = (turnings: typeof flip.turnings) => {
          let perPerson = life.perPerson;
          const after: Record<string, GuaranteeState> = { ...life.states };
          for (const t of turnings) {
            if (t.kind === 'income') perPerson += t.up ? t.by + 0.01 : -t.by;
            if (t.kind === 'guarantee') after[t.guarantee] = t.to;
            if (t.kind === 'reading') for (const { indicator } of t.missing) after[indicator] = 'met';
          }
          return verdictOf(household({ perPerson, states: after })).verdict;
        };
        const [together, alone] = flip.need === 'all' ? [flip.turnings, []] : [[], flip.turnings];
        expect(turned(together)).toBe('ready');
        expect(alone.map((one) => turned([one]))).toEqual(alone.map(() => 'notReady'));
        // Of those that are needed together none can be spared.
        for (const one of together) {
          expect(turned(together.filter((t) => t !== one))).not.toBe('ready');
        }
      }),
      seeded(200),
    );
  });
});

describe('rules for households', () => {
  it('are well formed and hold from 2016 on', () => {
    for (const one of householdExitRules) expect(householdExitRule.safeParse(one).error).toBeUndefined();
    expect(exitRuleOn(householdExitRules, '2015-12-31', NANGANGZI)).toBeNull();
    expect(exitRuleOn(householdExitRules, '2016-01-01', NANGANGZI)?.id).toBe('household-exit-2016');
  });

  it('give way to the latest of the smallest place', () => {
    const rules = [
      { ...rule, id: 'jilin-2017', place: 'cn/22', since: 2017 },
      { ...rule, id: 'jilin-2018', place: 'cn/22', since: 2018 },
      { ...rule, id: 'national-2018', since: 2018 },
    ];
    expect(exitRuleOn(rules, '2017-05-01', NANGANGZI)?.id).toBe('jilin-2017');
    expect(exitRuleOn(rules, '2018-05-01', NANGANGZI)?.id).toBe('jilin-2018');
    expect(exitRuleOn(rules, '2018-05-01', 'cn/52')?.id).toBe('national-2018');
  });
});
