import { useId, useRef, useState, type ReactNode } from 'react';
import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './chart-figure.module.css';
import './chart-tokens.css';
import type { ChartTable, RenderCell } from './export-table.ts';
import { FigureTitle } from './figure-title.ts';
import { SaveMenu } from './save-menu.tsx';
import { TableTwin } from './table-twin.tsx';

interface Props {
  /** The finding, as a sentence. */
  title: string;
  /** The same words on screen, where some of them lead on. */
  heading?: ReactNode;
  /** Unit and period. */
  subtitle?: string | undefined;
  /** "16 of 18 households". */
  coverage?: string | undefined;
  /** What was left out by choice, in words: it goes into every export. */
  filters?: string | undefined;
  /** Marks of evidence. */
  marks?: ReactNode;
  /** A way on from the finding, such as to what it comes of. */
  more?: ReactNode;
  /** Where the numbers come from, in words: it goes into every export. */
  source: string;
  /** The same numbers as the drawing. */
  table: ChartTable;
  /** On screen, in place of a cell's words alone. */
  renderCell?: RenderCell;
  /** Without its ending. */
  fileName: string;
  /** A drawing that is a table itself needs no twin. */
  isTable?: boolean;
  /** Nothing to draw. */
  empty?: boolean;
  children: ReactNode;
}

/** The frame of every chart: finding, unit, coverage, evidence, table twin and export. */
export function ChartFigure(props: Props) {
  const {
    title,
    heading = title,
    subtitle,
    coverage,
    filters,
    marks,
    more,
    source,
    table,
    renderCell,
    fileName,
    isTable = false,
    empty = false,
  } = props;
  const t = useMessages(chartWords);
  const titleId = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const evidence = useRef<HTMLSpanElement>(null);
  const [asTable, setAsTable] = useState(false);
  const scope = [subtitle, coverage, filters].filter(Boolean).join(' · ');

  return (
    <figure className={classes.figure} aria-labelledby={titleId}>
      <figcaption className={classes.caption}>
        <h3 id={titleId}>{heading}</h3>
        <div className={classes.small}>
          {subtitle ? <span>{subtitle}</span> : null}
          {coverage ? <span>{coverage}</span> : null}
          {filters ? <span>{filters}</span> : null}
          <span ref={evidence} className={classes.marks}>
            {marks}
          </span>
          {more ? <span data-no-print>{more}</span> : null}
        </div>
      </figcaption>
      {empty ? (
        <p className={classes.empty}>{t.nothing}</p>
      ) : (
        <div ref={drawing} className={classes.drawing}>
          {asTable ? (
            <TableTwin table={table} caption={title} renderCell={renderCell} />
          ) : (
            <FigureTitle value={titleId}>{props.children}</FigureTitle>
          )}
        </div>
      )}
      <div className={classes.foot}>
        <span className={classes.source}>{source}</span>
        {empty ? null : (
          <span className={classes.tools} data-no-print>
            {isTable ? null : (
              <button type="button" className={classes.tool} onClick={() => setAsTable(!asTable)}>
                {asTable ? t.showChart : t.showTable}
              </button>
            )}
            <SaveMenu
              drawing={drawing}
              table={table}
              about={() => [title, [scope, wordsOf(evidence.current)].filter(Boolean).join(' · '), source]}
              fileName={fileName}
            />
          </span>
        )}
      </div>
    </figure>
  );
}

/** What the marks of evidence say: a synthetic figure is called so in every file too. */
function wordsOf(marks: HTMLElement | null): string {
  if (!marks) return '';
  const texts: string[] = [];
  const walker = document.createTreeWalker(marks, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue?.trim() ?? '');
  return texts.filter(Boolean).join(' ');
}
