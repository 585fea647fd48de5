import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { App } from '#src/app/app.tsx';
import type { Locale } from '#src/domain/text.ts';

interface Options {
  path: string;
  locale?: Locale;
}

/**
 * The whole dashboard at one of its links, over the mounted app. Failed reads
 * are not tried again by themselves, so that a test sees them at once.
 */
export function renderApp({ path, locale = 'en' }: Options) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const user = userEvent.setup();
  const view = render(<App history={history} locale={locale} retries={0} />);
  return { ...view, history, user };
}
