import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { problemOf } from '#src/api/problem.ts';
import type { Village } from '#src/domain/place.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { Notice } from '#src/ui/notice.tsx';
import { LogVisitLink } from './log-visit-link.tsx';

const BAD = new Set<string>(['PAIR_OUT_OF_ORDER', 'VISIT_NOT_FOUND', 'TOO_FEW_VISITS']);

/** Whether it failed because the two visits of the link cannot be compared. */
export const isBadPair = (query: UseQueryResult): boolean =>
  query.isError && BAD.has(problemOf(query.error).code);

/** Stands where a village has nothing to compare yet. */
export function TooFewVisits({ villageId, village }: { villageId: string; village: Village | undefined }) {
  const t = useMessages(progressWords);
  return (
    <Notice
      tone="plain"
      title={t.tooFew}
      action={
        <>
          <LogVisitLink village={village} after=" · ">
            {t.logVisit}
          </LogVisitLink>
          <Link to="/villages/$villageId/households" params={{ villageId }}>
            {t.toHouseholds}
          </Link>
        </>
      }
    >
      {t.tooFewText}
    </Notice>
  );
}

/** Stands where a link names two visits that cannot be compared. */
export function BadPair() {
  const t = useMessages(progressWords);
  return (
    <Notice
      tone="plain"
      title={t.badPair}
      action={
        <Link
          to="."
          search={(now: object) => ({ ...now, from: undefined, to: undefined, knownOn: undefined })}
        >
          {t.lastTwo}
        </Link>
      }
    >
      {t.badPairText}
    </Notice>
  );
}
