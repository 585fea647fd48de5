import type { PovertyLine } from '#src/domain/poverty-line.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import classes from './place-measures.module.css';

/** The lines that villages are held against, and whether anybody checked them. */
export function LineList({ lines }: { lines: readonly PovertyLine[] }) {
  const words = useMessages(measuresWords);
  const { quantity } = useFormat();
  return (
    <ul className={classes.small}>
      {lines.map((line) => (
        <li key={line.id}>
          {words.lineOf(
            `${line.approximate ? `${words.approximate} ` : ''}${quantity(line.yuan, 'yuan')}`,
            line.year,
          )}{' '}
          · {line.verified ? words.verified : words.notVerified}
        </li>
      ))}
    </ul>
  );
}
