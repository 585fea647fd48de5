import { Button } from '@mantine/core';
import { measureElement, useWindowVirtualizer } from '@tanstack/react-virtual';
import { memo, startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { HouseholdRow, HouseholdSort } from '#src/domain/household-list.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { HouseholdRowView } from './household-row.tsx';
import classes from './household-table.module.css';
import type { SearchAhead } from './use-search-ahead.ts';

const columns: { key: keyof typeof householdsWords.en.columns; sort: HouseholdSort | null }[] = [
  { key: 'number', sort: 'number' },
  { key: 'household', sort: null },
  { key: 'status', sort: 'status' },
  { key: 'persons', sort: 'persons' },
  { key: 'income', sort: 'income' },
  { key: 'guarantees', sort: 'gaps' },
  { key: 'lastVisit', sort: 'lastVisit' },
  { key: 'helper', sort: null },
];

/** Pixels, until the first row has been measured: on a phone a row is a card. */
const ROW_HEIGHT = 64;
/** Rows beyond the screen: few in the moment that others are found, many for a fast thumb after that. */
const BEYOND_AT_FIRST = 2;
const BEYOND = 24;
/** Milliseconds without a change after which the many are drawn. */
const REST_MS = 300;

interface Props {
  rows: HouseholdRow[];
  asked: SearchAhead;
}

/** Only the rows near the screen are in the page, so ten thousand scroll like ten. */
export const HouseholdTable = memo(function HouseholdTable({ rows, asked }: Props) {
  const t = useMessages(householdsWords);
  const { from, to } = asked.search;
  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    // What stands above the list may grow: filters unfold, fonts arrive.
    const watch = new ResizeObserver(measure);
    watch.observe(document.body);
    return () => watch.disconnect();
  }, [rows.length]);
  const printing = usePrinting();
  const isSettled = useSettled(rows);
  /** As all rows are much alike, the next will be as high as the last: too low a guess draws twice what fits. */
  const height = useRef(ROW_HEIGHT);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height.current,
    measureElement(...given) {
      // What is not laid out has none.
      height.current = measureElement(...given) || height.current;
      return height.current;
    },
    overscan: printing ? rows.length : isSettled ? BEYOND : BEYOND_AT_FIRST,
    scrollMargin: top,
    initialRect: { width: 1280, height: 900 },
    getItemKey: (at) => rows[at]?.id ?? at,
  });
  if (rows.length === 0) return <NoneFound onClear={asked.clear} />;
  return (
    <div role="table" aria-label={t.title} aria-rowcount={rows.length + 1} className={classes.table}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={classes.head}>
          {columns.map(({ key, sort }) => (
            <ColumnHead key={key} name={t.columns[key]} sort={sort} asked={asked} />
          ))}
        </div>
      </div>
      <div role="rowgroup" ref={body} className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <HouseholdRowView
              key={index}
              measure={virtual.measureElement}
              row={row}
              index={index}
              from={from}
              to={to}
              offset={start - virtual.options.scrollMargin}
            />
          ) : null;
        })}
      </div>
    </div>
  );
});

/** Whether these rows have rested on screen: what lies beyond it holds up neither them nor the next letter. */
function useSettled(rows: HouseholdRow[]): boolean {
  const [settled, settle] = useState<HouseholdRow[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => settle(rows)), REST_MS);
    return () => clearTimeout(timer);
  }, [rows]);
  return settled === rows;
}

/** Paper has no window to scroll: while printing, every row is in the page. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return printing;
}

interface HeadProps {
  name: string;
  sort: HouseholdSort | null;
  asked: SearchAhead;
}

function ColumnHead({ name, sort, asked: { search, change } }: HeadProps) {
  const current = (search.sort ?? 'number') === sort;
  const order = search.desc ? 'descending' : 'ascending';
  if (!sort) {
    return (
      <div role="columnheader" className={classes.column}>
        {name}
      </div>
    );
  }
  const turn = () => change({ sort, desc: current && !search.desc ? true : undefined });
  return (
    <div role="columnheader" aria-sort={current ? order : 'none'} className={classes.column}>
      <button type="button" className={classes.sort} onClick={turn}>
        {name} <span aria-hidden>{current ? (search.desc ? '↓' : '↑') : ''}</span>
      </button>
    </div>
  );
}

function NoneFound({ onClear }: { onClear: () => void }) {
  const t = useMessages(householdsWords);
  return (
    <Notice
      tone="plain"
      title={t.noneFound}
      action={
        <Button variant="default" onClick={onClear}>
          {t.clear}
        </Button>
      }
    >
      {t.noneFoundText}
    </Notice>
  );
}
