import { setupWorker } from 'msw/browser';
import { createHandlers } from './handlers.ts';
import { createJournalledStore, resetJournal } from './journal.ts';
import { sampleRecords } from './sample/sample.ts';

/** Starts the mocked service in this page and hands back what only the mock can do. */
export async function startMock(): Promise<{ reset: () => void }> {
  const worker = setupWorker(...createHandlers(createJournalledStore(sampleRecords, localStorage), 'real'));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: { url: new URL(`${import.meta.env.BASE_URL}mockServiceWorker.js`, document.baseURI).pathname },
  });
  return { reset: () => resetJournal(localStorage) };
}
