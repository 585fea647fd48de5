import { setupWorker } from 'msw/browser';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { controlsOf, type MockControls } from './controls.ts';
import { createHandlers } from './handlers.ts';
import { createJournalledStores, resetJournal } from './journal.ts';
import { resetAccounts } from './kept-accounts.ts';
import { picturesInBrowser } from './kept-pictures.ts';
import { identifiersOf } from './sample/identifiers.ts';
import { sampleRecords } from './sample/sample.ts';

/** Starts the mocked service in this page. */
export async function startMock(): Promise<MockControls> {
  const records = await recordsAsked();
  const audit = new MemoryAudit();
  const pictures = picturesInBrowser();
  const stores = createJournalledStores(
    { records, identifiers: identifiersOf(records), audit },
    localStorage,
    pictures,
  );
  // Beside the page and nowhere else: the development server has source files under /src/api/.
  const api = new URL('api', new URL(import.meta.env.BASE_URL, document.baseURI)).href;
  const worker = setupWorker(...createHandlers({ stores, audit, latency: 'real', api, kept: localStorage }));
  await worker.start({
    quiet: true,
    onUnhandledRequest: 'bypass',
    serviceWorker: {
      // The one that keeps the program as well.
      url: new URL(`${import.meta.env.BASE_URL}worker.js`, document.baseURI).pathname,
      options: { updateViaCache: 'none' },
    },
  });
  return controlsOf(localStorage, async () => {
    resetAccounts(localStorage);
    await resetJournal(localStorage, pictures);
  });
}

/** `?households=10000` adds a made-up village of that size, to look at long lists and to measure them. */
async function recordsAsked(): Promise<VillageRecord[]> {
  const households = Number(new URLSearchParams(location.search).get('households'));
  if (!Number.isInteger(households) || households < 1) return sampleRecords;
  const { largeVillage } = await import('./sample/large.ts');
  return [...sampleRecords, largeVillage(Math.min(households, 20_000))];
}
