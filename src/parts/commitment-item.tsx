import type { ReactNode } from 'react';
import type { Commitment, Verdict, VerdictKind } from '#src/domain/commitment.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import classes from './commitment-item.module.css';
import { SourceMark } from './evidence-mark.tsx';

const signs: Record<VerdictKind, string> = { kept: '✓', partly: '◐', notKept: '✕', cannotTell: '?' };

interface Props {
  commitment: Commitment;
  /** The last one given, or null. */
  verdict: Verdict | null;
  open: boolean;
  overdue: boolean;
  /** A way to the visit where it was made or judged. */
  children?: ReactNode;
}

/** One commitment as every list shows it: verdict, what, who, until when. */
export function CommitmentItem({ commitment: c, verdict, open, overdue, children }: Props) {
  const t = useMessages(partsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <li className={classes.item}>
      <p className={classes.verdict} data-verdict={verdict?.verdict}>
        <span aria-hidden>{verdict ? signs[verdict.verdict] : '○'}</span>{' '}
        {verdict ? term.verdict[verdict.verdict] : t.noVerdict}
        {open && overdue ? <strong className={classes.overdue}>{t.overdue}</strong> : null}
      </p>
      <div className={classes.body}>
        <p className={classes.what}>{text(c.what)}</p>
        {verdict && text(verdict.note) ? <p className={classes.note}>{text(verdict.note)}</p> : null}
        <p className={classes.small}>
          <span>{term.theme[c.theme]}</span>
          <span>{text(c.owner)}</span>
          <span>{t.dueOn(c.dueOn)}</span>
          {children}
          <SourceMark source={c.source} />
        </p>
      </div>
    </li>
  );
}
