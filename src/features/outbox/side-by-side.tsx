import type { ReactNode } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { conflictWords } from '#src/messages/conflicts.ts';
import classes from './side-by-side.module.css';

/** What is said of each, as pairs of a name and what stands there; what is null is not shown. */
export type Facts = readonly (readonly [name: string, told: ReactNode])[];

/** Both, beside each other where there is room, with what can be done about them. */
export function SideBySide({ theirs, mine, children }: { theirs: Facts; mine: Facts; children: ReactNode }) {
  const t = useMessages(conflictWords);
  return (
    <div className={classes.conflict}>
      <div className={classes.both}>
        <One title={t.theirs} facts={theirs} />
        <One title={t.mine} facts={mine} />
      </div>
      {children}
    </div>
  );
}

function One({ title, facts }: { title: string; facts: Facts }) {
  return (
    <section className={classes.one} aria-label={title}>
      <h3>{title}</h3>
      <dl>
        {facts
          .filter(([, told]) => told !== null && told !== '')
          .map(([name, told]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{told}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
