import { z } from 'zod';
import { snapshotOf } from './change.ts';
import { commitmentState } from './commitment.ts';
import { contactPoint } from './contact-point.ts';
import { addDays, day, daysBetween, type Day } from './day.ts';
import { isInRegister } from './household.ts';
import { countStatuses, incidence, incidenceAt, statusCounts } from './incidence.ts';
import { village } from './place.ts';
import { codeOf } from './reading.ts';
import { isAskedFor, reviewState } from './review.ts';
import { visitsInOrder, type VillageRecord } from './village-record.ts';
import { visit } from './visit.ts';

/** One contact point as the overview lists it. Null where a village has too few visits to say. */
export const contactPointSummary = z.strictObject({
  village,
  contactPoint,
  /** The last two visits; `from` is null where there is only one. */
  from: visit.pick({ id: true, on: true, kind: true }).nullable(),
  to: visit.pick({ id: true, on: true, kind: true }).nullable(),
  statuses: statusCounts.nullable(),
  incidence: z.strictObject({ from: incidence.nullable(), to: incidence.nullable() }),
  daysSinceVisit: z.int().nullable(),
  followUpDueOn: day.nullable(),
  followUpOverdue: z.boolean(),
  openCommitments: z.int(),
  overdueCommitments: z.int(),
  /** Visits that wait for an office's word, and visits that were sent back and not yet answered. */
  visitsToReview: z.int(),
  visitsSentBack: z.int(),
  projectsUnderWay: z.int(),
  projects: z.int(),
  /** Name, place and leader in Chinese, pinyin and English, lower case, for searching. */
  searchText: z.string(),
});
export type ContactPointSummary = z.infer<typeof contactPointSummary>;

/** Everything of the overview's row but its search text, which needs pinyin. */
export function summaryOf(record: VillageRecord, today: Day): Omit<ContactPointSummary, 'searchText'> {
  const visits = visitsInOrder(record).filter((v) => v.on <= today);
  const to = visits.at(-1) ?? null;
  const from = visits.at(-2) ?? null;
  const now = to && snapshotOf(record, to);
  const then = from && snapshotOf(record, from);
  const inRegister = (on: Day) => record.households.filter((h) => isInRegister(h, on));
  const states = record.commitments.map((c) => commitmentState(c, record.verdicts, today));
  const reviews = record.visits.map((v) => reviewState(v.id, record.reviews));
  const followUpDueOn = to && addDays(to.on, record.contactPoint.followUpDays);
  const brief = (v: typeof to) => v && { id: v.id, on: v.on, kind: v.kind };
  return {
    village: record.village,
    contactPoint: record.contactPoint,
    from: brief(from),
    to: brief(to),
    statuses: now && countStatuses(now, inRegister(now.on)),
    incidence: {
      from: then && incidenceAt(then, record.village.id, inRegister(then.on)),
      to: now && incidenceAt(now, record.village.id, inRegister(now.on)),
    },
    daysSinceVisit: to && daysBetween(to.on, today),
    followUpDueOn,
    followUpOverdue: followUpDueOn !== null && followUpDueOn < today,
    openCommitments: states.filter((s) => s.open).length,
    visitsToReview: reviews.filter((state) => isAskedFor(state, 'toReview')).length,
    visitsSentBack: reviews.filter((state) => isAskedFor(state, 'sentBack')).length,
    overdueCommitments: states.filter((s) => s.overdue).length,
    projectsUnderWay: now
      ? record.projects.filter((p) => codeOf(now.level(p.id, 'stage')) === 'underConstruction').length
      : 0,
    projects: record.projects.length,
  };
}
