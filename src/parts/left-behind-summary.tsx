import { Link } from '@tanstack/react-router';
import type { Day } from '#src/domain/day.ts';
import type { LeftBehindAnswer } from '#src/domain/left-behind-answer.ts';
import type { LeftBehindKind } from '#src/domain/left-behind-kinds.ts';
import { useFormat } from '#src/messages/format.ts';
import { leftBehindWords } from '#src/messages/left-behind.ts';
import { useLocale, useMessages } from '#src/messages/locale.tsx';
import type { Says } from '#src/ui/says.ts';
import { Sentence } from '#src/ui/sentence.tsx';
import { EvidenceMark } from './evidence-mark.tsx';
import figureLink from './figure-link.module.css';
import classes from './left-behind-summary.module.css';

/** The pair of visits in words. */
export function usePairText(): (answer: Pick<LeftBehindAnswer, 'from' | 'to'>) => string {
  const t = useMessages(leftBehindWords);
  const { day } = useFormat();
  return ({ from, to }) => (from ? t.between(day(from.on), day(to.on)) : t.upTo(day(to.on)));
}

interface SentenceProps {
  answer: LeftBehindAnswer;
  /** The two visits of the page's own link, where the list is another page: whom it counts, it leads to. */
  pair?: ReasonsProps['pair'];
}

/** Of which visits the list speaks, how many stand on it, and for whom that cannot be told. */
export function LeftBehindSentence({ answer, pair }: SentenceProps) {
  const t = useMessages(leftBehindWords);
  const isChinese = useLocale().locale === 'zh-CN';
  const pairText = usePairText();
  const { listed, register, cannotTell, entries } = answer;
  const { quantity } = useFormat();
  // The page that leads to the list has said of which visits it is.
  const isSaidAbove = pair !== undefined && answer.from !== null;
  const people = t.people(listed.persons, listed.personsUnknown);
  const counted: Says<null> = (through) =>
    t.listed(
      through(t.some(listed.households), null),
      quantity(register.households, 'household'),
      listed.households,
    );
  const toList = (words: string) =>
    pair ? (
      <Link
        to="/villages/$villageId/left-behind"
        params={{ villageId: answer.villageId }}
        search={pair}
        className={figureLink.inSentence}
      >
        {words}
      </Link>
    ) : (
      words
    );
  return (
    <div className={classes.summary}>
      {listed.households > 0 ? (
        <p className={classes.sentence}>
          {isSaidAbove ? null : `${pairText(answer)}${isChinese ? '：' : ': '}`}
          <strong>
            <Sentence says={counted} renderLink={toList} />
          </strong>
          {isChinese ? `（${people}）。` : ` (${people}).`}{' '}
          {entries.some(({ household }) => household.source.kind === 'synthetic') ? (
            <EvidenceMark grade="synthetic" />
          ) : null}
        </p>
      ) : (
        <Nobody answer={answer} />
      )}
      {cannotTell.status > 0 ? <p className={classes.unknown}>{t.statusUnknown(cannotTell.status)}</p> : null}
      {cannotTell.income > 0 ? <p className={classes.unknown}>{t.incomeUnknown(cannotTell.income)}</p> : null}
    </div>
  );
}

/** That nobody is left behind is said only where it is known of everybody. */
function Nobody({ answer: { register, cannotTell, ...pair } }: { answer: LeftBehindAnswer }) {
  const t = useMessages(leftBehindWords);
  const pairText = usePairText();
  if (register.households === 0) return <p className={classes.sentence}>{t.nobodyRegistered}</p>;
  const isKnown = cannotTell.status + cannotTell.income === 0;
  return (
    <>
      <p className={classes.sentence}>
        {isKnown ? t.none(register.households) : t.noneKnown(register.households)}
      </p>
      <p className={classes.unknown}>
        {pairText(pair)}
        {isKnown ? `: ${t.noneText}` : null}
      </p>
    </>
  );
}

interface ReasonsProps {
  answer: LeftBehindAnswer;
  /** The two visits as the page's own link carries them: without them, the last two. */
  pair: { from?: string | undefined; to?: string | undefined; knownOn?: Day | undefined };
  /** The one that the list is limited to. */
  reason?: LeftBehindKind | undefined;
}

/** How many stand on the list for each reason; each is the way to them. */
export function LeftBehindReasons({ answer, pair, reason }: ReasonsProps) {
  const t = useMessages(leftBehindWords);
  const { villageId, listed } = answer;
  const shown = answer.reasons.filter(({ kind, households }) => households > 0 || kind === reason);
  const link = (kind: LeftBehindKind | undefined, name: string, counted: typeof listed) => (
    <li key={kind ?? 'all'}>
      <Link
        to="/villages/$villageId/left-behind"
        params={{ villageId }}
        search={{ ...pair, reason: kind }}
        className={classes.reason}
        activeOptions={{ exact: true }}
        resetScroll={false}
      >
        <span>{name}</span>
        <strong>{t.shown(counted.households, counted.households)}</strong>
        <span className={classes.people}>{t.people(counted.persons, counted.personsUnknown)}</span>
      </Link>
    </li>
  );
  return (
    <nav aria-label={t.reasons} className={classes.nav}>
      <ul className={classes.reasons}>
        {reason ? link(undefined, t.all, listed) : null}
        {shown.map(({ kind, ...counted }) => link(kind, t.kinds[kind], counted))}
      </ul>
    </nav>
  );
}
