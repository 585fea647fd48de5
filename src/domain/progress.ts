import { z } from 'zod';
import { change, changeBetween, snapshotOf, type Change, type Snapshot } from './change.ts';
import { byVerdictOrder, commitment, commitmentState, verdict } from './commitment.ts';
import { day, daysBetween, type Day } from './day.ts';
import { household, isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { countStatuses, incidence, incidenceAt, statusCounts } from './incidence.ts';
import { householdIncomeChange, incomeBetween, incomeRow } from './income.ts';
import { guarantees, guaranteeStates, indicatorsOf } from './indicator.ts';
import { codeOf } from './reading.ts';
import { project } from './project.ts';
import { transition, transitionsBetween } from './mobility.ts';
import { householdRefOf } from './records.ts';
import { evidence, evidenceGrades } from './source.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import { visit, type Visit } from './visit.ts';
import { callBetween, calls } from './calls.ts';

const guaranteeCounts = z.record(z.enum(guaranteeStates), z.int());

const householdProgress = z.strictObject({
  household: household.pick({ id: true, number: true, head: true, source: true }),
  joined: z.boolean(),
  left: z.boolean(),
  /** The best call between the two visits. */
  called: z.enum(calls),
  guarantees: z.record(z.enum(guarantees), change),
});
export type HouseholdProgress = z.infer<typeof householdProgress>;

const projectProgress = z.strictObject({
  project,
  changes: z.array(change),
});
export type ProjectProgress = z.infer<typeof projectProgress>;

const commitmentProgress = z.strictObject({
  commitment,
  /** The last verdict given after the first visit, up to the second. */
  verdict: verdict.nullable(),
  open: z.boolean(),
  dueOn: day,
  overdue: z.boolean(),
});
export type CommitmentProgress = z.infer<typeof commitmentProgress>;

/** How a village changed between two visits, for whom, and what nobody knows. */
export const progress = z.strictObject({
  villageId: id,
  from: visit,
  to: visit,
  days: z.int(),
  knownOn: day.nullable(),
  incidence: z.strictObject({ from: incidence, to: incidence }),
  statuses: z.strictObject({ from: statusCounts, to: statusCounts }),
  transitions: z.array(transition),
  income: z.array(incomeRow),
  guaranteeTotals: z.record(
    z.enum(guarantees),
    z.strictObject({ from: guaranteeCounts, to: guaranteeCounts }),
  ),
  /** Of what is known of the guarantees at the second visit. */
  guaranteeEvidence: z.array(evidence),
  projects: z.array(projectProgress),
  conditions: z.array(change),
  /** Owed at the first visit or reopened since, and what became of them by the second. */
  commitments: z.array(commitmentProgress),
  /** Made after the first visit, up to and at the second. */
  newCommitments: z.array(commitmentProgress),
});
export type Progress = z.infer<typeof progress>;

/** The same household by household: as long as the village is large, and apart for that. */
export const householdsProgress = z.strictObject({
  households: z.array(householdProgress),
  householdIncomes: z.array(householdIncomeChange),
});
export type HouseholdsProgress = z.infer<typeof householdsProgress>;

const changesOf = (from: Snapshot, to: Snapshot, subjectId: string, kind: 'village' | 'project'): Change[] =>
  indicatorsOf(kind).map((name) => changeBetween(from, to, subjectId, name));

function guaranteeTotalsOf(from: Snapshot, to: Snapshot, before: Household[], after: Household[]) {
  const count = (at: Snapshot, households: Household[], name: (typeof guarantees)[number]) => {
    const counts = { met: 0, notMet: 0, unknown: 0, notApplicable: 0 };
    for (const h of households) counts[codeOf(at.level(h.id, name)) as keyof typeof counts] += 1;
    return counts;
  };
  return Object.fromEntries(
    guarantees.map((name) => [name, { from: count(from, before, name), to: count(to, after, name) }]),
  ) as Progress['guaranteeTotals'];
}

/** What was owed at the first visit, or reopened or judged otherwise since, and what was promised since then. */
export function commitmentsBetween(record: VillageRecord, from: Visit, to: Visit) {
  const upToSecond = record.commitments.filter((c) => {
    const made = record.visits.find((v) => v.id === c.visitId);
    return made !== undefined && made.on <= to.on;
  });
  const givenBetween = (c: (typeof upToSecond)[number]) =>
    record.verdicts.filter((v) => v.commitmentId === c.id && v.givenOn > from.on && v.givenOn <= to.on);
  const progressOf = (c: (typeof upToSecond)[number]): CommitmentProgress => {
    const last = givenBetween(c).toSorted(byVerdictOrder).at(-1) ?? null;
    const { open, dueOn, overdue } = commitmentState(c, record.verdicts, to.on);
    return { commitment: c, verdict: last, open, dueOn, overdue };
  };
  const madeOn = (visitId: string): Day => record.visits.find((v) => v.id === visitId)?.on ?? to.on;
  const earlier = upToSecond.filter(
    (c) =>
      c.visitId === from.id ||
      (madeOn(c.visitId) <= from.on &&
        c.visitId !== to.id &&
        (commitmentState(c, record.verdicts, from.on).open || givenBetween(c).length > 0)),
  );
  const later = upToSecond.filter((c) => c.visitId === to.id || madeOn(c.visitId) > from.on);
  return { commitments: earlier.map(progressOf), newCommitments: later.map(progressOf) };
}

/**
 * Pure: the same record, visits and `knownOn` always give the same answer.
 * `from` must not come after `to`; the caller sees to it.
 */
export function progressBetween(
  whole: VillageRecord,
  from: Visit,
  to: Visit,
  knownOn?: Day,
): Progress & HouseholdsProgress {
  const record = asKnownOn(whole, knownOn);
  const then = snapshotOf(record, from);
  const now = snapshotOf(record, to);
  const before = record.households.filter((h) => isInRegister(h, from.on));
  const after = record.households.filter((h) => isInRegister(h, to.on));
  const income = incomeBetween(then, now, before, after);
  const present = record.households.filter((h) => isInRegister(h, from.on) || isInRegister(h, to.on));
  const called = callBetween(record.visits, from, to);
  const villageId = record.village.id;
  const households = present.map((h) => ({
    household: householdRefOf(h),
    joined: !isInRegister(h, from.on),
    left: !isInRegister(h, to.on),
    called: called(h.id),
    guarantees: Object.fromEntries(
      guarantees.map((name) => [name, changeBetween(then, now, h.id, name)]),
    ) as HouseholdProgress['guarantees'],
  }));
  const found = new Set(households.flatMap((h) => guarantees.map((name) => h.guarantees[name].to?.evidence)));
  return {
    villageId,
    from,
    to,
    days: daysBetween(from.on, to.on),
    knownOn: knownOn ?? null,
    incidence: {
      from: incidenceAt(then, villageId, before),
      to: incidenceAt(now, villageId, after),
    },
    statuses: { from: countStatuses(then, before), to: countStatuses(now, after) },
    transitions: transitionsBetween(then, now, record.households),
    income: income.rows,
    householdIncomes: income.households,
    guaranteeTotals: guaranteeTotalsOf(then, now, before, after),
    guaranteeEvidence: evidenceGrades.filter((grade) => found.has(grade)),
    households,
    projects: record.projects.map((p) => ({
      project: p,
      changes: changesOf(then, now, p.id, 'project'),
    })),
    conditions: changesOf(then, now, villageId, 'village'),
    ...commitmentsBetween(record, from, to),
  };
}
