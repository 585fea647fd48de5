import { z } from 'zod';
import { callBetween } from './calls.ts';
import { snapshotOf, type Snapshot } from './change.ts';
import { commitmentState } from './commitment.ts';
import { openQuestions, questionCodes, type DataQuestion, type QuestionAnswer } from './data-questions.ts';
import { day, type Day } from './day.ts';
import { isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { statusAt } from './incidence.ts';
import { householdIncome } from './income.ts';
import { guarantees } from './indicator.ts';
import { gravityOf } from './left-behind-kinds.ts';
import { questionsAt } from './question-list.ts';
import { codeOf, numberOf } from './reading.ts';
import { source } from './source.ts';
import { text } from './text.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import { byVisitOrder, type Visit } from './visit.ts';
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
  reason('sinking', 'whatHappened', {
    how: z.array(z.enum(sinkings)),
    /** Yuan per person and year at the two visits; null: not known. */
    perPerson: z.strictObject({ from: z.number().nullable(), to: z.number().nullable() }),
  }),
  /** `aboveLine`: at or above it, so not poor by income; null: income or line is not known. */
  reason('guaranteeNotMet', 'whatIsMissing', {
    guarantee: z.enum(guarantees),
    aboveLine: z.boolean().nullable(),
  }),
  reason('overdueCommitment', 'wasItDone', { commitmentId: id, what: text, owner: text, dueOn: day, source }),
  reason('notVisited', 'callThere', {}),
  reason('nobodyHome', 'callAgain', {}),
  reason('guaranteeUnknown', 'readIt', { guarantee: z.enum(guarantees) }),
  reason('dataQuestion', 'answerIt', { question: z.enum(questionCodes), key: z.string() }),
]);
export type LeftBehindReason = z.infer<typeof leftBehindReason>;

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
  /** By default those of the record. */
  /** To its data questions; by default those in the record. */
  answers?: readonly QuestionAnswer[] | undefined;
}

/** The list, and the open questions about the village as a whole. */
export interface LeftBehind {
  households: LeftBehindHousehold[];
  questions: DataQuestion[];
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
  { today, knownOn, rules = usualRules(whole, to.on), answers }: LeftBehindAsked,
): LeftBehind {
  // Frozen, so that what is looked up of it is looked up once.
  const record = knownOn ? Object.freeze(asKnownOn(whole, knownOn)) : whole;
  const [then, now] = [from && snapshotOf(record, from), snapshotOf(record, to)];
  const called = callBetween(record.visits, from, to);
  const open = openQuestions(questionsAt(record, to, rules), answers ?? record.questionAnswers);
  const questions = bySubject(open.map((q) => [q.subject.id, q]));
  const overdue = overdueByHousehold(record, to, today);
  const reasonsOf = (h: Household): LeftBehindReason[] => {
    const status = statusAt(now, h.id);
    const how = status === 'out' ? sinkingOf(h.id, then, now, rules) : [];
    const call = called(h.id);
    return [
      ...(status === 'returned' ? [{ code: 'returned', ask: 'whatHappened' } as const] : []),
      ...(how.length > 0
        ? [
            {
              code: 'sinking',
              ask: 'whatHappened',
              how,
              perPerson: incomesOf(h.id, then, now, rules),
            } as const,
          ]
        : []),
      ...guaranteeReasons(h.id, now, rules),
      ...(overdue.get(h.id) ?? []),
      ...(call === 'none' ? [{ code: 'notVisited', ask: 'callThere' } as const] : []),
      ...(call === 'nobodyHome' ? [{ code: 'nobodyHome', ask: 'callAgain' } as const] : []),
      ...(questions.get(h.id) ?? []).map(
        ({ code, key }) => ({ code: 'dataQuestion', ask: 'answerIt', question: code, key }) as const,
      ),
    ];
  };
  const households = record.households
    .filter((h) => isInRegister(h, to.on))
    .map((h) => ({
      number: h.number,
      entry: {
        householdId: h.id,
        persons: numberOf(now.level(h.id, 'persons')),
        reasons: reasonsOf(h).toSorted((a, b) => gravityOf(a) - gravityOf(b)),
      },
    }))
    .flatMap((one) => {
      const [gravest] = one.entry.reasons;
      return gravest ? [{ ...one, gravest: gravityOf(gravest) }] : [];
    })
    .toSorted(
      (a, b) =>
        a.gravest - b.gravest ||
        b.entry.reasons.length - a.entry.reasons.length ||
        (a.number < b.number ? -1 : 1),
    )
    .map(({ entry }) => entry);
  return { households, questions: open.filter(({ subject }) => subject.kind === 'village') };
}

/** What was promised to households by the second visit, and is overdue today. */
function overdueByHousehold(record: VillageRecord, to: Visit, today: Day) {
  const later = new Set(record.visits.filter((v) => byVisitOrder(v, to) > 0).map((v) => v.id));
  const given = bySubject(record.verdicts.map((v) => [v.commitmentId, v]));
  return bySubject(
    record.commitments.flatMap((c) => {
      if (c.householdId === null || later.has(c.visitId)) return [];
      const { overdue, dueOn } = commitmentState(c, given.get(c.id) ?? [], today);
      const { id: commitmentId, what, owner, source } = c;
      const told = { code: 'overdueCommitment', ask: 'wasItDone', commitmentId, what, owner, dueOn } as const;
      return overdue ? [[c.householdId, { ...told, source }] as const] : [];
    }),
  );
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

function incomesOf(householdId: string, then: Snapshot | null, now: Snapshot, rules: IncomeRules) {
  const incomeAt = (at: Snapshot) => householdIncome(at, householdId, rules.income).perPerson;
  return { from: then && incomeAt(then), to: incomeAt(now) };
}

function sinkingOf(householdId: string, then: Snapshot | null, now: Snapshot, rules: IncomeRules): Sinking[] {
  const { from: before, to: after } = incomesOf(householdId, then, now, rules);
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
