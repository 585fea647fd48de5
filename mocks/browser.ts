import { setupWorker } from 'msw/browser';
import { createHandlers } from './handlers.ts';
import { createJournalledStore, resetJournal } from './journal.ts';
import { sampleRecords } from './sample/sample.ts';

/** Starts the mocked service in this page and hands back what only the mock can do. */
export async function startMock(): Promise<{ reset: () => void }> {
  const here = new URL(import.meta.env.BASE_URL, document.baseURI);
  const store = createJournalledStore(sampleRecords, localStorage);
  const worker = setupWorker(
    ...createHandlers(store, { latency: 'real', api: new URL('api/*', here).href }),
  );
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL('mockServiceWorker.js', here).pathname },
  });
  return { reset: () => resetJournal(localStorage) };
}
