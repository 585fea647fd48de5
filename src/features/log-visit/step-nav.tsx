import { Link } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { useLog } from './log-context.ts';
import { stepOf, steps, type Step } from './steps.ts';
import classes from './step-nav.module.css';

/** Where one is, and every other step one touch away; none has to be done. */
export function StepNav({ step }: { step: Step }) {
  const t = useMessages(logVisitWords);
  const { form, problems, goTo } = useLog();
  return (
    <nav aria-label={t.stepsLabel} data-no-print>
      <ol className={classes.steps}>
        {steps.map((name, at) => {
          const wrong = problems.filter(({ control }) => stepOf(control) === name).length;
          return (
            <li key={name}>
              <Link
                to="/log"
                search={({ mend }) => ({ village: form.villageId, step: name, mend })}
                className={classes.step}
                data-current={name === step || undefined}
                aria-current={name === step ? 'step' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  goTo(name);
                }}
              >
                <span className={classes.number} data-wrong={wrong > 0 || undefined} aria-hidden>
                  {wrong > 0 ? '!' : at + 1}
                </span>
                {t.steps[name]}
                {wrong > 0 ? <span className={classes.said}> ({t.stepProblems(wrong)})</span> : null}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
