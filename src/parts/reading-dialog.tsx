import { useState } from 'react';
import type { Reading } from '#src/domain/reading.ts';
import { placeOf } from '#src/domain/place.ts';
import type { ReadingHistory } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { Dialog } from '#src/ui/dialog.tsx';
import { BegunOfContext } from './begun-of.ts';
import { CorrectReading } from './correct-reading.tsx';
import { useGoOn } from './go-on.ts';
import { QueryView } from './query-view.tsx';
import { useReadHistory } from './read-history.ts';
import { ReadingHistoryList } from './reading-history-list.tsx';
import { useMay } from './use-may.ts';

/** How one figure came to be what it is, and the place to correct it. */
export function ReadingDialog({ readingId, onClose }: { readingId: string; onClose: () => void }) {
  const t = useMessages(partsWords);
  const query = useReadHistory(readingId);
  return (
    <Dialog
      onClose={onClose}
      title={<Title history={query.data} />}
      closeButtonProps={{ 'aria-label': t.close }}
    >
      <QueryView query={query} isEmpty={() => false} empty={null}>
        {(history) => <History history={history} readingId={readingId} />}
      </QueryView>
    </Dialog>
  );
}

function Title({ history }: { history: ReadingHistory | undefined }) {
  const t = useMessages(terms);
  const words = useMessages(partsWords);
  const { text } = useFormat();
  const [first] = history?.readings ?? [];
  if (!history || !first) return words.history;
  return (
    <>
      {text(history.subject.name)} · {t.indicator[first.indicator]}
    </>
  );
}

function History({ history, readingId }: { history: ReadingHistory; readingId: string }) {
  const [correcting, setCorrecting] = useState<Reading | null>(null);
  const mayCorrect = useMay('correctReading', placeOf(history.village));
  const { readings, subject, village } = history;
  useGoOn(`correction:${readingId}`, () => {
    if (mayCorrect) setCorrecting(readings.find(({ id }) => id === readingId) ?? null);
  });
  if (correcting) {
    return (
      <BegunOfContext
        value={{ name: subject.kind === 'village' ? null : subject.name, village: village.name }}
      >
        <CorrectReading
          reading={correcting}
          onDone={() => setCorrecting(null)}
          onCancel={() => setCorrecting(null)}
        />
      </BegunOfContext>
    );
  }
  return (
    <ReadingHistoryList
      readings={readings}
      openedId={readingId}
      {...(mayCorrect && { onCorrect: setCorrecting })}
    />
  );
}
