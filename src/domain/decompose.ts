import { z } from 'zod';
import { dividedBy, exactly, minus, plus, times, toNumber, ZERO, type Fraction } from './fraction.ts';
import { id } from './id.ts';

/** What one household adds to a rate or mean: to its numerator and to its denominator. */
const term = z.strictObject({ amount: z.number(), base: z.number() });
export type Term = z.infer<typeof term>;

/**
 * Why a level changed, in the order in which the change is walked:
 * - `corrected`: the first visit's figures, as they were told then and as they stand now;
 * - `rule`: the first visit under the first rule and under the second;
 * - `left`: households that are there at the first visit alone;
 * - `changed`: the same households, at the first visit and at the second;
 * - `known`: the same households where only one of the two visits knows;
 * - `joined`: households that are there at the second visit alone;
 * - `population`: the village's registered population, which the rate is a share of.
 */
export const whyCodes = ['corrected', 'rule', 'left', 'changed', 'known', 'joined', 'population'] as const;
export type Why = (typeof whyCodes)[number];

/** One household's terms; null where it is not known, or where the household is not there. */
export interface HouseholdTerms {
  householdId: string;
  /** Households that come of one another by a split or a merger share it; else its own id. */
  group: string;
  inFrom: boolean;
  inTo: boolean;
  /** At the first visit as it was told then, under the first rule. */
  told: Term | null;
  /** At the first visit as it is known now, under the first rule. */
  known: Term | null;
  /** At the first visit as it is known now, under the second rule. */
  ruled: Term | null;
  /** At the second visit, under the second rule. */
  to: Term | null;
}

export interface DecomposeInput {
  /** 100 for percent, 1 for a mean. */
  scale: 1 | 100;
  households: readonly HouseholdTerms[];
  /** A denominator of the whole village; null where there is none beside the households' own. */
  village: { told: number | null; known: number | null; to: number | null } | null;
}

const effect = z.strictObject({
  /** Null: the village as a whole. */
  householdId: id.nullable(),
  /** Its share of the part; those of a part add up to it. */
  value: z.number(),
  before: term.nullable(),
  after: term.nullable(),
});
const part = z.strictObject({ why: z.enum(whyCodes), value: z.number(), effects: z.array(effect) });

/** `told + parts = to`, exactly (see `decomposeExactly`); in `number`s up to their last digit. */
export const decomposition = z.strictObject({
  /** The level at the first visit as it was told then, under the first rule; null: not known. */
  told: z.number().nullable(),
  /** The same as it is known now. */
  known: z.number().nullable(),
  /** The level at the second visit. */
  to: z.number().nullable(),
  /** One for each reason, in their order; none where an end is not known. */
  parts: z.array(part),
});
export type Decomposition = z.infer<typeof decomposition>;

interface ExactPart {
  why: Why;
  value: Fraction;
  effects: { householdId: string | null; value: Fraction; before: Term | null; after: Term | null }[];
}
interface Exact {
  told: Fraction | null;
  known: Fraction | null;
  to: Fraction | null;
  parts: ExactPart[];
}

/** The terms of all at one moment of the walk; the village's own stands under null. */
type Terms = ReadonlyMap<string | null, Term | null>;

/** Sum of numerators ÷ sum of denominators; null where nothing is known. */
function levelOf(terms: Terms, scale: number): { level: Fraction | null; base: Fraction } {
  let [amount, base] = [ZERO, ZERO];
  for (const t of terms.values()) {
    if (!t) continue;
    amount = plus(amount, exactly(t.amount));
    base = plus(base, exactly(t.base));
  }
  return { level: base.over > 0n ? times(exactly(scale), dividedBy(amount, base)) : null, base };
}

/** From which reason on a household's term is that of the second visit. */
function turnsAt(households: readonly HouseholdTerms[]): Map<string, Why> {
  const groups = new Map<string, HouseholdTerms[]>();
  for (const h of households) groups.set(h.group, [...(groups.get(h.group) ?? []), h]);
  const turn = new Map<string, Why>();
  for (const members of groups.values()) {
    const [before, after] = [members.filter((h) => h.inFrom), members.filter((h) => h.inTo)];
    const isKnown = before.every((h) => h.ruled !== null) && after.every((h) => h.to !== null);
    const both = isKnown ? 'changed' : 'known';
    const why = after.length === 0 ? 'left' : before.length === 0 ? 'joined' : both;
    for (const h of members) turn.set(h.householdId, why);
  }
  return turn;
}

