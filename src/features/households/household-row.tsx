import { Link } from '@tanstack/react-router';
import { memo, useLayoutEffect, useRef, type ReactNode } from 'react';
import type { HouseholdRow } from '#src/domain/household-list.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { EvidenceMark, SourceMark } from '#src/parts/evidence-mark.tsx';
import { GuaranteeStrip } from '#src/parts/guarantee-strip.tsx';
import { StatusBadge } from '#src/parts/status-badge.tsx';
import classes from './household-table.module.css';

interface Props {
  row: HouseholdRow;
  index: number;
  /** Pixels from the top of the list. */
  offset: number;
  from: string | undefined;
  to: string | undefined;
  measure: (element: HTMLDivElement | null) => void;
}

/** One household: a line on a desktop, a card on a phone. Drawn again only when it changed. */
export const HouseholdRowView = memo(function HouseholdRowView({
  row,
  index,
  offset,
  from,
  to,
  measure,
}: Props) {
  const t = useMessages(householdsWords);
  const { text } = useFormat();
  const element = useRef<HTMLDivElement>(null);
  // A place in the list keeps its element when another household comes to stand in it, and may be higher then.
  useLayoutEffect(() => measure(element.current));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={element}
      className={classes.row}
      style={{ transform: `translateY(${offset}px)` }}
    >
      <div role="cell" className={classes.number}>
        {row.number}
      </div>
      <div role="cell" className={classes.name}>
        <Link
          to="/households/$householdId"
          params={{ householdId: row.id }}
          search={{ from, to }}
          preload={false}
          className={classes.link}
        >
          {text(row.head)}
        </Link>
        <span className={classes.marks}>
          {row.source.kind === 'report' ? (
            <EvidenceMark grade="reportedInPress" />
          ) : (
            <SourceMark source={row.source} />
          )}
          {row.left ? <small>{t.left}</small> : null}
        </span>
      </div>
      <div role="cell" className={classes.status}>
        <StatusBadge status={row.status} />
      </div>
      <Fact name={t.columns.persons} className={classes.persons} unknown={row.persons === null && t.unknown}>
        {row.persons === null ? null : t.persons(row.persons)}
      </Fact>
      <Income income={row.income} />
      <div role="cell" className={classes.guarantees}>
        <GuaranteeStrip states={row.guarantees} />
      </div>
      <Fact
        name={t.columns.lastVisit}
        labelled={row.lastVisitedOn !== null}
        className={classes.lastVisit}
        unknown={row.lastVisitedOn === null && t.never}
      >
        {row.lastVisitedOn}
      </Fact>
      <Fact name={t.columns.helper} className={classes.helper} unknown={row.helper === null && t.noHelper}>
        {row.helper ? text(row.helper) : null}
      </Fact>
    </div>
  );
});

interface FactProps {
  name: string;
  className: string | undefined;
  /** What to say where it is not known. */
  unknown: string | false;
  /** Named on a phone: by default where it is not known, as the word alone does not say what. */
  labelled?: boolean;
  children: ReactNode;
}

function Fact({ name, className, unknown, labelled = Boolean(unknown), children }: FactProps) {
  return (
    <div role="cell" className={className} data-label={labelled ? name : undefined}>
      {unknown ? <span className={classes.unknown}>{unknown}</span> : children}
    </div>
  );
}

function Income({ income: { from, to } }: { income: HouseholdRow['income'] }) {
  const t = useMessages(householdsWords);
  const { quantity } = useFormat();
  const yuan = (value: number | null) => (value === null ? t.unknown : quantity(value, 'yuan'));
  return (
    <Fact
      name={t.columns.income}
      className={classes.income}
      unknown={from === null && to === null && t.unknown}
    >
      <span className={classes.then}>{yuan(from)} → </span>
      {to === null ? <span className={classes.unknown}>{t.unknown}</span> : <strong>{yuan(to)}</strong>}
    </Fact>
  );
}
