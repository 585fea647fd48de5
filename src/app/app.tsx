import { RouterProvider, type RouterHistory } from '@tanstack/react-router';
import { useState } from 'react';
import type { Locale } from '#src/domain/text.ts';
import { Providers } from './providers.tsx';
import { createAppRouter } from './router.tsx';
import { SampleControlsContext, type SampleControls } from './sample-controls.tsx';

interface Props {
  sampleControls?: SampleControls | null;
  history?: RouterHistory;
  locale?: Locale;
  retries?: number;
}

/** The dashboard. */
export function App({ sampleControls = null, history, locale, retries }: Props) {
  const [router] = useState(() => createAppRouter(history));
  return (
    <Providers {...(locale && { locale })} {...(retries !== undefined && { retries })}>
      <SampleControlsContext value={sampleControls}>
        <RouterProvider router={router} />
      </SampleControlsContext>
    </Providers>
  );
}
