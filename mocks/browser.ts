import { setupWorker } from 'msw/browser';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { createHandlers } from './handlers.ts';
import { createJournalledStore, resetJournal } from './journal.ts';
import { sampleRecords } from './sample/sample.ts';

/** Starts the mocked service in this page and hands back what only the mock can do. */
export async function startMock(): Promise<{ reset: () => void }> {
  const store = createJournalledStore(await recordsAsked(), localStorage);
  // Beside the page and nowhere else: the development server has source files under /src/api/.
  const api = new URL('api', new URL(import.meta.env.BASE_URL, document.baseURI)).href;
  const worker = setupWorker(...createHandlers(store, 'real', api));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: {
      url: new URL(`${import.meta.env.BASE_URL}mockServiceWorker.js`, document.baseURI).pathname,
    },
  });
  return { reset: () => resetJournal(localStorage) };
}

/** `?households=10000` adds a made-up village of that size, to look at long lists and to measure them. */
async function recordsAsked(): Promise<VillageRecord[]> {
  const households = Number(new URLSearchParams(location.search).get('households'));
  if (!Number.isInteger(households) || households < 1) return sampleRecords;
  const { largeVillage } = await import('./sample/large.ts');
  return [...sampleRecords, largeVillage(Math.min(households, 20_000))];
}
