import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { aboutQuery } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { SeenAs } from './seen-as.tsx';
import { useSampleControls } from './sample-controls.tsx';
import classes from './sample-notice.module.css';

/** Only the mock can be reset, and dialogs weigh something. */
const ResetSample = lazy(async () => ({ default: (await import('./reset-sample.tsx')).ResetSample }));

/** Says on every screen and every print that the data is a sample, and of which day. */
export function SampleNotice() {
  const t = useMessages(shellWords);
  const format = useFormat();
  const about = useQuery(aboutQuery());
  const controls = useSampleControls();
  const [asking, ask] = useDisclosure(false);
  if (!about.data?.sample) return null;
  return (
    <>
      <aside className={classes.notice} aria-label={t.sampleNotice(about.data.today)}>
        <p>
          <strong>{t.sampleNotice(format.day(about.data.today))}</strong>{' '}
          <span className={classes.explained}>{t.sampleExplained}</span>
        </p>
        {controls ? (
          <div className={classes.controls} data-no-print>
            <SeenAs controls={controls} />
            <button type="button" className={classes.reset} aria-label={t.resetSample} onClick={ask.open}>
              <span className={classes.long}>{t.resetSample}</span>
              <span className={classes.short}>{t.resetConfirm}</span>
            </button>
          </div>
        ) : null}
      </aside>
      {controls && asking ? (
        <Suspense fallback={null}>
          <ResetSample controls={controls} onClose={ask.close} />
        </Suspense>
      ) : null}
    </>
  );
}
