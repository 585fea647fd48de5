import type { Ref } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { problems as problemWords } from '#src/messages/problems.ts';
import classes from './error-summary.module.css';
import { FieldLink } from './field-link.tsx';
import type { FormProblem } from './visit-draft-of.ts';
import { useControlName } from './use-control-name.ts';

interface Props {
  problems: readonly FormProblem[];
  ref: Ref<HTMLDivElement>;
}

/** Everything that is wrong, each with the way to its field. Takes the cursor when saving failed. */
export function ErrorSummary({ problems, ref }: Props) {
  const t = useMessages(logVisitWords);
  const words = useMessages(problemWords);
  const nameOf = useControlName();
  if (problems.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={classes.summary}>
      <h3>{t.summaryTitle(problems.length)}</h3>
      <ul>
        {problems.map(({ control, code }) => (
          <li key={control}>
            <FieldLink control={control}>{t.problemWith(nameOf(control), words[code])}</FieldLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
