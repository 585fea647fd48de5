import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outboxWords } from '#src/messages/outbox.ts';
import { programWords } from '#src/messages/program.ts';
import { allowComplaint, openBrowser, useBrowser } from '#tests/support/browser.ts';
import { startFieldService, type FieldService } from '#tests/support/journeys/field-service.ts';
import { isKept, NOT_THERE } from '#tests/support/journeys/kept-program.ts';
import { logUnchanged, names, seen } from '#tests/support/journeys/steps.ts';

useBrowser();

const locale = 'en';
const t = outboxWords[locale];
const HOUSEHOLD = '/households/nangangzi-005';

let service: FieldService;
/** The ids of the visits that were sent, one a request, in the order in which the requests came. */
let sent: string[];
/** How many requests with a visit were there at once, now and at the most. */
let underWay: number;
let mostAtOnce: number;
/** What the next answer to a visit waits for after it was recorded. */
let hold: Promise<void> | null = null;

beforeAll(async () => {
  service = await startFieldService(undefined, (app) => async (request) => {
    if (request.method !== 'PUT') return app(request);
    sent.push(new URL(request.url).pathname.split('/').at(-1) ?? '');
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    const until = hold;
    hold = null;
    const answer = await app(request);
    await until;
    underWay -= 1;
    return answer;
  });
});
afterAll(() => service.down());

async function tab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${service.url}/villages/nangangzi`);
  await seen(page.getByRole('heading', { level: 1, name: names[locale].village }));
  return page;
}
/** Two tabs of one browser, with the program and the village on the device. */
async function twoTabs(): Promise<[Page, Page]> {
  [sent, underWay, mostAtOnce] = [[], 0, 0];
  const context = await openBrowser(service.url, { locale, width: 390 });
  const tabs: [Page, Page] = [await tab(context), await tab(context)];
  await isKept(tabs[0]);
  await tabs[0].getByRole('button', { name: programWords[locale].keep }).click();
  await seen(tabs[0].getByRole('button', { name: programWords[locale].keepAgain }));
  return tabs;
}
/** Logs a visit in the tab and hands back its id. */
async function logged(page: Page): Promise<string> {
  await page.goto(service.url + HOUSEHOLD);
  await logUnchanged(page, locale);
  return new URL(page.url()).searchParams.get('saved') ?? '';
}
/** How many tabs have the lock that sends, and how many wait for it. */
const lock = (page: Page) =>
  page.evaluate(async () => {
    const { held = [], pending = [] } = await navigator.locks.query();
    const mine = ({ name }: LockInfo) => name === 'contact-point-outbox';
    return [held.filter(mine).length, pending.filter(mine).length];
  });
const visits = async (): Promise<string[]> => {
  const answer = await fetch(`${service.url}/api/villages/nangangzi`);
  return ((await answer.json()) as { visits: { id: string }[] }).visits.map(({ id }) => id);
};
const showsAllReceived = async (page: Page, count: number): Promise<void> => {
  await expect.poll(() => page.getByRole('link', { name: /not yet received/ }).count()).toBe(0);
  await page.goto(`${service.url}/outbox`);
  await seen(page.getByText(t.nothingWaits));
  await seen(page.getByText(t.receivedLately(count)));
};

it('two tabs that saved without a network send each visit once, one request at a time, and both say so', async () => {
  const tabs = await twoTabs();
  const before = await visits();
  await service.down();
  allowComplaint(NOT_THERE);
  const saved: string[] = [];
  for (const page of [...tabs, ...tabs]) saved.push(await logged(page));
  for (const page of tabs) await seen(page.getByRole('link', { name: /^4 items not yet received/ }));

  await service.up();
  // As a phone tells its pages, all of them at once, that it has a network again.
  await Promise.all(tabs.map((page) => page.evaluate(() => dispatchEvent(new Event('online')))));
  for (const page of tabs) await seen(page.getByText(t.state.received));
  await expect.poll(async () => (await visits()).length).toBe(before.length + 4);
  for (const page of tabs) await showsAllReceived(page, 4);
  expect((await visits()).filter((id) => !before.includes(id)).toSorted()).toEqual(saved.toSorted());
  expect(sent.toSorted()).toEqual(saved.toSorted());
  expect(mostAtOnce).toBe(1);
});

it('a tab that is closed while it sends is taken over by the other, and what it sent is there once', async () => {
  const [sending, other] = await twoTabs();
  const before = await visits();
  let answer = (): void => {};
  hold = new Promise((done) => (answer = done));
  const first = await logged(sending);
  await expect.poll(() => sent).toEqual([first]);
  const second = await logged(other);
  await expect.poll(() => lock(other)).toEqual([1, 1]);
  expect(sent, 'the other tab waits for the one that sends').toEqual([first]);

  await sending.close();
  await seen(other.getByText(t.state.received));
  await showsAllReceived(other, 2);
  answer();
  expect((await visits()).filter((id) => !before.includes(id)).toSorted()).toEqual(
    [first, second].toSorted(),
  );
  expect(sent.toSorted(), 'what had no answer was sent again').toEqual([first, first, second].toSorted());
  // The request of the closed tab is still there, and one of the other.
  expect(mostAtOnce).toBe(2);
});
