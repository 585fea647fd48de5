import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Day } from '#src/domain/day.ts';
import type { LeftBehindAnswer } from '#src/domain/left-behind-answer.ts';
import type { LeftBehindKind } from '#src/domain/left-behind-kinds.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { KnownNotice } from '#src/parts/known-notice.tsx';
import { LeftBehindItem } from '#src/parts/left-behind-item.tsx';
import { LeftBehindReasons, LeftBehindSentence } from '#src/parts/left-behind-summary.tsx';
import { Notice } from '#src/ui/notice.tsx';
import classes from './left-behind.module.css';
import { RoomForNotes, SignLine } from './room-for-notes.tsx';
import type { List } from './use-list.ts';
import { useSaveList } from './save-list.ts';
import { StillOwed, VillageQuestions } from './village-matters.tsx';

interface Props {
  page: VillagePage;
  answer: LeftBehindAnswer;
  /** The two visits as the link carries them. */
  asked: { from?: string | undefined; to?: string | undefined; knownOn?: Day | undefined };
  list: List;
  reason: LeftBehindKind | undefined;
}

/** The list as an agenda: whom, why, what to ask, and on paper room for what was found. */
export function LeftBehindList({ page, answer, asked, list: { query, entries }, reason }: Props) {
  const t = useMessages(leftBehindWords);
  const { day } = useFormat();
  const { from, to, knownOn, listed, today } = answer;
  const pair = { from: from?.id, to: to.id, knownOn: knownOn ?? undefined };
  const of = reason
    ? (answer.reasons.find(({ kind }) => kind === reason)?.households ?? 0)
    : listed.households;
  const shown = t.shown(entries.length, of);
  const { save, hasFailed } = useSaveList({ answer, reason });
  return (
    <article className={classes.page}>
      {knownOn ? <KnownNotice knownOn={knownOn} /> : null}
      <header className={classes.header}>
        <h2>{t.title}</h2>
        <p className={classes.about}>{t.agendaAbout(day(today))}</p>
        <LeftBehindSentence answer={answer} />
        <SignLine />
      </header>
      {listed.households > 0 ? <LeftBehindReasons answer={answer} pair={asked} reason={reason} /> : null}
      {listed.households > 0 || reason ? (
        <div className={classes.tools}>
          <p role="status">{reason ? `${t.kinds[reason]}: ${shown}` : shown}</p>
          <div className={classes.buttons} data-no-print>
            <Button variant="default" onClick={() => print()}>
              {t.print}
            </Button>
            <Button variant="default" onClick={() => void save()}>
              {t.saveCsv}
            </Button>
          </div>
        </div>
      ) : null}
      {hasFailed ? <Notice tone="problem">{t.saveFailed}</Notice> : null}
      {reason && entries.length === 0 ? (
        <Notice
          tone="plain"
          title={t.noneForReason}
          action={
            <Link to="." search={(now: object) => ({ ...now, reason: undefined })}>
              {t.all}
            </Link>
          }
        />
      ) : null}
      <ol className={classes.list}>
        {entries.map((entry) => (
          <LeftBehindItem key={entry.household.id} entry={entry} village={page.village} pair={pair}>
            <RoomForNotes />
          </LeftBehindItem>
        ))}
      </ol>
      {query.isFetchNextPageError ? <Notice tone="problem">{t.moreFailed}</Notice> : null}
      {query.hasNextPage ? (
        <p data-no-print>
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t.more}
          </Button>
        </p>
      ) : null}
      <VillageQuestions questions={answer.questions} />
      {knownOn ? null : <StillOwed page={page} />}
      <MadeBy answer={answer} />
    </article>
  );
}

function MadeBy({ answer: { rules } }: { answer: LeftBehindAnswer }) {
  const t = useMessages(leftBehindWords);
  const { quantity } = useFormat();
  return (
    <details className={classes.order} data-no-print>
      <summary>{t.order}</summary>
      <p>{t.orderText}</p>
      <p>{rules.line ? t.rules(quantity(rules.line.yuan, 'yuan')) : t.noLine}</p>
    </details>
  );
}
