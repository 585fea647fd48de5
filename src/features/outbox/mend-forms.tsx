import { Button } from '@mantine/core';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { aboutQuery, contactPointsQuery, householdQuery } from '#src/api/queries.ts';
import { problemOf } from '#src/api/problem.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import { stepActions } from '#src/domain/procedure-entry.ts';
import { procedureState } from '#src/domain/procedure.ts';
import { correctionOf } from '#src/domain/reading.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { conflictOf } from '#src/offline/conflict.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { AnswerQuestionForm } from '#src/parts/answer-question-form.tsx';
import { AnswerReviewForm } from '#src/parts/answer-review-form.tsx';
import { CorrectReading } from '#src/parts/correct-reading.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { useReadHistory } from '#src/parts/read-history.ts';
import { StepForm } from '#src/parts/step-form.tsx';
import { stepOptions } from '#src/parts/step-options.ts';
import { useActor } from '#src/parts/use-may.ts';
import { Notice } from '#src/ui/notice.tsx';

interface Props {
  item: OutboxItem;
  onClose: () => void;
}

/** A correction beside the reading that it is of; where somebody has corrected that one, beside what stands now. */
export function MendCorrection({ item, onClose }: Props) {
  const { readingId = '' } = openPayload({ ...item, kind: 'correction' }) ?? {};
  const query = useReadHistory(readingId);
  return (
    <Recorded query={query}>
      {({ readings }) => {
        const of = readings.find(({ id }) => id === readingId);
        const reading = (conflictOf(item) && correctionOf(readings, readingId)) || of;
        return reading ? (
          <CorrectReading reading={reading} mended={item} onDone={onClose} onCancel={onClose} />
        ) : null;
      }}
    </Recorded>
  );
}

/** A step beside the steps that are recorded of its household. */
export function MendStep({ item, onClose }: Props) {
  const { householdId = '' } = openPayload({ ...item, kind: 'procedureStep' }) ?? {};
  const actor = useActor();
  const about = useQuery(aboutQuery());
  const query = useQuery(householdQuery(householdId));
  return (
    <Recorded query={about}>
      {({ today }) => (
        <Recorded query={query}>
          {({ steps, village }) => (
            <StepForm
              householdId={householdId}
              steps={steps}
              options={stepOptions(procedureState(steps, householdId, today), (step) =>
                stepActions[step].some((action) => may(actor, action, placeOf(village))),
              )}
              today={today}
              mended={item}
              onDone={onClose}
              onCancel={onClose}
            />
          )}
        </Recorded>
      )}
    </Recorded>
  );
}

/** An answer to a data question: all that it needs it has with it. */
export function MendQuestionAnswer({ item, onClose }: Props) {
  const answer = openPayload({ ...item, kind: 'questionAnswer' });
  const actor = useActor();
  // Only what was read already: where its place is not known, the service decides who may tell what was found.
  const points = useQuery({ ...contactPointsQuery(), enabled: false });
  if (!answer) return null;
  const { villageId, said } = answer;
  const village = points.data?.find((point) => point.village.id === villageId)?.village;
  return (
    <AnswerQuestionForm
      question={said}
      isReopening={said.outcome === 'reopened'}
      villageId={villageId}
      mayTell={village === undefined || may(actor, 'tellFinding', placeOf(village))}
      mended={item}
      onDone={onClose}
      onCancel={onClose}
    />
  );
}

/** An answer to a review: all that it needs it has with it. */
export function MendReviewAnswer({ item, onClose }: Props) {
  const answer = openPayload({ ...item, kind: 'reviewAnswer' });
  if (!answer) return null;
  return <AnswerReviewForm visitId={answer.visitId} mended={item} onDone={onClose} onCancel={onClose} />;
}

/** What the form needs of what is recorded; where that is nowhere to be had, what can be done all the same. */
function Recorded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const t = useMessages(outboxWords);
  const { tryAgain } = useMessages(queryWords);
  if (query.isError && query.data === undefined && problemOf(query.error).status === null) {
    return (
      <Notice tone="plain" action={<Button onClick={() => void query.refetch()}>{tryAgain}</Button>}>
        {t.mendNotKept}
      </Notice>
    );
  }
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {children}
    </QueryView>
  );
}
