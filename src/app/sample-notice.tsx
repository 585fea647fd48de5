import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { aboutQuery } from '#src/api/queries.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { shellWords } from '#src/messages/shell.ts';
import { useSampleControls } from './sample-controls.tsx';
import classes from './sample-notice.module.css';

/** Only the mock has something to try out and to reset. */
const SampleTools = lazy(async () => ({ default: (await import('./sample-tools.tsx')).SampleTools }));
const SampleNetworkNotice = lazy(async () => ({
  default: (await import('./sample-network.tsx')).SampleNetworkNotice,
}));

/** Says on every screen and every print that the data is a sample, and of which day. */
export function SampleNotice() {
  const t = useMessages(shellWords);
  const format = useFormat();
  const about = useQuery(aboutQuery());
  const controls = useSampleControls();
  return (
    <>
      {about.data?.sample ? (
        <aside className={classes.notice} aria-label={t.sampleNotice(about.data.today)}>
          <p>
            <strong>{t.sampleNotice(format.day(about.data.today))}</strong>{' '}
            <span className={classes.explained}>{t.sampleExplained}</span>
          </p>
          {controls ? (
            <Suspense fallback={null}>
              <SampleTools controls={controls} />
            </Suspense>
          ) : null}
        </aside>
      ) : null}
      {controls ? (
        <Suspense fallback={null}>
          <SampleNetworkNotice controls={controls} />
        </Suspense>
      ) : null}
    </>
  );
}
