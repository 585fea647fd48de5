import { z } from 'zod';
import { callBetween, calls } from './calls.ts';
import { snapshotOf } from './change.ts';
import { day, type Day } from './day.ts';
import { cause, household, isInRegister, mainCause, pairingOn } from './household.ts';
import { id } from './id.ts';
import { isPoor, statusAt } from './incidence.ts';
import { householdIncome } from './income.ts';
import {
  guarantees,
  guaranteeState,
  householdStatus,
  householdStatuses,
  type GuaranteeState,
} from './indicator.ts';
import { codeOf, numberOf } from './reading.ts';
import { text, textIn } from './text.ts';
import type { VillageRecord } from './village-record.ts';
import type { Visit } from './visit.ts';

/** A household as the list shows it: its state at the second visit of the pair. */
export const householdRow = household.pick({ id: true, number: true, head: true, source: true }).extend({
  status: householdStatus,
  persons: z.int().nullable(),
  mainCause,
  otherCauses: z.array(cause),
  guarantees: z.record(z.enum(guarantees), guaranteeState),
  /** Yuan per person over the rolling twelve months at each visit. */
  income: z.strictObject({ from: z.number().nullable(), to: z.number().nullable() }),
  called: z.enum(calls),
  lastVisitedOn: day.nullable(),
  helper: text.nullable(),
  projectIds: z.array(id),
  left: z.boolean(),
  searchText: z.string(),
});
export type HouseholdRow = z.infer<typeof householdRow>;

/**
 * Every household ever in the register, as at the second visit; where the
 * village has none, as of `today`. Without a first visit only the later state is told.
 */
export function householdRows(
  record: VillageRecord,
  from: Visit | null,
  to: Visit | null,
  today: Day,
): Omit<HouseholdRow, 'searchText'>[] {
  const on = to?.on ?? today;
  const now = snapshotOf(record, to ?? on);
  const then = from && snapshotOf(record, from);
  const called = from && to ? callBetween(record.visits, from, to) : () => 'none' as const;
  const lastVisit = lastVisitDays(record.visits, on);
  const projectsOf = new Map<string, string[]>();
  for (const p of record.projects) {
    for (const householdId of p.beneficiaryIds) {
      projectsOf.set(householdId, [...(projectsOf.get(householdId) ?? []), p.id]);
    }
  }
  return record.households.map((h) => ({
    id: h.id,
    number: h.number,
    head: h.head,
    source: h.source,
    status: statusAt(now, h.id),
    persons: numberOf(now.level(h.id, 'persons')),
    mainCause: h.mainCause,
    otherCauses: h.otherCauses,
    guarantees: Object.fromEntries(
      guarantees.map((name) => [name, codeOf(now.level(h.id, name))]),
    ) as HouseholdRow['guarantees'],
    income: {
      from: then && householdIncome(then, h.id).perPerson,
      to: householdIncome(now, h.id).perPerson,
    },
    called: called(h.id),
    lastVisitedOn: lastVisit.get(h.id) ?? null,
    helper: pairingOn(h, on)?.helper ?? null,
    projectIds: projectsOf.get(h.id) ?? [],
    left: !isInRegister(h, on),
  }));
}

/** By household, the last day up to `upTo` on which somebody was there to be visited. */
export function lastVisitDays(visits: readonly Visit[], upTo: Day): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const v of visits) {
    if (v.on > upTo) continue;
    for (const s of v.stops) {
      if (s.kind !== 'household' || !s.subjectId || s.outcome === 'nobodyHome') continue;
      if ((days.get(s.subjectId) ?? '') < v.on) days.set(s.subjectId, v.on);
    }
  }
  return days;
}

