import { IconArrowBackUp, IconCheck, IconClock, IconMessageReply } from '@tabler/icons-react';
import type { ReviewState } from '#src/domain/review.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { reviewWords } from '#src/messages/reviews.ts';
import classes from './review-badge.module.css';

const icons: Record<ReviewState, typeof IconCheck> = {
  notReviewed: IconClock,
  accepted: IconCheck,
  sentBack: IconArrowBackUp,
  answered: IconMessageReply,
};

/** How a visit stands with the office: a sign, a word, and no colour of the register's status. */
export function ReviewBadge({ state }: { state: ReviewState }) {
  const t = useMessages(reviewWords);
  const Icon = icons[state];
  return (
    <span className={classes.badge} data-state={state}>
      <Icon aria-hidden size={15} stroke={2} />
      {t.state[state]}
    </span>
  );
}
