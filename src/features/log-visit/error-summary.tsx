import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { Problem } from '#src/api/problem.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { problemMessage, problems as problemWords } from '#src/messages/problems.ts';
import { visitsWords } from '#src/messages/visits.ts';
import type { FormProblem } from './form-problems.ts';
import classes from './log-visit.module.css';

interface Props {
  problems: FormProblem[];
  failure: Problem | null;
  visitId: string;
  /** Makes it a visit of its own. */
  onRenew: () => void;
}

/** All that is wrong in one place, each with a way to its field; the focus comes here. */
export function ErrorSummary({ problems, failure, visitId, onRenew }: Props) {
  const t = useMessages(logVisitWords);
  const words = useMessages(problemWords);
  const visits = useMessages(visitsWords);
  const box = useRef<HTMLDivElement>(null);
  const wrong = problems.length > 0 || failure !== null;
  useEffect(() => {
    if (wrong) box.current?.focus();
  }, [wrong, problems, failure]);
  if (!wrong) return null;
  const taken = failure?.code === 'VISIT_ID_TAKEN' || failure?.code === 'ID_TAKEN';
  return (
    <div className={classes.summary} role="alert" tabIndex={-1} ref={box}>
      <p className={classes.summaryTitle}>{failure ? t.notSaved : t.problemsTitle}</p>
      {failure && problems.length === 0 ? <p>{words[problemMessage(failure.code)]}</p> : null}
      <ul>
        {problems.map(({ fieldId, code }) => (
          <li key={fieldId}>
            <a
              href={`#${fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                const field = document.getElementById(fieldId);
                field?.focus();
                field?.scrollIntoView({ block: 'center' });
              }}
            >
              {words[problemMessage(code)]}
            </a>
          </li>
        ))}
      </ul>
      {taken ? (
        <p className={classes.row}>
          <Link to="/visits/$visitId" params={{ visitId }}>
            {visits.title}
          </Link>
          <Button variant="default" onClick={onRenew}>
            {t.saveAsAnother}
          </Button>
        </p>
      ) : null}
    </div>
  );
}