/** Filters of the list; they live in the link, so each is a short code and every one may be absent. */
export const householdFilter = z.object({
  /** `poor` asks for both that count as poor: registered and returned. */
  status: z
    .enum([...householdStatuses, 'poor'])
    .optional()
    .catch(undefined),
  cause: mainCause.optional().catch(undefined),
  guarantee: z
    .enum([...guarantees, 'any'])
    .optional()
    .catch(undefined),
  state: z.enum(['notMet', 'unknown', 'gap']).optional().catch(undefined),
  called: z
    .enum([...calls, 'notMet'])
    .optional()
    .catch(undefined),
  helper: z
    .string()
    .regex(/^[a-z0-9]{1,7}$/)
    .optional()
    .catch(undefined),
  project: id.optional().catch(undefined),
});
/** With what is searched for, which stands in no link: it may be a name. */
export type HouseholdFilter = z.infer<typeof householdFilter> & { q?: string | undefined };

const gapStates: Record<NonNullable<HouseholdFilter['state']>, readonly GuaranteeState[]> = {
  notMet: ['notMet'],
  unknown: ['unknown'],
  gap: ['notMet', 'unknown'],
};

/** What tells whether a row passes the filter. A guarantee without a state asks for a gap: not met or unknown. */
export function filterBy(filter: HouseholdFilter): (row: HouseholdRow) => boolean {
  const { status, cause, guarantee, state, called, helper, project } = filter;
  const q = filter.q?.trim().toLowerCase();
  const wanted = gapStates[state ?? 'gap'];
  const looked = guarantee && guarantee !== 'any' ? [guarantee] : guarantees;
  return (row) => {
    if (q && !row.searchText.includes(q)) return false;
    if (status === 'poor' ? !isPoor(row.status) : status && row.status !== status) return false;
    if (cause && row.mainCause !== cause && !row.otherCauses.some((c) => c === cause)) return false;
    if ((guarantee || state) && !looked.some((name) => wanted.includes(row.guarantees[name]))) return false;
    if (called === 'notMet' ? row.called === 'met' : called && row.called !== called) return false;
    if (helper && (row.helper === null || helperKey(row.helper) !== helper)) return false;
    return !project || row.projectIds.includes(project);
  };
}

/**
 * The helper as a filter's code. Links carry no name of a person, so it is a
 * digest of the Chinese (or typed) one: FNV-1a, 32 bits, base 36.
 */
export function helperKey(helper: NonNullable<HouseholdRow['helper']>): string {
  let digest = 0x811c9dc5;
  for (const unit of textIn(helper, 'zh-CN')) {
    digest = Math.imul(digest ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  }
  return (digest >>> 0).toString(36);
}

export const householdSorts = [
  'number',
  'status',
  'persons',
  'income',
  'change',
  'gaps',
  'lastVisit',
] as const;
export type HouseholdSort = (typeof householdSorts)[number];

/** Guarantees of a row that are not met or unknown. */
export const gapsOf = (row: HouseholdRow): number =>
  guarantees.filter((name) => gapStates.gap.includes(row.guarantees[name])).length;

/** Change of income per person, yuan, or null where one end is unknown. */
export const incomeChangeOf = ({ income: { from, to } }: HouseholdRow): number | null =>
  from === null || to === null ? null : to - from;

const statusOrder: Record<HouseholdRow['status'], number> = {
  returned: 0,
  registered: 1,
  unknown: 2,
  out: 3,
};

/** What each order goes by; null is unknown. */
const sortKeys: Record<HouseholdSort, (row: HouseholdRow) => number | string | null> = {
  number: (row) => row.number,
  status: (row) => statusOrder[row.status],
  persons: (row) => row.persons,
  income: (row) => row.income.to,
  change: incomeChangeOf,
  gaps: gapsOf,
  lastVisit: (row) => row.lastVisitedOn,
};

/** Rows in order; ties go by number, and the unknown stand last either way round. */
export function sortRows(
  rows: readonly HouseholdRow[],
  sort: HouseholdSort = 'number',
  desc = false,
): HouseholdRow[] {
  const direction = desc ? -1 : 1;
  const compare = (a: number | string, b: number | string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows
    .map((row) => ({ row, key: sortKeys[sort](row) }))
    .toSorted((a, b) => {
      if (a.key === null || b.key === null) {
        if (a.key !== b.key) return a.key === null ? 1 : -1;
      } else {
        const order = compare(a.key, b.key) * direction;
        if (order !== 0) return order;
      }
      return compare(a.row.number, b.row.number);
    })
    .map(({ row }) => row);
}
