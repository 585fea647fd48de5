import { useState } from 'react';
import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ChartFrame, domainOf, Drawing, NARROW, XScale, YScale } from './chart-frame.tsx';
import { DumbbellMarks } from './dumbbell-marks.tsx';
import { UnknownSign } from './hatch.tsx';
import { Legend } from './legend.tsx';
import type { Reach } from './link.ts';
import { Point } from './point.tsx';
import { roundTicks } from './round-ticks.ts';
import { ShowMore } from './show-more.tsx';
import { textWidth, wrapped } from './text-fit.ts';
import { label, LINE, quietLabel } from './words.tsx';

export interface DumbbellItem {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
}

interface Props extends Reach {
  /** Drawn from top to bottom as given. */
  items: DumbbellItem[];
  format: (value: number) => string;
  unknownWord: string;
  /** What the two dots are; "then" and "now" where not said. */
  ends?: [string, string] | undefined;
  /** A line to see all by, such as the poverty line. */
  reference?: { value: number; name: string } | undefined;
}

const SHOWN = 30;

/** Many things then → now, a row each: the hollow dot is then, the full one now, hatched is unknown. */
export function DumbbellChart({ items, ends, ...rest }: Props) {
  const t = useMessages(chartWords);
  const [shown, setShown] = useState(SHOWN);
  const unknown = items.some((item) => item.from === null || item.to === null);
  return (
    <>
      <Legend
        entries={[
          {
            name: ends?.[0] ?? t.from,
            sign: <Point x={0} y={0} r={5} colour="var(--mark-then)" fill="hollow" />,
          },
          { name: ends?.[1] ?? t.to, sign: <Point x={0} y={0} r={6} colour="var(--mark-now)" /> },
          ...(unknown ? [{ name: rest.unknownWord, sign: <UnknownSign /> }] : []),
        ]}
      />
      <Drawing>
        {(width) => <DumbbellAt {...rest} items={items.slice(0, shown)} scaled={items} width={width} />}
      </Drawing>
      <ShowMore shown={shown} all={items.length} least={SHOWN} onShow={setShown} />
    </>
  );
}

type AtProps = Omit<Props, 'ends'> & { scaled: DumbbellItem[]; width: number };

function DumbbellAt({ items, scaled, format, unknownWord, reference, width, ...reach }: AtProps) {
  const narrow = width < NARROW;
  const said = (value: number | null) => (value === null ? unknownWord : format(value));
  const widest = (texts: string[], size: number) =>
    Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const values = widest(
    items.map((item) => `${said(item.from)} → ${said(item.to)}`),
    label.fontSize,
  );
  const anyUnknown = items.some((item) => item.from === null || item.to === null);
  const lane = anyUnknown ? 48 : 0;
  const names = narrow
    ? 0
    : Math.min(
        width * 0.32,
        widest(
          items.map(({ name }) => name),
          label.fontSize,
        ),
      );
  const rows = placedIn(
    items.map((item) => {
      const saying = [said(item.from), said(item.to)] as const;
      const room = narrow ? width - textWidth(saying.join(' → '), label.fontSize) - 16 : names;
      return { ...item, said: saying, lines: wrapped(item.name, label.fontSize, room) };
    }),
    reference ? 26 : 8,
    (lines) => (narrow ? lines * LINE + 38 : Math.max(32, lines * LINE + 8)),
  );
  const edge = textWidth(format(0), quietLabel.fontSize) / 2 + 2;
  const margin = {
    top: reference ? 26 : 8,
    bottom: 28,
    left: narrow ? Math.max(8, edge) : names + 16,
    right: narrow ? lane + 12 : lane + values + 24,
  };
  const domain = domainOf([...scaled.flatMap((item) => [item.from, item.to]), reference?.value]);
  const tickRoom = textWidth(format(domain[1]), quietLabel.fontSize) + 24;
  const tickCount = Math.min(6, Math.max(1, Math.floor((width - margin.left - margin.right) / tickRoom)));
  const ticks = roundTicks(domain, tickCount).map((value) => ({ value, said: format(value) }));
  return (
    <ChartFrame
      width={width}
      height={margin.top + rows.reduce((sum, { height }) => sum + height, 0) + margin.bottom}
      margin={margin}
    >
      <XScale domain={domain} />
      <YScale domain={[0, 1]} />
      <DumbbellMarks
        rows={rows}
        ticks={ticks}
        narrow={narrow}
        lane={lane}
        width={width}
        reference={reference}
        {...reach}
      />
    </ChartFrame>
  );
}

/** Each row as tall as its name needs. */
function placedIn<Row extends { lines: string[] }>(
  rows: Row[],
  from: number,
  heightOf: (lines: number) => number,
): (Row & { top: number; height: number })[] {
  let top = from;
  return rows.map((row) => {
    const placed = { ...row, top, height: heightOf(row.lines.length) };
    top += placed.height;
    return placed;
  });
}
