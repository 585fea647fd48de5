import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { readingHistoryQuery } from '#src/api/queries.ts';
import { correctionOf, type Reading } from '#src/domain/reading.ts';
import type { ReadingHistory } from '#src/domain/records.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload, type Payloads } from '#src/offline/payloads.ts';
import { CorrectReading } from '#src/parts/correct-reading.tsx';
import { useGoOn } from '#src/parts/go-on.ts';
import { useMoment } from '#src/parts/moment.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import classes from './outbox.module.css';
import { RemoveItem } from './remove-item.tsx';
import { SideBySide } from './side-by-side.tsx';

/** Two corrections of one reading: the other person's stands, and mine may correct that one. */
export function ReadingConflict({ item }: { item: OutboxItem }) {
  const mine = openPayload({ ...item, kind: 'correction' });
  const query = useQuery({
    ...readingHistoryQuery(mine?.readingId ?? ''),
    enabled: mine !== null,
    refetchOnMount: 'always',
  });
  if (!mine) return null;
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {(history) => <Both item={item} mine={mine} history={history} />}
    </QueryView>
  );
}

interface Props {
  item: OutboxItem;
  mine: Payloads['correction'];
  history: ReadingHistory;
}

function Both({ item, mine, history: { subject, readings } }: Props) {
  const t = useMessages(conflictWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { moment } = useMoment();
  const valueText = useValueText();
  const [deciding, setDeciding] = useState<'theirs' | 'mine' | null>(null);
  useGoOn(`favour:${item.id}`, () => setDeciding('theirs'));
  const theirs = correctionOf(readings, mine.readingId);
  const before = readings.find((r) => r.id === mine.readingId);
  if (!theirs || !before) return <p>{t.gone}</p>;
  const { value, evidence, reason } = mine.correction;
  const show = (shown: Reading['value']) => valueText(theirs.indicator, shown);
  const isSame = theirs.value === value && theirs.evidence === evidence;
  return (
    <>
      <p>
        {text(subject.name)} · {term.indicator[theirs.indicator]} · {theirs.trueOn} · {t.before}:{' '}
        {show(before.value)}
      </p>
      <SideBySide
        theirs={[
          [t.value, <strong key="value">{show(theirs.value)}</strong>],
          [t.evidence, term.evidence[theirs.evidence]],
          [t.reason, theirs.supersedes ? text(theirs.supersedes.reason) : null],
          [t.by, text(theirs.recordedBy)],
          [t.recordedOn, theirs.recordedOn],
        ]}
        mine={[
          [t.value, <strong key="value">{show(value)}</strong>],
          [t.evidence, term.evidence[evidence]],
          [t.reason, reason],
          [t.savedAt, moment(item.createdAt)],
        ]}
      >
        {isSame ? <p>{t.same}</p> : null}
        <div className={classes.actions}>
          <Button variant="default" onClick={() => setDeciding('theirs')}>
            {t.keepTheirs}
          </Button>
          {isSame ? null : (
            <Button variant="default" onClick={() => setDeciding('mine')}>
              {t.keepMine}
            </Button>
          )}
        </div>
      </SideBySide>
      {deciding === 'theirs' ? (
        <RemoveItem itemId={item.id} inFavour onClose={() => setDeciding(null)} />
      ) : null}
      {deciding === 'mine' ? (
        // Under the same id: the service has never taken it.
        <CorrectReading
          reading={theirs}
          mended={item}
          onDone={() => setDeciding(null)}
          onCancel={() => setDeciding(null)}
        />
      ) : null}
    </>
  );
}
