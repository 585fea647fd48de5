import { chartWords } from '#src/messages/chart-words.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { ChartFrame, domainOf, Drawing, NARROW, XScale, YScale } from './chart-frame.tsx';
import { UnknownSign } from './hatch.tsx';
import { Legend } from './legend.tsx';
import type { Reach } from './link.ts';
import { textWidth, wrapped } from './text-fit.ts';
import { StepSign, WaterfallMarks, type WaterfallLook, type WaterfallRow } from './waterfall-marks.tsx';
import { label, LINE, quietLabel } from './words.tsx';

export interface WaterfallEnd {
  id: string;
  name: string;
  value: number;
}

export interface WaterfallStep extends WaterfallEnd {
  /** What stands under the name, such as how many things are behind it. */
  detail?: string | undefined;
  /** It comes of what is known, not of what is so: hatched. */
  unsure?: boolean | undefined;
}

interface Props extends Reach {
  start: WaterfallEnd;
  /** `start` + the steps = `end`: the caller sees to it, in the digits that are written. */
  steps: WaterfallStep[];
  end: WaterfallEnd;
  format: (level: number) => string;
  formatChange: (value: number) => string;
  /** What hatching means here. */
  unsureWord: string;
}

const BOTTOM = 26;

/** Why a total changed: from one level to another, a row a reason, each beginning where the one above ended. */
export function WaterfallChart({ unsureWord, ...rest }: Props) {
  const t = useMessages(chartWords);
  const looks = new Set(rest.steps.map(lookOf));
  return (
    <>
      <Legend
        entries={[
          ...(looks.has('rise') ? [{ name: t.raises, sign: <StepSign look="rise" /> }] : []),
          ...(looks.has('fall') ? [{ name: t.lowers, sign: <StepSign look="fall" /> }] : []),
          ...(looks.has('unsure') ? [{ name: unsureWord, sign: <UnknownSign /> }] : []),
        ]}
      />
      <Drawing>{(width) => <WaterfallAt {...rest} width={width} />}</Drawing>
    </>
  );
}

function lookOf({ value, unsure = false }: WaterfallStep): WaterfallLook {
  if (unsure) return 'unsure';
  return value < 0 ? 'fall' : 'rise';
}

type AtProps = Omit<Props, 'unsureWord'> & { width: number };

function WaterfallAt({ start, steps, end, format, formatChange, width, ...reach }: AtProps) {
  const narrow = width < NARROW;
  const ends = [start, end].map((one) => ({ ...one, said: format(one.value) }));
  const saidSteps = steps.map((step) => ({ ...step, said: formatChange(step.value) }));
  const widest = (texts: string[], size: number) =>
    Math.max(0, ...texts.map((text) => textWidth(text, size)));
  const values = widest(
    [...ends, ...saidSteps].map(({ said }) => said),
    label.fontSize + 1,
  );
  const names = Math.min(
    width * 0.36,
    Math.max(
      widest(
        [...ends, ...steps].map(({ name }) => name),
        label.fontSize + 0.5,
      ),
      widest(
        steps.map(({ detail = '' }) => detail),
        quietLabel.fontSize,
      ),
    ),
  );
  const room = narrow ? width - values - 20 : names;
  const margin = {
    top: 4,
    right: narrow ? 8 : values + 20,
    bottom: BOTTOM,
    left: narrow ? 3 : names + 20,
  };
  const rows = placedIn(
    [
      { ...start, said: ends[0]?.said ?? '', from: 0, to: start.value, look: 'total' as const, detail: '' },
      ...saidSteps.map((step, at) => {
        const from = steps.slice(0, at).reduce((sum, { value }) => sum + value, start.value);
        return { ...step, detail: step.detail ?? '', from, to: from + step.value, look: lookOf(step) };
      }),
      { ...end, said: ends[1]?.said ?? '', from: 0, to: end.value, look: 'total' as const, detail: '' },
    ].map((row) => ({
      ...row,
      lines: wrapped(row.name, label.fontSize, room),
      details: row.detail ? wrapped(row.detail, quietLabel.fontSize, room) : [],
    })),
    margin.top,
    (lines) => (narrow ? lines * LINE + 36 : Math.max(36, lines * LINE + 12)),
  );
  return (
    <ChartFrame
      width={width}
      height={margin.top + rows.reduce((sum, { height }) => sum + height, 0) + margin.bottom}
      margin={margin}
    >
      <XScale domain={domainOf(rows.flatMap(({ from, to }) => [from, to]))} />
      <YScale domain={[0, 1]} />
      <WaterfallMarks rows={rows} narrow={narrow} width={width} zero={format(0)} {...reach} />
    </ChartFrame>
  );
}

/** Each row as tall as its words need. */
function placedIn<Row extends { lines: string[]; details: string[] }>(
  rows: Row[],
  from: number,
  heightOf: (lines: number) => number,
): (Row & Pick<WaterfallRow, 'top' | 'height'>)[] {
  let top = from;
  return rows.map((row) => {
    const placed = { ...row, top, height: heightOf(row.lines.length + row.details.length) };
    top += placed.height;
    return placed;
  });
}
