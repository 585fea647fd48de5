import { z } from 'zod';
import { snapshotOf } from './change.ts';
import { dataQuestion } from './data-questions.ts';
import { day, type Day } from './day.ts';
import { isInRegister, pairingOn } from './household.ts';
import { lastVisitDays } from './household-list.ts';
import { id } from './id.ts';
import { statusAt } from './incidence.ts';
import { householdIncome } from './income.ts';
import { incomeRuleSet } from './income-rules.ts';
import { isListedFor, leftBehindKinds, type LeftBehindKind } from './left-behind-kinds.ts';
import { leftBehind, leftBehindHousehold, type LeftBehind } from './left-behind.ts';
import { lineSeries, povertyLine } from './poverty-line.ts';
import { householdRef, householdRefOf } from './records.ts';
import { numberOf } from './reading.ts';
import { text } from './text.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import { visit, type Visit } from './visit.ts';
import { usualRules } from './why-changed.ts';

/** So many households are a page: more than most villages have on the list. */
export const LEFT_BEHIND_PAGE = 100;

/** Households and the persons in them, as far as those are known. */
const counted = z.strictObject({
  households: z.int(),
  persons: z.int(),
  /** Households whose persons are not known: they are not in `persons`. */
  personsUnknown: z.int(),
});
export type Counted = z.infer<typeof counted>;

const entry = leftBehindHousehold.omit({ householdId: true }).extend({
  household: householdRef,
  /** Who was to help on the day of the second visit; null: nobody. */
  helper: text.nullable(),
  /** The last day up to the second visit on which somebody was met there; null: never. */
  lastVisitedOn: day.nullable(),
  /** It came into the register after the first visit. */
  joined: z.boolean(),
});
export type LeftBehindEntry = z.infer<typeof entry>;

const visitInShort = visit.pick({ id: true, on: true, kind: true });

/** A page of the list, with what it speaks of and how many stand on it. */
export const leftBehindAnswer = z.strictObject({
  villageId: id,
  /** Null: there was no visit before; then "not visited" means never. */
  from: visitInShort.nullable(),
  to: visitInShort,
  knownOn: day.nullable(),
  /** The day for which it is told what is overdue. */
  today: day,
  rules: z.strictObject({
    series: z.enum(lineSeries),
    line: povertyLine.nullable(),
    income: incomeRuleSet,
  }),
  /** Everybody in the register at the second visit. */
  register: counted,
  listed: counted,
  /** By reason, the gravest first; whoever has two reasons stands under both. */
  reasons: z.array(counted.extend({ kind: z.enum(leftBehindKinds) })),
  /**
   * Households that are on no list only because it cannot be told: nobody knows their status, or they
   * are out and an income or the line is missing by which they might be found to be sinking.
   */
  cannotTell: z.strictObject({ status: z.int(), income: z.int() }),
  /** Questions about the village as a whole. */
  questions: z.array(dataQuestion),
  entries: z.array(entry),
  /** The household after which the next page begins; null on the last. */
  next: id.nullable(),
});
export type LeftBehindAnswer = z.infer<typeof leftBehindAnswer>;

export interface LeftBehindPageAsked {
  /** For what is overdue. */
  today: Day;
  knownOn?: Day | undefined;
  /** Only whoever has this reason. */
  reason?: LeftBehindKind | undefined;
  /** The household after which the page begins; one that is not there is before all others. */
  after?: string | undefined;
}

function countOf(persons: readonly (number | null)[]): Counted {
  const known = persons.filter((n) => n !== null);
  return {
    households: persons.length,
    persons: known.reduce((sum, n) => sum + n, 0),
    personsUnknown: persons.length - known.length,
  };
}

/** The last list of each frozen record: pages of one list are asked for one after the other. */
const lastList = new WeakMap<object, { key: string; list: LeftBehind }>();

function listOf(record: VillageRecord, from: Visit | null, to: Visit, today: Day): LeftBehind {
  const key = [from?.id ?? '', to.id, today].join(' ');
  const last = lastList.get(record);
  if (last?.key === key) return last.list;
  const list = leftBehind(record, from, to, { today });
  if (Object.isFrozen(record)) lastList.set(record, { key, list });
  return list;
}

/** Who is left behind between two visits, a page of it. */
export function leftBehindPage(
  whole: VillageRecord,
  from: Visit | null,
  to: Visit,
  { today, knownOn, reason, after }: LeftBehindPageAsked,
): LeftBehindAnswer {
  const record = knownOn ? Object.freeze(asKnownOn(whole, knownOn)) : whole;
  const rules = usualRules(record, to.on);
  const [then, now] = [from && snapshotOf(record, from), snapshotOf(record, to)];
  const { households: list, questions } = listOf(record, from, to, today);
  const wanted = list.filter((one) => isListedFor(one, reason));
  const start = wanted.findIndex(({ householdId }) => householdId === after) + 1;
  const page = wanted.slice(start, start + LEFT_BEHIND_PAGE);

  const households = new Map(record.households.map((h) => [h.id, h]));
  const registered = record.households.filter((h) => isInRegister(h, to.on));
  const visited = lastVisitDays(record.visits, to.on);
  const listed = new Set(list.map(({ householdId }) => householdId));
  const unlisted = registered.filter((h) => !listed.has(h.id));
  const isOpen = (householdId: string): boolean => {
    const incomeAt = (at: typeof now) => householdIncome(at, householdId, rules.income).perPerson;
    const isKnown =
      rules.line !== null && incomeAt(now) !== null && (then === null || incomeAt(then) !== null);
    return statusAt(now, householdId) === 'out' && !isKnown;
  };
  return {
    villageId: record.village.id,
    from: from && inShort(from),
    to: inShort(to),
    knownOn: knownOn ?? null,
    today,
    rules: { series: 'national', ...rules },
    register: countOf(registered.map((h) => numberOf(now.level(h.id, 'persons')))),
    listed: countOf(list.map(({ persons }) => persons)),
    reasons: leftBehindKinds.map((kind) => ({
      kind,
      ...countOf(list.filter((one) => isListedFor(one, kind)).map(({ persons }) => persons)),
    })),
    cannotTell: {
      status: unlisted.filter((h) => statusAt(now, h.id) === 'unknown').length,
      income: unlisted.filter((h) => isOpen(h.id)).length,
    },
    questions,
    entries: page.flatMap(({ householdId, ...one }) => {
      const h = households.get(householdId);
      if (!h) return [];
      return {
        ...one,
        household: householdRefOf(h),
        helper: pairingOn(h, to.on)?.helper ?? null,
        lastVisitedOn: visited.get(householdId) ?? null,
        joined: from !== null && !isInRegister(h, from.on),
      };
    }),
    next: start + page.length < wanted.length ? (page.at(-1)?.householdId ?? null) : null,
  };
}

const inShort = ({ id: visitId, on, kind }: Visit): Pick<Visit, 'id' | 'on' | 'kind'> => ({
  id: visitId,
  on,
  kind,
});
