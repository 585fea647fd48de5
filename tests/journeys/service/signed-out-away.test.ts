import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { outboxWords } from '#src/messages/outbox.ts';
import { phoneLockWords } from '#src/messages/phone-lock.ts';
import { programWords } from '#src/messages/program.ts';
import { sessionWords } from '#src/messages/session.ts';
import { whoWords } from '#src/messages/who.ts';
import { allowComplaint, axeViolations, useBrowser } from '#tests/support/browser.ts';
import { button, heading, signIn } from '#tests/support/journeys/account-steps.ts';
import { isKept, NOT_THERE } from '#tests/support/journeys/kept-program.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { logUnchanged, names, seen } from '#tests/support/journeys/steps.ts';
import { sendJson } from '#tests/support/hosted.ts';
import { PASSWORD } from '#tests/support/people.ts';

useBrowser();
const service = useSeatedService();

const locale = 'zh-CN';
const t = sessionWords[locale];
const HOUSEHOLD = '/households/nangangzi-005';
const SESSION = '__Host-session';

it('a phone that is handed over where there is no signal is locked at once, and its session ended when there is one', async () => {
  const { household05, village } = names[locale];
  await service.another('villageCadre', 'away');
  const context = await service.browser({ width: 390, locale });
  const tab = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(service.linkTo(path));
    return page;
  };
  const page = await tab('/villages/nangangzi');
  await signIn(page, locale, 'away', PASSWORD);
  await seen(heading(page, village));
  await page.getByRole('button', { name: programWords[locale].keep }).click();
  await seen(page.getByRole('button', { name: programWords[locale].keepAgain }));
  await isKept(page);
  const other = await tab(HOUSEHOLD);
  await seen(heading(other, household05));
  const cookie = (await context.cookies()).find(({ name }) => name === SESSION)?.value ?? '';
  const about = () =>
    sendJson(`${service.url()}/api/about`, 'GET', undefined, { cookie: `${SESSION}=${cookie}` });
  expect((await about()).text).toContain('"name":"Sample cadre"');

  await service.down();
  allowComplaint(new RegExp(`${NOT_THERE.source}|401`));
  await page.goto(service.linkTo(HOUSEHOLD));
  await logUnchanged(page, locale);
  await button(page, whoWords[locale].account('Sample cadre')).click();
  await button(page, whoWords[locale].signOut).click();
  await button(page, phoneLockWords[locale].leaveNow).click();
  await seen(heading(page, t.signInTitle));
  await seen(page.getByText(t.signedOutHere));
  expect(await axeViolations(page)).toEqual([]);
  await seen(heading(other, t.signInTitle));
  expect(await other.content()).not.toContain(household05);
  const next = await tab(HOUSEHOLD);
  await seen(heading(next, t.signInTitle));
  await seen(next.getByText(t.signInNeeds));
  expect(await next.content()).not.toContain(household05);

  await service.up();
  await Promise.all([page, other, next].map((one) => one.evaluate(() => dispatchEvent(new Event('online')))));
  for (const one of [page, other, next]) {
    await expect.poll(() => one.getByText(t.signedOutHere).count()).toBe(0);
  }
  expect((await about()).text).toContain('"actor":null');

  await signIn(next, locale, 'away', PASSWORD);
  await seen(heading(next, household05));
  await next.goto(service.linkTo('/outbox'));
  await seen(next.getByText(outboxWords[locale].nothingWaits));
  await next.getByText(outboxWords[locale].receivedLately(1)).click();
  await seen(next.getByText(logVisitWords[locale].seeVisit).or(next.getByText(outboxWords[locale].seeVisit)));
});
