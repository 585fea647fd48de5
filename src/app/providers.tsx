import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { isWorthRetrying } from '#src/api/problem.ts';
import type { Locale } from '#src/domain/text.ts';
import { LocaleProvider } from '#src/messages/locale.tsx';
import { pageNonce } from './strict-page.ts';
import { theme } from './theme.ts';

const createQueryClient = (retries: number): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < retries && isWorthRetrying(error),
        // A phone that lost its signal should say so, not wait in silence.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });

interface Props {
  children: ReactNode;
  locale?: Locale;
  /** How often a failed read is tried again before the screen says so. */
  retries?: number;
}

/** Everything that a screen expects above it. */
export function Providers({ children, locale, retries = 2 }: Props) {
  const [queries] = useState(() => createQueryClient(retries));
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <LocaleProvider {...(locale && { initial: locale })}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </LocaleProvider>
    </MantineProvider>
  );
}
