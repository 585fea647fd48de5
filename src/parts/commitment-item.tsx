import type { ReactNode } from 'react';
import type { Commitment, Verdict, VerdictKind } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import classes from './commitment-item.module.css';
import { SourceMark } from './evidence-mark.tsx';

const signs: Record<VerdictKind, string> = {
  kept: '✓',
  partly: '◐',
  notKept: '✕',
  cannotTell: '?',
  reopened: '↺',
};

interface Props {
  commitment: Commitment;
  /** The last one given, or null. */
  verdict: Verdict | null;
  open: boolean;
  dueOn: Day;
  overdue: boolean;
  /** In place of the word that it is overdue: by how much, or how long there is still. */
  standing?: string | null;
  /** In place of the verdict's note: all that was said of it. */
  shown?: ReactNode;
  /** In place of the owner's name: a way to all that they owe. */
  owner?: ReactNode;
  /** A way to the visit where it was made or judged. */
  children?: ReactNode;
}

/** One commitment as every list shows it: verdict, what, who, until when. */
export function CommitmentItem(props: Props) {
  const { commitment: c, verdict, open, dueOn, overdue, standing, shown, owner, children } = props;
  const t = useMessages(partsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  return (
    <li className={classes.item}>
      <p className={classes.verdict} data-verdict={verdict?.verdict}>
        <span aria-hidden>{verdict ? signs[verdict.verdict] : '○'}</span>{' '}
        {verdict ? term.verdict[verdict.verdict] : t.noVerdict}
        {open && overdue ? <strong className={classes.overdue}>{standing ?? t.overdue}</strong> : null}
        {open && !overdue && standing ? <span className={classes.standing}>{standing}</span> : null}
      </p>
      <div className={classes.body}>
        <p className={classes.what}>{text(c.what)}</p>
        {shown ??
          (verdict && text(verdict.note) ? <p className={classes.note}>{text(verdict.note)}</p> : null)}
        <p className={classes.small}>
          <span>{term.theme[c.theme]}</span>
          <span>{owner ?? text(c.owner)}</span>
          <span>{t.dueOn(dueOn)}</span>
          {children}
          <SourceMark source={c.source} />
        </p>
      </div>
    </li>
  );
}
