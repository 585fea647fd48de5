import { Menu } from '@mantine/core';
import { useId, useRef, useState, type ReactNode } from 'react';
import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './chart-figure.module.css';
import './chart-tokens.css';
import { csvOf, saveBlob, type ChartTable } from './export-table.ts';
import { pictureOf, pngOf } from './export-picture.ts';
import { TableTwin } from './table-twin.tsx';

interface Props {
  /** The finding, as a sentence. */
  title: string;
  /** Unit and period. */
  subtitle?: string | undefined;
  /** "16 of 18 households". */
  coverage?: string | undefined;
  /** Marks of evidence. */
  marks?: ReactNode;
  /** Where the numbers come from, in words: it goes into every export. */
  source: string;
  /** The same numbers as the drawing. */
  table: ChartTable;
  /** Without its ending. */
  fileName: string;
  /** A drawing that is a table itself needs no twin and gives no picture. */
  isTable?: boolean;
  /** Nothing to draw. */
  empty?: boolean;
  children: ReactNode;
}

/** The frame of every chart: finding, unit, coverage, evidence, table twin and export. */
export function ChartFigure(props: Props) {
  const { title, subtitle, coverage, marks, source, table, fileName, isTable = false, empty = false } = props;
  const t = useMessages(chartWords);
  const titleId = useId();
  const drawing = useRef<HTMLDivElement>(null);
  const [asTable, setAsTable] = useState(false);
  const about = [title, [subtitle, coverage].filter(Boolean).join(' · '), source].filter((line) => line !== '');

  const saveCsv = () => saveBlob(csvOf(table, about), 'text/csv;charset=utf-8', `${fileName}.csv`);
  const savePicture = async (kind: 'svg' | 'png') => {
    const picture = drawing.current && pictureOf(drawing.current, about);
    if (!picture) return;
    if (kind === 'svg') saveBlob(picture.svg, 'image/svg+xml', `${fileName}.svg`);
    else saveBlob(await pngOf(picture), 'image/png', `${fileName}.png`);
  };

  return (
    <figure className={classes.figure} aria-labelledby={titleId}>
      <figcaption className={classes.caption}>
        <h3 id={titleId}>{title}</h3>
        <p className={classes.small}>
          {subtitle ? <span>{subtitle}</span> : null}
          {coverage ? <span>{coverage}</span> : null}
          {marks}
        </p>
      </figcaption>
      {empty ? <p className={classes.empty}>{t.nothing}</p> : null}
      <div ref={drawing} className={classes.drawing} hidden={asTable || empty}>
        {props.children}
      </div>
      {asTable ? <TableTwin table={table} caption={title} /> : null}
      <div className={classes.foot}>
        <span className={classes.source}>{source}</span>
        <span className={classes.tools} data-no-print>
          {isTable || empty ? null : (
            <button type="button" className={classes.tool} onClick={() => setAsTable(!asTable)}>
              {asTable ? t.showChart : t.showTable}
            </button>
          )}
          {empty ? null : (
            <Menu position="bottom-end">
              <Menu.Target>
                <button type="button" className={classes.tool}>
                  {t.save}
                </button>
              </Menu.Target>
              <Menu.Dropdown>
                {isTable || asTable ? null : (
                  <>
                    <Menu.Item onClick={() => void savePicture('png')}>{t.saveAs.png}</Menu.Item>
                    <Menu.Item onClick={() => void savePicture('svg')}>{t.saveAs.svg}</Menu.Item>
                  </>
                )}
                <Menu.Item onClick={saveCsv}>{t.saveAs.csv}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      </div>
    </figure>
  );
}
