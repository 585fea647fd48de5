import { getRouteApi, Link } from '@tanstack/react-router';
import type { Verdict } from '#src/domain/commitment.ts';
import { daysBetween, type Day } from '#src/domain/day.ts';
import type { Ledger, LedgerEntry } from '#src/domain/ledger.ts';
import { ownerKey } from '#src/domain/ledger-list.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { CommitmentItem } from '#src/parts/commitment-item.tsx';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import classes from './commitments.module.css';

const route = getRouteApi('/commitments');

interface Props {
  entry: LedgerEntry;
  today: Day;
  village: Ledger['villages'][number] | undefined;
}

/** One commitment with all that was ever said of it, the last verdict first. */
export function LedgerItem({ entry, today, village }: Props) {
  const t = useMessages(commitmentsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { commitment: c, verdicts, open, overdue, dueOn, madeOn, about } = entry;
  const late = daysBetween(dueOn, today);
  const [last, ...earlier] = verdicts.toReversed();
  const kindOf = (visitId: string): string => {
    const kind = village?.visits.find(({ id }) => id === visitId)?.kind;
    return kind ? term.visitKind[kind] : '';
  };
  const judged = (verdict: Verdict) => (
    <Judged
      key={verdict.sequence}
      verdict={verdict}
      entry={entry}
      kind={kindOf(verdict.visitId)}
      isLast={verdict === last}
    />
  );
  return (
    <CommitmentItem
      commitment={c}
      verdict={last ?? null}
      open={open}
      dueOn={dueOn}
      overdue={overdue}
      standing={open ? (overdue ? t.overdueBy(late) : t.dueIn(-late)) : null}
      shown={
        last ? (
          <>
            <ol className={classes.history}>{judged(last)}</ol>
            {earlier.length > 0 ? (
              <details className={classes.earlier}>
                <summary>{t.earlier(earlier.length)}</summary>
                <ol className={classes.history}>{earlier.map(judged)}</ol>
              </details>
            ) : null}
          </>
        ) : null
      }
      owner={
        <Link
          from={route.id}
          to="."
          search={(now) => ({ ...now, owner: ownerKey(c.owner) })}
          resetScroll={false}
        >
          {text(c.owner)}
        </Link>
      }
    >
      {dueOn === c.dueOn ? null : <span>{t.promisedFor(c.dueOn)}</span>}
      {village ? (
        <Link to="/villages/$villageId" params={{ villageId: village.id }} hash="commitments">
          {text(village.name)}
        </Link>
      ) : null}
      {about ? <About about={about} /> : null}
      <Link to="/visits/$visitId" params={{ visitId: c.visitId }}>
        {t.madeAt(kindOf(c.visitId), madeOn)}
      </Link>
    </CommitmentItem>
  );
}

function About({ about }: { about: NonNullable<LedgerEntry['about']> }) {
  const t = useMessages(commitmentsWords);
  const { text } = useFormat();
  const name = text(about.name);
  return about.kind === 'household' ? (
    <Link to="/households/$householdId" params={{ householdId: about.id }}>
      {t.about(t.household(name, about.number))}
    </Link>
  ) : (
    <Link to="/projects/$projectId" params={{ projectId: about.id }}>
      {t.about(name)}
    </Link>
  );
}

interface JudgedProps {
  verdict: Verdict;
  entry: LedgerEntry;
  kind: string;
  /** What it says stands beside the commitment already. */
  isLast: boolean;
}

/** What one visit found, and what shows it: its words, its source, and what was read there on that day. */
function Judged({ verdict, entry, kind, isLast }: JudgedProps) {
  const t = useMessages(commitmentsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const valueText = useValueText();
  const readings = entry.readings.filter((r) => r.trueOn === verdict.givenOn);
  const note = text(verdict.note);
  return (
    <li>
      <p>
        {isLast ? null : <strong>{term.verdict[verdict.verdict]} </strong>}
        <span className={note ? undefined : classes.calm}>{note || t.nothingShown}</span>
      </p>
      <p className={classes.small}>
        <Link to="/visits/$visitId" params={{ visitId: verdict.visitId }}>
          {t.judgedAt(kind, verdict.givenOn)}
        </Link>
        {verdict.dueOn ? <span>{t.newDue(verdict.dueOn)}</span> : null}
        <SourceMark source={verdict.source} />
      </p>
      {readings.length > 0 ? (
        <p className={classes.small}>
          <span>{t.readThere}</span>
          {readings.map((r) => (
            <span key={r.id}>
              <ReadingLink readingId={r.id}>
                {t.reading(term.indicator[r.indicator], valueText(r.indicator, r.value))}
              </ReadingLink>{' '}
              <EvidenceMark grade={r.evidence} />
            </span>
          ))}
        </p>
      ) : null}
    </li>
  );
}
