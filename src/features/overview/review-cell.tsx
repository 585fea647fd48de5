import { Link } from '@tanstack/react-router';
import type { ContactPointSummary } from '#src/domain/overview.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { overviewWords } from '#src/messages/overview.ts';
import classes from './contact-point-table.module.css';
import { useReviewDuty } from './use-review-duty.ts';

/** Visits that wait for the office's word or for the village's; what is for the reader stands first. */
export function ReviewCell({ point }: { point: ContactPointSummary }) {
  const t = useMessages(overviewWords);
  const duty = useReviewDuty();
  const { visitsToReview, visitsSentBack, village } = point;
  if (!point.to) return t.nothingToReview;
  const link = {
    to: '/villages/$villageId/visits',
    params: { villageId: village.id },
    className: classes.plain,
  } as const;
  const toReview =
    visitsToReview > 0 ? (
      <Link
        key="toReview"
        {...link}
        search={{ review: 'toReview' }}
        data-due={duty === 'toReview' || undefined}
      >
        {duty === 'toReview' ? t.toReview(visitsToReview) : t.withOffice(visitsToReview)}
      </Link>
    ) : null;
  const sentBack =
    visitsSentBack > 0 ? (
      <Link
        key="sentBack"
        {...link}
        search={{ review: 'sentBack' }}
        data-due={duty === 'sentBack' || undefined}
      >
        {t.sentBack(visitsSentBack)}
      </Link>
    ) : null;
  if (!toReview && !sentBack) return t.allReviewed;
  return (
    <span className={classes.reviews}>
      {duty === 'toReview' ? [toReview, sentBack] : [sentBack, toReview]}
    </span>
  );
}
