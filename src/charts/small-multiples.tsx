import type { ReactNode } from 'react';
import { ChartFrame, domainOf, Drawing, XScale, YScale } from './chart-frame.tsx';
import { UnknownSign } from './hatch.tsx';
import { Legend } from './legend.tsx';
import { PanelMarks, type PanelForm } from './panel-marks.tsx';
import { Point } from './point.tsx';
import classes from './small-multiples.module.css';

export interface Panel {
  id: string;
  name: string;
  from: number | null;
  to: number | null;
}

interface Props {
  panels: Panel[];
  /** A slope or a pair of bars in each panel. */
  form?: PanelForm;
  /** What the two ends are, such as the days of two visits; said once for all panels. */
  ends: [string, string];
  format: (value: number) => string;
  unknownWord: string;
  /** A line to see all by; drawn in every panel, named once. */
  reference?: { value: number; name: string } | undefined;
  /** Wraps a panel in the feature's link. The panel is HTML, not a drawing. */
  renderLink?: ((id: string, panel: ReactNode, label: string) => ReactNode) | undefined;
}

const HEIGHT = 116;
const MARGIN = { top: 24, right: 12, bottom: 8, left: 12 };

/** Many small drawings of one kind on one scale, so that they compare at a glance. */
export function SmallMultiples({
  panels,
  form = 'slope',
  ends,
  format,
  unknownWord,
  reference,
  renderLink,
}: Props) {
  const domain = domainOf([...panels.flatMap(({ from, to }) => [from, to]), reference?.value]);
  const said = (value: number | null) => (value === null ? unknownWord : format(value));
  const unknown = panels.some(({ from, to }) => from === null || to === null);
  const bars = form === 'bars';
  const then = bars ? (
    <rect x={-6} y={-7} width={12} height={14} fill="var(--mark-soft)" stroke="var(--mark-mid)" />
  ) : (
    <Point x={0} y={0} r={4.5} colour="var(--mark-then)" fill="hollow" />
  );
  const now = bars ? (
    <rect x={-6} y={-7} width={12} height={14} fill="var(--mark-now)" />
  ) : (
    <Point x={0} y={0} r={5} colour="var(--mark-now)" />
  );
  const broken = (
    <line x1={-9} x2={9} y1={0} y2={0} stroke="var(--ink-2)" strokeWidth={1.5} strokeDasharray="4 3" />
  );
  return (
    <>
      <Legend
        entries={[
          { name: ends[0], sign: then },
          { name: ends[1], sign: now },
          ...(reference ? [{ name: reference.name, sign: broken }] : []),
          ...(unknown ? [{ name: unknownWord, sign: <UnknownSign /> }] : []),
        ]}
      />
      <ul className={classes.grid}>
        {panels.map(({ id, name, from, to }) => {
          const label = `${name}: ${said(from)} → ${said(to)}`;
          const panel = (
            <span className={classes.panel}>
              <span className={classes.name}>{name}</span>
              <Drawing>
                {(width) => (
                  <ChartFrame width={width} height={HEIGHT} margin={MARGIN} hidden>
                    <XScale domain={[0, 1]} />
                    <YScale domain={domain} />
                    <PanelMarks
                      form={form}
                      from={from}
                      to={to}
                      said={[said(from), said(to)]}
                      reference={reference?.value}
                    />
                  </ChartFrame>
                )}
              </Drawing>
              {bars ? null : <span className={classes.values}>{`${said(from)} → ${said(to)}`}</span>}
            </span>
          );
          return <li key={id}>{renderLink ? renderLink(id, panel, label) : panel}</li>;
        })}
      </ul>
    </>
  );
}
