import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { commitmentsQuery } from '#src/api/queries.ts';
import type { LedgerEntry } from '#src/domain/ledger.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { conflictWords } from '#src/messages/conflicts.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useGoOn } from '#src/parts/go-on.ts';
import { useMoment } from '#src/parts/moment.ts';
import { QueryView } from '#src/parts/query-view.tsx';
import classes from './outbox.module.css';
import { SideBySide } from './side-by-side.tsx';
import { DecideVerdict, type Favour } from './decide-verdict.tsx';

/** A verdict on a promise that another visit had settled, or reopened, first. */
export function VerdictConflict({ item }: { item: OutboxItem }) {
  const draft = openPayload({ ...item, kind: 'visit' })?.draft;
  const field = item.lastProblem?.fields[0]?.field ?? '';
  const mine = draft?.verdicts[Number(/^verdicts\.(\d+)\./.exec(field)?.[1] ?? 0)];
  const query = useQuery({
    ...commitmentsQuery(draft?.villageId),
    enabled: draft !== undefined,
    refetchOnMount: 'always',
  });
  if (!draft || !mine) return null;
  return (
    <QueryView query={query} isEmpty={() => false} empty={null}>
      {({ entries }) => {
        const entry = entries.find(({ commitment }) => commitment.id === mine.commitmentId);
        return <Both item={item} draft={draft} mine={mine} entry={entry} />;
      }}
    </QueryView>
  );
}

interface Props {
  item: OutboxItem;
  draft: VisitDraft;
  mine: VisitDraft['verdicts'][number];
  entry: LedgerEntry | undefined;
}

function Both({ item, draft, mine, entry }: Props) {
  const t = useMessages(conflictWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { moment } = useMoment();
  const [deciding, setDeciding] = useState<Favour | null>(null);
  useGoOn(`verdict:${item.id}:theirs`, () => setDeciding('theirs'));
  useGoOn(`verdict:${item.id}:mine`, () => setDeciding('mine'));
  useGoOn(`verdict:${item.id}:neither`, () => setDeciding('neither'));
  const theirs = entry?.verdicts.findLast(({ givenOn }) => givenOn <= draft.on);
  if (!entry || !theirs) return <p>{t.gone}</p>;
  const isSame = theirs.verdict === mine.verdict;
  // What is open already needs no reopening, and nothing else was said of it.
  const mayContradict = !isSame && mine.verdict !== 'reopened';
  return (
    <>
      <p>{text(entry.commitment.what)}</p>
      <SideBySide
        theirs={[
          [t.verdict, <strong key="verdict">{term.verdict[theirs.verdict]}</strong>],
          [t.note, text(theirs.note)],
          [t.by, text(theirs.recordedBy)],
          [t.recordedOn, theirs.recordedOn],
        ]}
        mine={[
          [t.verdict, <strong key="verdict">{term.verdict[mine.verdict]}</strong>],
          [t.note, mine.note],
          [t.savedAt, moment(item.createdAt)],
        ]}
      >
        <div className={classes.actions}>
          <Button variant="default" onClick={() => setDeciding('theirs')}>
            {t.keepTheirs}
          </Button>
          {mayContradict ? (
            <>
              <Button variant="default" onClick={() => setDeciding('mine')}>
                {t.keepMyVerdict(term.verdict[mine.verdict])}
              </Button>
              <Button variant="default" onClick={() => setDeciding('neither')}>
                {t.reopen}
              </Button>
            </>
          ) : null}
        </div>
      </SideBySide>
      {deciding ? (
        <DecideVerdict
          key={deciding}
          item={item}
          draft={draft}
          mine={mine}
          entry={entry}
          theirs={theirs}
          favour={deciding}
          onCancel={() => setDeciding(null)}
        />
      ) : null}
    </>
  );
}
