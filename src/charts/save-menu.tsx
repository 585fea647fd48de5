import { Menu } from '@mantine/core';
import { useState, type RefObject } from 'react';
import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './chart-figure.module.css';
import { pictureOf, pngOf } from './export-picture.ts';
import { csvOf, saveBlob, type ChartTable } from './export-table.ts';

interface Props {
  drawing: RefObject<HTMLDivElement | null>;
  table: ChartTable;
  /** Title, unit with coverage, filters and evidence, source; asked for when something is saved. */
  about: () => [title: string, scope: string, source: string];
  fileName: string;
}

/** Saves a chart as it stands, with what it says about itself. */
export function SaveMenu({ drawing, table, about, fileName }: Props) {
  const t = useMessages(chartWords);
  const [failed, setFailed] = useState(false);

  const saveCsv = () =>
    saveBlob(
      csvOf(
        table,
        about().filter((line) => line !== ''),
      ),
      'text/csv;charset=utf-8',
      `${fileName}.csv`,
    );
  const savePicture = async (kind: 'svg' | 'png') => {
    setFailed(false);
    try {
      if (!drawing.current) return;
      const picture = pictureOf(drawing.current, about());
      if (kind === 'svg') saveBlob(picture.svg, 'image/svg+xml', `${fileName}.svg`);
      else saveBlob(await pngOf(picture), 'image/png', `${fileName}.png`);
    } catch {
      setFailed(true);
    }
  };

  return (
    <>
      {failed ? (
        <span role="alert" className={classes.failed}>
          {t.notSaved}
        </span>
      ) : null}
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={classes.tool}>
            {t.save}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void savePicture('png')}>{t.saveAs.png}</Menu.Item>
          <Menu.Item onClick={() => void savePicture('svg')}>{t.saveAs.svg}</Menu.Item>
          <Menu.Item onClick={saveCsv}>{t.saveAs.csv}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
