import { Link } from '@tanstack/react-router';
import { placeOf } from '#src/domain/place.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { isAskedFor, reviewState, type ReviewFilter } from '#src/domain/review.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { reviewWords } from '#src/messages/reviews.ts';
import { useMay } from '#src/parts/use-may.ts';
import classes from './village-frame.module.css';

/** Visits that wait for whoever is looking: for the office to review them, for the village to mend them. */
export function VillageReviews({ page: { village, visits, reviews } }: { page: VillagePage }) {
  const t = useMessages(reviewWords);
  const mayReview = useMay('reviewVisit', placeOf(village));
  const mayAnswer = useMay('answerReview', placeOf(village));
  const count = (filter: ReviewFilter) =>
    visits.filter((v) => isAskedFor(reviewState(v.id, reviews), filter)).length;
  const toReview = mayReview ? count('toReview') : 0;
  const sentBack = mayAnswer ? count('sentBack') : 0;
  if (toReview + sentBack === 0) return null;
  const link = { to: '/villages/$villageId/visits', params: { villageId: village.id } } as const;
  return (
    <p className={classes.waiting} data-no-print>
      {toReview > 0 ? (
        <Link {...link} search={{ review: 'toReview' }}>
          {t.villageToReview(toReview)}
        </Link>
      ) : null}
      {sentBack > 0 ? (
        <Link {...link} search={{ review: 'sentBack' }} data-mend>
          {t.villageSentBack(sentBack)}
        </Link>
      ) : null}
    </p>
  );
}
