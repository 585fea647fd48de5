import { z } from 'zod';
import {
  dividedBy,
  exactly,
  fraction,
  minus,
  plus,
  times,
  toNumber,
  ZERO,
  type Fraction,
} from './fraction.ts';
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

/** What becomes of one term at a reason; the village's own stands under null. */
interface Move {
  householdId: string | null;
  before: Term | null;
  after: Term | null;
}

interface Sums {
  amount: Fraction;
  base: Fraction;
}

const differs = (a: Term | null, b: Term | null): boolean =>
  (a?.amount ?? 0) !== (b?.amount ?? 0) || (a?.base ?? 0) !== (b?.base ?? 0);

const changeOf = ({ before, after }: Move, name: keyof Term): Fraction =>
  minus(exactly(after?.[name] ?? 0), exactly(before?.[name] ?? 0));

/** `scale` · (change of the numerator − `perUnit` · change of the denominator) ÷ `base`, brought to lowest terms once. */
function effectOf(move: Move, perUnit: Fraction, base: Fraction, scale: number): Fraction {
  const [a, b] = [changeOf(move, 'amount'), changeOf(move, 'base')];
  const over = a.over * perUnit.under * b.under - perUnit.over * b.over * a.under;
  return fraction(BigInt(scale) * over * base.under, a.under * perUnit.under * b.under * base.over);
}

/** Numerators and denominators with what moved; so each term is looked at where it changes, and nowhere else. */
function moved(sums: Sums, moves: readonly Move[]): Sums {
  let { amount, base } = sums;
  for (const move of moves) {
    amount = plus(amount, changeOf(move, 'amount'));
    base = plus(base, changeOf(move, 'base'));
  }
  return { amount, base };
}

/** Sum of numerators ÷ sum of denominators; null where nothing is known. */
const levelOf = ({ amount, base }: Sums, scale: number): Fraction | null =>
  base.over > 0n ? times(exactly(scale), dividedBy(amount, base)) : null;

/** From which reason on a household's term is that of the second visit. */
function turnsAt(households: readonly HouseholdTerms[]): Map<string, Why> {
  const groups = new Map<string, HouseholdTerms[]>();
  for (const h of households) {
    const group = groups.get(h.group);
    if (group) group.push(h);
    else groups.set(h.group, [h]);
  }
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

/** The told figures as a move from nothing, and what moves at each reason. */
function walk({ households, village }: DecomposeInput): { told: Move[]; steps: [why: Why, moves: Move[]][] } {
  const turn = turnsAt(households);
  const told: Move[] = [];
  const moves = new Map(whyCodes.map((why): [Why, Move[]] => [why, []]));
  const go = (householdId: string | null, terms: readonly [Why | null, Term | null][]) => {
    let before: Term | null = null;
    for (const [why, after] of terms) {
      const list = why === null ? told : moves.get(why);
      // What becomes known as nothing moves no sum, and is told all the same where something else moves it.
      const isTold = differs(before, after) || (before === null) !== (after === null);
      if (isTold) list?.push({ householdId, before, after });
      before = after;
    }
  };
  const population = (base: number | null) => (base === null ? null : { amount: 0, base });
  if (village) {
    go(null, [
      [null, population(village.told)],
      ['corrected', population(village.known)],
      ['population', population(village.to)],
    ]);
  }
  for (const h of households) {
    const first = (term: Term | null) => (h.inFrom ? term : null);
    go(h.householdId, [
      [null, first(h.told)],
      ['corrected', first(h.known)],
      ['rule', first(h.ruled)],
      [turn.get(h.householdId) ?? 'joined', h.inTo ? h.to : null],
    ]);
  }
  return { told, steps: [...moves] };
}

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
  const { told: first, steps } = walk(input);
  let sums = moved({ amount: ZERO, base: ZERO }, first);
  const start = levelOf(sums, scale);
  const moments = steps.map(([why, moves]) => {
    sums = moved(sums, moves);
    return { why, moves, level: levelOf(sums, scale), base: sums.base };
  });
  const isThere = (level: Fraction | null | undefined, base: number | null | undefined) =>
    village && !base ? null : (level ?? null);
  const told = isThere(start, village?.told);
  const known = isThere(moments[0]?.level, village?.known);
  const to = isThere(moments.at(-1)?.level, village?.to);
  if (told === null || to === null || (village && !village.known)) return { told, known, to, parts: [] };
  const parts: ExactPart[] = [];
  let level = told;
  /** What moved since that level, by whose it is. */
  let since = new Map<string | null, Move>();
  for (const { why, moves, level: next, base } of moments) {
    for (const move of moves) {
      const earlier = since.get(move.householdId);
      since.set(move.householdId, { ...move, before: earlier ? earlier.before : move.before });
    }
    const perUnit = dividedBy(level, exactly(scale));
    const effects = [...since.values()].flatMap((move) => {
      if (!differs(move.before, move.after)) return [];
      return [{ ...move, value: next ? effectOf(move, perUnit, base, scale) : ZERO }];
    });
    parts.push({ why, value: minus(next ?? level, level), effects });
    if (next) [level, since] = [next, new Map()];
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
