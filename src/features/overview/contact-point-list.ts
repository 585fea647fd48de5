import type { ContactPointSummary } from '#src/domain/overview.ts';
import { isPoor } from '#src/domain/incidence.ts';
import { householdStatuses } from '#src/domain/indicator.ts';

export interface OverviewSearch {
  q?: string | undefined;
  show?: 'all' | 'followUpDue' | 'overdue' | 'poor' | 'toReview' | 'sentBack' | undefined;
  sort?: 'place' | 'incidence' | 'lastVisit' | 'followUp' | 'commitments' | undefined;
  desc?: boolean | undefined;
}

const poorIn = ({ statuses }: ContactPointSummary): number =>
  statuses ? householdStatuses.filter(isPoor).reduce((sum, status) => sum + (statuses[status] ?? 0), 0) : 0;

const shows: Record<NonNullable<OverviewSearch['show']>, (p: ContactPointSummary) => boolean> = {
  all: () => true,
  followUpDue: (p) => p.followUpOverdue,
  overdue: (p) => p.overdueCommitments > 0,
  poor: (p) => poorIn(p) > 0,
  toReview: (p) => p.visitsToReview > 0,
  sentBack: (p) => p.visitsSentBack > 0,
};

/** What each sort goes by; null is unknown and stands last either way round. */
const keys: Record<
  Exclude<OverviewSearch['sort'], 'place' | undefined>,
  (p: ContactPointSummary) => number | string | null
> = {
  incidence: (p) => p.incidence.to?.figure.value ?? null,
  lastVisit: (p) => p.to?.on ?? null,
  followUp: (p) => p.followUpDueOn,
  commitments: (p) => p.overdueCommitments,
};

/** The contact points that the link asks for, in its order. */
export function contactPointsShown(
  points: readonly ContactPointSummary[],
  search: OverviewSearch,
): ContactPointSummary[] {
  const typed = search.q?.trim().toLowerCase() ?? '';
  const found = points.filter((p) => p.searchText.includes(typed) && shows[search.show ?? 'all'](p));
  if (!search.sort || search.sort === 'place') return search.desc ? found.toReversed() : found;
  const key = keys[search.sort];
  const direction = search.desc ? -1 : 1;
  return found.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (left < right ? -1 : left > right ? 1 : 0) * direction;
  });
}
