import type { ReactNode } from 'react';
import classes from './legend.module.css';

interface Props {
  /** A sign is drawn around the origin, at most nine pixels each way. */
  entries: { name: string; sign: ReactNode }[];
}

const SIDE = 18;
const AROUND = `${-SIDE / 2} ${-SIDE / 2} ${SIDE} ${SIDE}`;

/** What the signs of a drawing mean. */
export function Legend({ entries }: Props) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ name, sign }) => (
        <li key={name}>
          <svg width={SIDE} height={SIDE} viewBox={AROUND} aria-hidden>
            {sign}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
