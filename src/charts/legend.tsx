import type { ReactNode } from 'react';
import classes from './legend.module.css';

interface Props {
  entries: { name: string; sign: (middle: number) => ReactNode }[];
}

const SIDE = 18;

/** What the signs of a drawing mean. */
export function Legend({ entries }: Props) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ name, sign }) => (
        <li key={name}>
          <svg width={SIDE} height={SIDE} aria-hidden>
            {sign(SIDE / 2)}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
