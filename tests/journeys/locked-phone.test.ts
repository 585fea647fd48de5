import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { programWords } from '#src/messages/program.ts';
import { startFieldService, type FieldService } from '#tests/support/journeys/field-service.ts';
import { planted, plantedRecords, searchFolder, typed } from '#tests/support/journeys/planted.ts';
import { seen } from '#tests/support/journeys/steps.ts';

const locale = 'en';
const t = phoneLockWords[locale];
const log = logVisitWords[locale];
const PIN = '407193';

let profile: string;
let service: FieldService;
let open: BrowserContext[];
beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), 'phone-'));
  service = await startFieldService(plantedRecords);
  open = [];
});
afterEach(async () => {
  await Promise.all(open.map((context) => context.close()));
  await service.down();
  await rm(profile, { recursive: true });
});

/** The phone, with whatever it kept. */
async function phone(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: inject('browserPath'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    viewport: { width: 390, height: 844 },
    locale,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(30_000);
  open.push(context);
  return context;
}

it('a locked phone holds none of 200 names and numbers that were read, saved and typed on it', async () => {
  const context = await phone();
  const page = await context.newPage();
  await page.goto(`${service.url}/villages/nangangzi`);
  await page.getByRole('button', { name: programWords[locale].keep }).click();
  await seen(page.getByRole('button', { name: programWords[locale].keepAgain }));
  await page.goto(`${service.url}/households/nangangzi-200`);
  await seen(page.getByText(planted[1] ?? ''));

  // Saved with no network, so that it stays.
  await page.goto(`${service.url}/log?village=nangangzi&household=nangangzi-005`);
  await page.getByLabel(log.said).fill(typed(80, 90));
  await service.down();
  await page.getByRole('button', { name: log.next(log.steps.readings) }).click();
  await page.getByRole('button', { name: log.allAsLast }).click();
  await page.getByRole('button', { name: log.review, exact: true }).click();
  await page.getByRole('button', { name: log.save }).click();
  await seen(page.getByRole('heading', { level: 1, name: log.savedTitle }));
  await service.up();
  await page.goto(`${service.url}/log?village=nangangzi&household=nangangzi-005`);
  await page.getByLabel(log.said).fill(typed(90, 100));
  await seen(page.getByText(/^Draft kept on this device/));

  await page.goto(`${service.url}/phone-lock`);
  await page.getByLabel(t.newPin, { exact: true }).fill(PIN);
  await page.getByLabel(t.repeat).fill(PIN);
  await page.getByRole('button', { name: t.set }).click();
  await seen(page.getByText(t.done.set));
  await page.getByRole('button', { name: t.lockNow }).click();
  await seen(page.getByRole('heading', { level: 1, name: t.lockedTitle }));
  await context.close();

  const locked = await searchFolder(profile, [...planted, PIN]);
  expect(locked.bytes).toBeGreaterThan(100_000);
  expect(locked.found).toEqual([]);

  // It is there all the same, for whoever has the PIN.
  const again = await (await phone()).newPage();
  await again.goto(`${service.url}/log?village=nangangzi&household=nangangzi-005`);
  await again.getByLabel(t.pin, { exact: true }).fill(PIN);
  await again.getByRole('button', { name: t.unlock }).click();
  await expect.poll(() => again.getByLabel(log.said).inputValue()).toBe(typed(90, 100));

  // The search would have found them: in the clear, in two of the places where pages keep things, and of one of them
  // in tables that the browser compresses, where most of them do not stand as they are.
  await again.evaluate(async (strings) => {
    localStorage.setItem('control', strings[0] ?? '');
    await new Promise((done, failed) => {
      const asked = indexedDB.open('control', 1);
      asked.addEventListener('upgradeneeded', () => asked.result.createObjectStore('control'));
      asked.addEventListener('error', failed);
      asked.addEventListener('success', () => {
        const change = asked.result.transaction('control', 'readwrite', { durability: 'strict' });
        const rows = change.objectStore('control');
        for (const [at, string] of strings.entries()) rows.put({ string }, at);
        // More than the browser leaves in its log.
        for (let at = 0; at < 400; at += 1) rows.put('nobody lives here '.repeat(1000), 1000 + at);
        change.addEventListener('complete', done);
      });
    });
  }, planted);
  await again.context().close();
  const control = await searchFolder(profile, planted);
  expect(control.tables).toBeGreaterThan(0);
  expect(control.found.toSorted()).toEqual(planted.toSorted());
});
