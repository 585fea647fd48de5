import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { placeOf } from '#src/domain/place.ts';
import type { VisitRecord } from '#src/domain/records.ts';
import { isAskedFor, reviewState, type Review } from '#src/domain/review.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { reviewWords } from '#src/messages/reviews.ts';
import { BegunOfContext } from '#src/parts/begun-of.ts';
import { useGoOn } from '#src/parts/go-on.ts';
import { LogVisitLink } from '#src/parts/log-visit-link.tsx';
import { ReviewBadge } from '#src/parts/review-badge.tsx';
import { UnsentHere, useUnsentOf } from '#src/parts/unsent-here.tsx';
import { useMay } from '#src/parts/use-may.ts';
import { ReviewDialog, reviewForm, type ReviewAct } from './review-dialog.tsx';
import classes from './review.module.css';

/** What the office said of the visit, what it and the village can say now, and what was said before. */
export function ReviewSection({ record }: { record: VisitRecord }) {
  const t = useMessages(reviewWords);
  const { visit, village, reviews } = record;
  const mayReview = useMay('reviewVisit', placeOf(village));
  const mayAnswer = useMay('answerReview', placeOf(village));
  const [act, setAct] = useState<ReviewAct | null>(null);
  const state = reviewState(visit.id, reviews);
  const [latest, ...earlier] = reviews.toReversed();
  const toMend = state === 'sentBack' && mayAnswer;
  const waits = isAskedFor(state, 'toReview');
  // A second answer beside one that waits would be refused: the first is mended where it waits.
  const unsent = useUnsentOf('reviewAnswer', (answer) => answer.visitId === visit.id);
  const acts: ReviewAct[] = [
    ...(mayReview && state !== 'accepted' ? (['accept'] as const) : []),
    ...(mayReview && state !== 'sentBack' ? (['sendBack'] as const) : []),
    ...(toMend && unsent.length === 0 ? (['answer'] as const) : []),
  ];
  const goOn = (one: ReviewAct) => (acts.includes(one) ? setAct(one) : undefined);
  useGoOn(reviewForm(visit.id, 'accept'), () => goOn('accept'));
  useGoOn(reviewForm(visit.id, 'sendBack'), () => goOn('sendBack'));
  useGoOn(reviewForm(visit.id, 'answer'), () => goOn('answer'));
  return (
    <section
      id="review"
      className={classes.section}
      data-state={state}
      data-mine={toMend || (waits && mayReview)}
    >
      <h2 className={classes.heading}>
        {t.heading} <ReviewBadge state={state} />
      </h2>
      {toMend && unsent.length === 0 ? <p className={classes.ask}>{t.mendIt}</p> : null}
      {latest ? <Said review={latest} /> : <p className={classes.calm}>{t.notYet}</p>}
      {toMend ? <HowToMend record={record} /> : null}
      {unsent.map(({ id, payload }) => (
        <UnsentHere key={id} said={payload.note} />
      ))}
      {waits && mayReview ? <p data-no-print>{t.reviewIt}</p> : null}
      {state === 'answered' && mayAnswer ? <p className={classes.calm}>{t.waitsForOffice}</p> : null}
      {acts.length > 0 ? (
        <div className={classes.acts} data-no-print>
          {acts.map((one, at) => (
            <Button
              key={one}
              variant={at === 0 && (waits || toMend) ? 'filled' : 'default'}
              onClick={() => setAct(one)}
            >
              {t[one].open}
            </Button>
          ))}
        </div>
      ) : null}
      {earlier.length > 0 ? (
        <>
          <h3>{t.history}</h3>
          <ol className={classes.history} reversed>
            {earlier.map((review) => (
              <li key={review.id}>
                <Said review={review} />
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {act ? (
        <BegunOfContext value={{ name: null, village: village.name }}>
          <ReviewDialog visitId={visit.id} act={act} onClose={() => setAct(null)} />
        </BegunOfContext>
      ) : null}
    </section>
  );
}

/** One word of an office or the village, with its speaker and day. */
function Said({ review }: { review: Review }): ReactNode {
  const t = useMessages(reviewWords);
  const { text } = useFormat();
  const note = text(review.note);
  return (
    <div className={classes.said}>
      <p className={classes.calm}>{t.said[review.outcome](text(review.by), review.recordedOn)}</p>
      {note ? <blockquote className={classes.note}>{note}</blockquote> : null}
    </div>
  );
}

function HowToMend({ record }: { record: VisitRecord }) {
  const t = useMessages(reviewWords);
  return (
    <div data-no-print className={classes.how}>
      <p>{t.mendHow}</p>
      <p className={classes.links}>
        {record.readings.length > 0 ? (
          <Link to="." hash="readings" search={(now: object) => now}>
            {t.toReadings}
          </Link>
        ) : null}
        <LogVisitLink village={record.village}>{t.logAnother}</LogVisitLink>
      </p>
    </div>
  );
}