/** What stands after each reason, the told figures first. */
function walk({ households, village }: DecomposeInput): { why: Why | null; terms: Terms }[] {
  const turn = turnsAt(households);
  const first = (h: HouseholdTerms, at: number) =>
    h.inFrom ? (at < 0 ? h.told : at === 0 ? h.known : h.ruled) : null;
  const populationAt = (at: number) => {
    if (!village) return null;
    const base = at < 0 ? village.told : at < whyCodes.indexOf('population') ? village.known : village.to;
    return base === null ? null : { amount: 0, base };
  };
  return [null, ...whyCodes].map((why, step) => {
    const at = step - 1;
    const terms = new Map<string | null, Term | null>([[null, populationAt(at)]]);
    for (const h of households) {
      const turned = at >= whyCodes.indexOf(turn.get(h.householdId) ?? 'joined');
      terms.set(h.householdId, turned ? (h.inTo ? h.to : null) : first(h, at));
    }
    return { why, terms };
  });
}

const differs = (a: Term | null, b: Term | null): boolean =>
  (a?.amount ?? 0) !== (b?.amount ?? 0) || (a?.base ?? 0) !== (b?.base ?? 0);

/**
 * The parts of a change in exact numbers. The level is walked from the told to the last figure,
 * one reason at a time; each part is the step between two levels, so the parts add up to the
 * change whatever they are.
 *
 * Within a step from level L to a denominator D, a household whose term changes by (a, b) has
 * the effect scale · (a − L·b ÷ scale) ÷ D, and the effects add up to the step.
 *
 * Where a level in between has no denominator (everybody left before others joined), the level
 * before it stands on, its part is 0 and the next part takes the whole step, with the households
 * of both.
 */
export function decomposeExactly(input: DecomposeInput): Exact {
  const { scale, village } = input;
  const moments = walk(input).map((moment) => ({ ...moment, ...levelOf(moment.terms, scale) }));
  const isThere = (at: number, base: number | null | undefined) =>
    village && !base ? null : (moments.at(at)?.level ?? null);
  const [told, known, to] = [isThere(0, village?.told), isThere(1, village?.known), isThere(-1, village?.to)];
  if (told === null || to === null || (village && !village.known)) return { told, known, to, parts: [] };
  const parts: ExactPart[] = [];
  let [level, terms] = [told, moments[0]?.terms ?? new Map<string | null, Term | null>()];
  for (const { why, ...next } of moments.slice(1)) {
    const { base } = next;
    const perUnit = dividedBy(level, exactly(scale));
    const effects = [...next.terms].flatMap(([householdId, after]) => {
      const before = terms.get(householdId) ?? null;
      if (!differs(before, after)) return [];
      const change = (name: keyof Term) => minus(exactly(after?.[name] ?? 0), exactly(before?.[name] ?? 0));
      const moved = minus(change('amount'), times(perUnit, change('base')));
      const value = next.level ? times(exactly(scale), dividedBy(moved, base)) : ZERO;
      return [{ householdId, value, before, after }];
    });
    if (why) parts.push({ why, value: minus(next.level ?? level, level), effects });
    if (next.level) [level, terms] = [next.level, next.terms];
  }
  return { told, known, to, parts };
}

/** Why a rate or mean changed between two visits, and the households behind each reason. */
export function decompose(input: DecomposeInput): Decomposition {
  const { told, known, to, parts } = decomposeExactly(input);
  const number = (value: Fraction | null) => value && toNumber(value);
  return {
    told: number(told),
    known: number(known),
    to: number(to),
    parts: parts.map((p) => ({
      ...p,
      value: toNumber(p.value),
      effects: p.effects.map((e) => ({ ...e, value: toNumber(e.value) })),
    })),
  };
}
