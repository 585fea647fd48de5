import { Button } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
import { programWords } from '#src/messages/program.ts';
import { shellWords } from '#src/messages/shell.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import classes from './shell.module.css';

export function LoadingPage() {
  return <Waiting label={useMessages(shellWords).loading} />;
}

/** An unknown link helps instead of refusing. */
export function NotFoundPage() {
  const t = useMessages(shellWords);
  return (
    <div className={classes.alone}>
      <h1>{t.notFoundTitle}</h1>
      <Notice tone="plain" action={<Link to="/">{t.toOverview}</Link>}>
        {t.notFoundText}
      </Notice>
    </div>
  );
}

/** What browsers say when a part of the program that is loaded when it is needed is not there. */
const PART_MISSING = /dynamically imported module|Importing a module script failed|Unable to preload/i;

/** The last resort: a screen that broke while drawing says so and can be tried again. */
export function ScreenFailedPage(props: ErrorComponentProps) {
  return PART_MISSING.test(String(props.error)) ? <PartMissing /> : <ScreenFailed {...props} />;
}

function PartMissing() {
  const t = useMessages(programWords);
  return (
    <Notice
      tone="problem"
      title={t.partMissingTitle}
      action={<Button onClick={() => void reload()}>{t.reload}</Button>}
    >
      {t.partMissingText}
    </Notice>
  );
}

/** With a newer version, where there is one: this one would miss the same part again. */
async function reload(): Promise<void> {
  const kept = 'serviceWorker' in navigator ? await navigator.serviceWorker.getRegistration() : undefined;
  await kept?.update().catch(() => {});
  kept?.waiting?.postMessage('takeOver', []);
  location.reload();
}

function ScreenFailed({ reset }: ErrorComponentProps) {
  const t = useMessages(shellWords);
  const router = useRouter();
  return (
    <Notice
      tone="problem"
      title={t.failedTitle}
      action={
        <Button
          onClick={() => {
            reset();
            void router.invalidate();
          }}
        >
          {t.tryAgain}
        </Button>
      }
    >
      {t.failedText}
    </Notice>
  );
}
