import { Link } from '@tanstack/react-router';
import type { Ref } from 'react';
import type { HouseholdRow } from '#src/domain/household-list.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { GuaranteeStrip } from '#src/parts/guarantee-strip.tsx';
import { StatusBadge } from '#src/parts/status-badge.tsx';
import classes from './household-table.module.css';

interface Props {
  row: HouseholdRow;
  index: number;
  /** Pixels from the top of the list. */
  offset: number;
  pair: { from?: string | undefined; to?: string | undefined };
  ref: Ref<HTMLDivElement>;
}

/** One household: a line on a desktop, a card of two or three lines on a phone. */
export function HouseholdRowView({ row, index, offset, pair, ref }: Props) {
  const t = useMessages(householdsWords);
  const { text, quantity } = useFormat();
  const yuan = (value: number | null) => (value === null ? t.unknown : quantity(value, 'yuan'));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={ref}
      className={classes.row}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <div role="cell" className={`${classes.cell} ${classes.number}`}>
        {row.number}
      </div>
      <div role="cell" className={`${classes.cell} ${classes.name}`}>
        <Link to="/households/$householdId" params={{ householdId: row.id }} search={pair} className={classes.link}>
          {text(row.head)}
        </Link>
        <SourceMark source={row.source} />
        {row.left ? <small>{t.left}</small> : null}
      </div>
      <div role="cell" className={classes.cell}>
        <StatusBadge status={row.status} />
      </div>
      <div role="cell" className={classes.cell}>
        {row.persons === null ? <span className={classes.unknown}>{t.unknown}</span> : t.persons(row.persons)}
      </div>
      <div role="cell" className={classes.cell}>
        {row.income.from === null && row.income.to === null ? (
          <span className={classes.unknown}>{t.unknown}</span>
        ) : (
          <>
            <span className={classes.then}>{yuan(row.income.from)} → </span>
            <strong>{yuan(row.income.to)}</strong>
          </>
        )}
      </div>
      <div role="cell" className={classes.cell}>
        <GuaranteeStrip states={row.guarantees} />
      </div>
      <div role="cell" className={classes.cell}>
        {row.lastVisitedOn ?? <span className={classes.unknown}>{t.never}</span>}
      </div>
      <div role="cell" className={`${classes.cell} ${classes.helper}`}>
        {row.helper ? text(row.helper) : <span className={classes.unknown}>{t.noHelper}</span>}
      </div>
    </div>
  );
}
