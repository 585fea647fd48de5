import type { CSSProperties, ReactNode } from 'react';
import './chart-tokens.css';
import { UnknownSign } from './hatch.tsx';
import { Legend } from './legend.tsx';
import classes from './part-stack.module.css';

export interface StackPart {
  id: string;
  name: string;
  /** Of the whole, at each end. */
  from: number;
  to: number;
  /** What the list below the bars says of it, at each end. */
  texts: [string, string];
}

interface Whole {
  /** Up to where the unknown could take it; at least the sum of the parts. */
  high: number;
  text: string;
}

interface Props {
  /** Six at most, in their order in the bars. */
  parts: StackPart[];
  ends: [string, string];
  whole: [Whole, Whole];
  words: { part: string; open: string };
  renderName?: (id: string, name: string) => ReactNode;
}

/** What a figure is made up of, then and now, on one scale; hatched is what the unknown could add. */
export function PartStack({ parts, ends, whole, words, renderName }: Props) {
  const values = (at: 0 | 1) => parts.map((part) => (at === 0 ? part.from : part.to));
  const most = Math.max(...whole.map(({ high }) => high), ...([0, 1] as const).map((at) => sum(values(at))));
  const isOpen = whole.some(({ high }, at) => high > sum(values(at === 0 ? 0 : 1)));
  return (
    <>
      {isOpen ? <Legend entries={[{ name: words.open, sign: <UnknownSign /> }]} /> : null}
      <ul className={classes.bars}>
        {([0, 1] as const).map((at) => (
          <Bar
            key={at}
            end={ends[at]}
            whole={whole[at]}
            values={values(at)}
            scale={most > 0 ? most : 1}
            label={`${ends[at]}: ${whole[at].text}. ${parts.map((part) => `${part.name} ${part.texts[at]}`).join(', ')}`}
          />
        ))}
      </ul>
      <div className={classes.scroll}>
        <table className={classes.values}>
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              {ends.map((end, at) => (
                <th key={at === 0 ? 'from' : 'to'} scope="col">
                  {end}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {parts.map((part, at) => (
              <tr key={part.id}>
                <th scope="row">
                  <span className={classes.name}>
                    <span className={classes.key} data-part={at + 1} aria-hidden>
                      {at + 1}
                    </span>
                    {renderName ? renderName(part.id, part.name) : part.name}
                  </span>
                </th>
                <td>{part.texts[0]}</td>
                <td>{part.texts[1]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const place = (left: number, width: number): CSSProperties => ({
  insetInlineStart: `${left * 100}%`,
  width: `${width * 100}%`,
});
/** A narrower piece has no room for its number. */
const ROOM = 0.05;

interface BarProps {
  end: string;
  whole: Whole;
  values: number[];
  scale: number;
  label: string;
}

function Bar({ end, whole, values, scale, label }: BarProps) {
  const all = sum(values);
  return (
    <li className={classes.bar}>
      <span className={classes.end}>{end}</span>
      <span className={classes.track} role="img" aria-label={label}>
        {values.map((value, at) =>
          value > 0 ? (
            <span
              // The pieces are told apart by their place alone, which never changes.
              key={`${at + 1}`}
              className={classes.part}
              data-part={at + 1}
              style={place(sum(values.slice(0, at)) / scale, value / scale)}
            >
              {value / scale >= ROOM ? at + 1 : null}
            </span>
          ) : null,
        )}
        {whole.high > all ? (
          <span
            className={classes.open}
            style={place(all / scale, (whole.high - all) / scale)}
            data-unknown
          />
        ) : null}
      </span>
      <span className={classes.text}>{whole.text}</span>
    </li>
  );
}
