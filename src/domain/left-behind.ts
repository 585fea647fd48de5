import { z } from 'zod';
import { callBetween } from './calls.ts';
import { snapshotOf, type Snapshot } from './change.ts';
import { commitmentState } from './commitment.ts';
import { openQuestions, questionCodes, type QuestionAnswer } from './data-questions.ts';
import type { Day } from './day.ts';
import { isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { statusAt } from './incidence.ts';
import { householdIncome } from './income.ts';
import { guarantees } from './indicator.ts';
import { questionsAt } from './question-list.ts';
import { codeOf, numberOf } from './reading.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';
import { usualRules, type IncomeRules } from './why-changed.ts';

/** How a household that is out of the register sinks again. */
const sinkings = ['belowLine', 'incomeFell', 'lostGuarantee'] as const;
export type Sinking = (typeof sinkings)[number];

/** A fall of income by this share or more between the two visits is sinking. Ours: less is the weather. */
export const SINKING_FALL = 0.1;

const reason = <Code extends string, Ask extends string, Shape extends z.core.$ZodLooseShape>(
  code: Code,
  ask: Ask,
  shape: Shape,
) => z.strictObject({ code: z.literal(code), ask: z.literal(ask), ...shape });

/** Why somebody is left behind, and what the next visit should ask. */
export const leftBehindReason = z.discriminatedUnion('code', [
  reason('returned', 'whatHappened', {}),
  reason('sinking', 'whatHappened', { how: z.array(z.enum(sinkings)) }),
  /** `aboveLine`: at or above it, so not poor by income; null: income or line is not known. */
  reason('guaranteeNotMet', 'whatIsMissing', {
    guarantee: z.enum(guarantees),
    aboveLine: z.boolean().nullable(),
  }),
  reason('overdueCommitment', 'wasItDone', { commitmentId: id }),
  reason('notVisited', 'callThere', {}),
  reason('nobodyHome', 'callAgain', {}),
  reason('guaranteeUnknown', 'readIt', { guarantee: z.enum(guarantees) }),
  reason('dataQuestion', 'answerIt', { question: z.enum(questionCodes), key: z.string() }),
]);
export type LeftBehindReason = z.infer<typeof leftBehindReason>;

/** The gravest first: the order of the list, and of the reasons within it. */
const gravity: LeftBehindReason['code'][] = [
  'returned',
  'sinking',
  'guaranteeNotMet',
  'overdueCommitment',
  'notVisited',
  'nobodyHome',
  'guaranteeUnknown',
  'dataQuestion',
];

export const leftBehindHousehold = z.strictObject({
  householdId: id,
  /** Null: not known. */
  persons: z.int().nullable(),
  reasons: z.array(leftBehindReason).min(1),
});
export type LeftBehindHousehold = z.infer<typeof leftBehindHousehold>;

export interface LeftBehindAsked {
  /** For what is overdue. */
  today: Day;
  knownOn?: Day | undefined;
  /** By default those of the second visit's year. */
  rules?: IncomeRules | undefined;
  answers?: readonly QuestionAnswer[] | undefined;
}

/**
 * No one left behind is a list of people before it is a percentage (DOMAIN §3.12): every
 * household in the register at the second visit that anything is open with, the gravest first,
 * then by the number of reasons, then by number. It is the next visit's agenda.
 *
 * Without a first visit, `notVisited` means never.
 */
export function leftBehind(
  whole: VillageRecord,
  from: Visit | null,
  to: Visit,
  { today, knownOn, rules = usualRules(whole, to.on), answers = [] }: LeftBehindAsked,
): LeftBehindHousehold[] {
  const record = asKnownOn(whole, knownOn);
  const [then, now] = [from && snapshotOf(record, from), snapshotOf(record, to)];
  const called = callBetween(record.visits, from, to);
  const questions = bySubject(
    openQuestions(questionsAt(record, to, rules), answers).map((q) => [q.subject.id, q]),
  );
  const overdue = bySubject(
    record.commitments.flatMap((c) =>
      c.householdId !== null && commitmentState(c, record.verdicts, today).overdue
        ? [[c.householdId, c.id]]
        : [],
    ),
  );
  const reasonsOf = (h: Household): LeftBehindReason[] => {
    const status = statusAt(now, h.id);
    const how = status === 'out' ? sinkingOf(h.id, then, now, rules) : [];
    const call = called(h.id);
    return [
      ...(status === 'returned' ? [{ code: 'returned', ask: 'whatHappened' } as const] : []),
      ...(how.length > 0 ? [{ code: 'sinking', ask: 'whatHappened', how } as const] : []),
      ...guaranteeReasons(h.id, now, rules),
      ...(overdue.get(h.id) ?? []).map(
        (commitmentId) => ({ code: 'overdueCommitment', ask: 'wasItDone', commitmentId }) as const,
      ),
      ...(call === 'none' ? [{ code: 'notVisited', ask: 'callThere' } as const] : []),
      ...(call === 'nobodyHome' ? [{ code: 'nobodyHome', ask: 'callAgain' } as const] : []),
      ...(questions.get(h.id) ?? []).map(
        ({ code, key }) => ({ code: 'dataQuestion', ask: 'answerIt', question: code, key }) as const,
      ),
    ];
  };
  const rank = ({ code }: LeftBehindReason) => gravity.indexOf(code);
  return record.households
    .filter((h) => isInRegister(h, to.on))
    .map((h) => ({
      number: h.number,
      entry: {
        householdId: h.id,
        persons: numberOf(now.level(h.id, 'persons')),
        reasons: reasonsOf(h).toSorted((a, b) => rank(a) - rank(b)),
      },
    }))
    .flatMap((one) => {
      const [gravest] = one.entry.reasons;
      return gravest ? [{ ...one, gravest: rank(gravest) }] : [];
    })
    .toSorted(
      (a, b) =>
        a.gravest - b.gravest ||
        b.entry.reasons.length - a.entry.reasons.length ||
        (a.number < b.number ? -1 : 1),
    )
    .map(({ entry }) => entry);
}

function bySubject<T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const [subjectId, item] of pairs) found.set(subjectId, [...(found.get(subjectId) ?? []), item]);
  return found;
}

