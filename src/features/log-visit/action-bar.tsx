import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import classes from './action-bar.module.css';
import { useLog } from './log-context.ts';
import { steps, type Step } from './steps.ts';
import { useMoment } from '#src/parts/moment.ts';
import type { KeptForm } from './use-kept-form.ts';

interface Props {
  step: Step;
  saving: boolean;
  save: () => void;
  kept: KeptForm;
  /** Said in place of the save button after it failed: why, and how to go on. */
  children: ReactNode;
}

/** At the thumb, on every step: the next step, and the review that any visit can go to at once. */
export function ActionBar({ step, saving, save, kept: { keptAt, keeps }, children }: Props) {
  const t = useMessages(logVisitWords);
  const { goTo } = useLog();
  const { time } = useMoment();
  const next = steps[steps.indexOf(step) + 1];
  return (
    <div className={classes.bar} data-no-print>
      <p className={classes.kept}>
        {!keeps ? t.notKept : keptAt === null ? t.willBeKept : t.kept(time(keptAt))}
      </p>
      <div className={classes.buttons}>
        {step === 'review' && children ? (
          children
        ) : step === 'review' ? (
          <Button onClick={save} loading={saving} className={classes.wide}>
            {saving ? t.saving : t.save}
          </Button>
        ) : (
          <>
            {next && next !== 'review' ? (
              <Button variant="default" onClick={() => goTo(next)} className={classes.wide}>
                {t.next(t.steps[next])}
              </Button>
            ) : null}
            <Button onClick={() => goTo('review')} className={classes.wide}>
              {t.review}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
