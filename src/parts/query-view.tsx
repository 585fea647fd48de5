import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState, type ReactNode } from 'react';
import { problemOf } from '#src/api/problem.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { queryWords } from '#src/messages/query-words.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { useIsSilent } from './connection.ts';

interface Props<T> {
  query: UseQueryResult<T>;
  /** Whether there is nothing to show. */
  isEmpty: (data: T) => boolean;
  /** What to say and do then: the next step, never just "nothing". */
  empty: ReactNode;
  children: (data: T) => ReactNode;
}

const SLOW_AFTER_MS = 4000;

/**
 * The one way to show a query's states: pending, failed with a retry, empty
 * with the next step, ready. Leaving one out does not compile.
 */
export function QueryView<T>({ query, isEmpty, empty, children }: Props<T>) {
  const t = useMessages(queryWords);
  const isSilent = useIsSilent();
  if (query.isPending) return <Pending />;
  if (query.data === undefined) {
    return <Failed error={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <>
      {/* Without a network the frame says of when it is. */}
      {query.isError && !isSilent ? <Notice tone="problem">{t.refreshFailed}</Notice> : null}
      {isEmpty(query.data) ? empty : children(query.data)}
    </>
  );
}

function Pending() {
  const t = useMessages(queryWords);
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Waiting label={slow ? `${t.loading} ${t.slow}` : t.loading} />;
}

function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useMessages(queryWords);
  const { status, code } = problemOf(error);
  if (status === 404) {
    return (
      <Notice tone="plain" title={t.missing} action={<Link to="/">{t.toOverview}</Link>}>
        {t.missingText}
      </Notice>
    );
  }
  if (status === 403) {
    return (
      <Notice tone="plain" title={t.forbidden} action={<Link to="/">{t.toOverview}</Link>}>
        {t.forbiddenText}
      </Notice>
    );
  }
  if (code === 'UNAUTHORIZED') {
    return (
      <Notice tone="plain" title={t.signedOut} action={<Button onClick={retry}>{t.tryAgain}</Button>}>
        {t.signedOutText}
      </Notice>
    );
  }
  return (
    <Notice tone="problem" title={t.failed} action={<Button onClick={retry}>{t.tryAgain}</Button>}>
      {status === null ? t.noAnswer : `${t.broken} (${code})`}
    </Notice>
  );
}
