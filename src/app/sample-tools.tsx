import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { NetworkChoice } from './network-choice.tsx';
import type { SampleControls } from './sample-controls.tsx';
import { SeenAs } from './seen-as.tsx';
import classes from './sample-notice.module.css';

/** Dialogs weigh something. */
const ResetSample = lazy(async () => ({ default: (await import('./reset-sample.tsx')).ResetSample }));

/** With whose eyes the sample is seen, over which network, and how it becomes again what it was. */
export function SampleTools({ controls }: { controls: SampleControls }) {
  const t = useMessages(shellWords);
  const [asking, ask] = useDisclosure(false);
  return (
    <div className={classes.controls} data-no-print>
      <SeenAs controls={controls} />
      <NetworkChoice controls={controls} />
      <button type="button" className={classes.reset} aria-label={t.resetSample} onClick={ask.open}>
        <span className={classes.long}>{t.resetSample}</span>
        <span className={classes.short}>{t.resetConfirm}</span>
      </button>
      {asking ? (
        <Suspense fallback={null}>
          <ResetSample controls={controls} onClose={ask.close} />
        </Suspense>
      ) : null}
    </div>
  );
}