function guaranteeReasons(householdId: string, now: Snapshot, rules: IncomeRules): LeftBehindReason[] {
  const { perPerson } = householdIncome(now, householdId, rules.income);
  const aboveLine = perPerson === null || rules.line === null ? null : perPerson >= rules.line.yuan;
  return guarantees.flatMap((guarantee): LeftBehindReason[] => {
    const state = codeOf(now.level(householdId, guarantee));
    if (state === 'notMet') return [{ code: 'guaranteeNotMet', ask: 'whatIsMissing', guarantee, aboveLine }];
    return state === 'unknown' ? [{ code: 'guaranteeUnknown', ask: 'readIt', guarantee }] : [];
  });
}

function sinkingOf(householdId: string, then: Snapshot | null, now: Snapshot, rules: IncomeRules): Sinking[] {
  const incomeAt = (at: Snapshot) => householdIncome(at, householdId, rules.income).perPerson;
  const [before, after] = [then && incomeAt(then), incomeAt(now)];
  const lost = guarantees.some(
    (name) =>
      then &&
      codeOf(then.level(householdId, name)) === 'met' &&
      codeOf(now.level(householdId, name)) === 'notMet',
  );
  const fell =
    before !== null &&
    after !== null &&
    before - after > 0 &&
    before - after >= SINKING_FALL * Math.abs(before);
  return [
    ...(after !== null && rules.line && after < rules.line.yuan ? (['belowLine'] as const) : []),
    ...(fell ? (['incomeFell'] as const) : []),
    ...(lost ? (['lostGuarantee'] as const) : []),
  ];
}
