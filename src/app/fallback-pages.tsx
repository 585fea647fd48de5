import { Button } from '@mantine/core';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useMessages } from '#src/messages/locale.tsx';
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

/** The last resort: a screen that broke while drawing says so and can be tried again. */
export function ScreenFailedPage({ reset }: ErrorComponentProps) {
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
