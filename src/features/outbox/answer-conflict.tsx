import { useQuery } from '@tanstack/react-query';
import { visitQuery } from '#src/api/queries.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { reviewWords } from '#src/messages/reviews.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useMoment } from '#src/parts/moment.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { KeepTheirs } from './keep-theirs.tsx';
import { SideBySide } from './side-by-side.tsx';

/** Two answers to one review: the first has ended the wait for one. */
export function AnswerConflict({ item }: { item: OutboxItem }) {
  const t = useMessages(conflictWords);
  const words = useMessages(reviewWords);
  const { text } = useFormat();
  const { moment } = useMoment();
  const mine = openPayload({ ...item, kind: 'reviewAnswer' });
  const query = useQuery({
    ...visitQuery(mine?.visitId ?? ''),
    enabled: mine !== null,
    refetchOnMount: 'always',
  });
  if (!mine) return null;
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {({ reviews }) => {
        const theirs = reviews.at(-1);
        if (!theirs) return <p>{t.gone}</p>;
        return (
          <SideBySide
            theirs={[
              [t.outcome, words.state[theirs.outcome]],
              [t.note, text(theirs.note)],
              [t.by, text(theirs.by)],
              [t.recordedOn, theirs.recordedOn],
            ]}
            mine={[
              [t.note, mine.note],
              [t.savedAt, moment(item.createdAt)],
            ]}
          >
            <KeepTheirs itemId={item.id} why={t.answerText} />
          </SideBySide>
        );
      }}
    </QueryView>
  );
}
