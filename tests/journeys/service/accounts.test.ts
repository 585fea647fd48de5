import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accountsWords } from '#src/messages/accounts.ts';
import { overviewWords } from '#src/messages/overview.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { sessionWords } from '#src/messages/session.ts';
import { shellWords } from '#src/messages/shell.ts';
import { whoWords } from '#src/messages/who.ts';
import { allowComplaint, axeViolations, expectComplaint, useBrowser } from '#tests/support/browser.ts';
import {
  heading,
  invite,
  link,
  setPassword,
  signIn,
  signOut,
  type Invitee,
} from '#tests/support/journeys/account-steps.ts';
import { useService } from '#tests/support/journeys/service.ts';
import { seen, type Locale } from '#tests/support/journeys/steps.ts';

useBrowser();
const service = useService();

const PASSWORD = '院里的蘑菇 in the yard';
/** What the first administrator is called until another writes a better name. */
const FIRST = '管理员 Administrator';

const navigation = (page: Page, locale: Locale) =>
  page.getByRole('navigation', { name: shellWords[locale].mainNavigation }).getByRole('link');

/** Somebody's own browser, at the page of a link. */
async function browserAt(address: string, reader: { width: 390 | 1280; locale: Locale }): Promise<Page> {
  const context = await service.browser(reader);
  const page = await context.newPage();
  await page.goto(new URL(address, service.url()).href);
  return page;
}

describe('on a service that nobody has used yet', () => {
  const locale = 'zh-CN';
  const t = sessionWords[locale];

  it('the first administrator sets a password by the printed link, which works once', async () => {
    const page = await browserAt(service.firstLink(), { width: 390, locale });
    await seen(page.getByLabel(t.newPassword));
    expect(service.placeOf(page)).toBe('/invitation');
    expect(await axeViolations(page)).toEqual([]);
    await setPassword(page, locale, 'short');
    await expect.poll(() => page.getByLabel(t.newPassword).getAttribute('aria-invalid')).toBe('true');
    await setPassword(page, locale, PASSWORD);
    await seen(heading(page, accountsWords[locale].title));
    expect(service.placeOf(page)).toBe('/accounts');
    await page.reload();
    await seen(heading(page, accountsWords[locale].title));
    await signOut(page, locale, FIRST);
    await page.goto(service.firstLink());
    await seen(page.getByText(t.invitationGone));
    expectComplaint(/404/);
  });

  it('a password that is not right is refused in words, beside what was typed', async () => {
    const page = await browserAt('/accounts', { width: 1280, locale });
    await seen(heading(page, t.signInTitle));
    expect(await axeViolations(page)).toEqual([]);
    await signIn(page, locale, 'admin', 'not the right one');
    await seen(page.getByText(t.refused));
    expectComplaint(/401/);
    await expect.poll(() => page.getByLabel(t.signInName).inputValue()).toBe('admin');
    expect(await axeViolations(page)).toEqual([]);
  });
});

interface Newcomer extends Omit<Invitee, 'place'> {
  width: 390 | 1280;
  locale: Locale;
  place: Record<Locale, string>;
  /** What the navigation leads them to. */
  ways: (
    | 'overview'
    | 'progress'
    | 'logVisit'
    | 'households'
    | 'visits'
    | 'commitments'
    | 'audit'
    | 'accounts'
    | 'tokens'
  )[];
  /** What it does not, and a link to it is explained. */
  closed: string[];
  /** What lies elsewhere: for them it is not there. */
  hidden: string[];
}

const village = { 'zh-CN': '南岗子村', en: 'Nangangzi Village' };
const household = '/households/nangangzi-005';
const ELSEWHERE = ['/villages/sample-village-3'];

const newcomers: Newcomer[] = [
  {
    signInName: 'li.na',
    name: 'Li Na',
    role: 'villageCadre',
    place: village,
    width: 390,
    locale: 'zh-CN',
    ways: ['overview', 'progress', 'logVisit', 'households', 'visits'],
    closed: ['/audit', '/accounts', '/accounts/tokens'],
    hidden: ELSEWHERE,
  },
  {
    signInName: 'office-220882',
    name: '大安办 Office',
    role: 'office',
    place: { 'zh-CN': '大安市', en: "Da'an" },
    width: 1280,
    locale: 'en',
    ways: ['overview', 'progress', 'households', 'visits', 'commitments'],
    closed: ['/log?village=nangangzi', '/audit', '/accounts'],
    hidden: ELSEWHERE,
  },
  {
    signInName: 'staff',
    name: '联络员 Staff',
    role: 'leaderStaff',
    place: village,
    width: 390,
    locale: 'en',
    ways: ['overview', 'progress', 'logVisit', 'households', 'commitments'],
    closed: ['/audit', '/accounts/invite'],
    hidden: ELSEWHERE,
  },
  {
    signInName: 'auditor_1',
    name: '审计 Auditor',
    role: 'auditor',
    place: { 'zh-CN': '大安市', en: "Da'an" },
    width: 1280,
    locale: 'zh-CN',
    ways: ['overview', 'progress', 'households', 'visits', 'commitments', 'audit'],
    closed: ['/log?village=nangangzi', '/accounts'],
    hidden: ELSEWHERE,
  },
  {
    signInName: 'admin-2',
    name: '管理 Second',
    role: 'administrator',
    place: { 'zh-CN': '大安市', en: "Da'an" },
    width: 390,
    locale: 'en',
    ways: ['accounts', 'tokens'],
    closed: [household, '/villages/nangangzi', '/log?village=nangangzi', '/audit'],
    hidden: [],
  },
];

describe.each(newcomers)('at $width px in $locale, $role', ({ width, locale, place, ...person }) => {
  const t = sessionWords[locale];
  const { ways, closed, hidden, ...who } = person;
  const home = ways.includes('accounts') ? accountsWords[locale].lead : overviewWords[locale].shown(1, 1);

  it('is invited, sets a password, signs in, and finds what is theirs and no more', async () => {
    const office = await browserAt('/accounts', { width, locale });
    await signIn(office, locale, 'admin', PASSWORD);
    const address = await invite(office, locale, { ...who, place: place[locale] });
    expect(address).toMatch(new RegExp(`^${service.url()}/invitation#`));

    const page = await browserAt(address, { width, locale });
    await seen(heading(page, t.invitationTitle(who.name)));
    await setPassword(page, locale, PASSWORD);
    await seen(page.getByText(home));
    await signOut(page, locale, who.name);
    await signIn(page, locale, who.signInName, PASSWORD);
    await seen(page.getByText(home));
    await expect
      .poll(() => navigation(page, locale).allTextContents())
      .toEqual(ways.map((way) => shellWords[locale][way]));

    // A page asks for more than one thing of what is not there, and the last answer may come after the page's words.
    if (hidden.length > 0) allowComplaint(/404/);
    for (const path of hidden) {
      await page.goto(service.url() + path);
      await seen(page.getByText(queryWords[locale].missing));
      expectComplaint(/404/);
    }
    for (const path of closed) {
      await page.goto(service.url() + path);
      await seen(heading(page, whoWords[locale].forbiddenTitle));
    }
    expect(await axeViolations(page)).toEqual([]);
    await link(page, whoWords[locale].forbiddenHome).click();
    await seen(page.getByText(home));
  });
});
