import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { askAfter } from '#src/api/client.ts';
import { isWorthRetrying, problemOf } from '#src/api/problem.ts';
import { aboutQuery } from '#src/api/queries.ts';
import type { Locale } from '#src/domain/text.ts';
import { LocaleProvider } from '#src/messages/locale.tsx';
import { connection } from '#src/parts/connection.ts';
import { beforeAsking } from '#src/parts/late-sign-out.ts';
import { useReads, type OpenReads } from '#src/offline/reads.ts';
import { FieldWork } from './field-work.tsx';
import { createKeptQueries } from './kept-queries.ts';
import { pageNonce } from './strict-page.ts';
import { SessionProvider } from '#src/parts/session.tsx';
import { theme } from './theme.ts';

function createQueryClient(retries: number, openReads: OpenReads): QueryClient {
  /** Whoever is refused may have been signed out or seated elsewhere meanwhile: the service is asked who they are. */
  const onError = (error: unknown): void => {
    if (!['UNAUTHORIZED', 'FORBIDDEN', 'OTHER_ACCOUNT'].includes(problemOf(error).code)) return;
    void queries.invalidateQueries({ queryKey: aboutQuery().queryKey });
  };
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // While the service is silent nothing is asked twice: when it answers again, everything is.
        refetchOnMount: () => !connection.isSilent(),
        retry: (failures, error) => failures < retries && isWorthRetrying(error),
        // A phone that lost its signal should say so, not wait in silence.
        networkMode: 'always',
        persister: createKeptQueries(openReads),
      },
      mutations: { networkMode: 'always' },
    },
  });
  askAfter(beforeAsking);
  // Everything waits for who it is: it is asked before the first drawing, not after it.
  void queries.prefetchQuery(aboutQuery());
  return queries;
}

interface Props {
  children: ReactNode;
  locale?: Locale;
  /** How often a failed read is tried again before the screen says so. */
  retries?: number;
}

/** Everything that a screen expects above it. */
export function Providers({ children, locale, retries = 2 }: Props) {
  const openReads = useReads();
  const [queries] = useState(() => createQueryClient(retries, openReads));
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <LocaleProvider {...(locale && { initial: locale })}>
        <QueryClientProvider client={queries}>
          <SessionProvider>
            <FieldWork>{children}</FieldWork>
          </SessionProvider>
        </QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}
