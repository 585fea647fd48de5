import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accountsWords } from '#src/messages/accounts.ts';
import { householdWords } from '#src/messages/household.ts';
import { sessionWords } from '#src/messages/session.ts';
import { shellWords } from '#src/messages/shell.ts';
import { terms } from '#src/messages/terms.ts';
import { whoWords } from '#src/messages/who.ts';
import { allowComplaint, axeViolations, expectComplaint, useBrowser } from '#tests/support/browser.ts';
import { readers } from '#tests/support/journeys/readers.ts';
import { demo, openTab, type Eyes } from '#tests/support/journeys/stage.ts';

useBrowser();

const PASSWORD = '院里的蘑菇 in the yard';
const seen = (what: Locator) => what.first().waitFor({ state: 'visible' });
const place = (page: Page) => decodeURIComponent(new URL(page.url()).hash);

describe.each(readers.writing.demo)('at $width px in $locale', ({ width, locale }) => {
  const t = accountsWords[locale];
  const session = sessionWords[locale];
  const shell = shellWords[locale];
  const who = whoWords[locale];
  const term = terms[locale];
  const village = locale === 'en' ? 'Nangangzi Village' : '南岗子村';

  const h1 = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
  const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
  const look = (page: Page, eyes: Eyes) => page.getByLabel(who.seenAs).selectOption(eyes);
  const navigation = (page: Page) => page.getByRole('navigation', { name: shell.mainNavigation });

  it('the sample shows to each role what it may see, and no more', async () => {
    const page = await demo.open({ width, locale, path: '/households/nangangzi-003' });
    const logVisit = page.locator('main').getByRole('link', { name: householdWords[locale].logVisit });
    const name = locale === 'en' ? 'Sample household 03' : '样例户03';
    const masked = locale === 'en' ? 'S***' : '样＊＊';
    await seen(h1(page, name));
    await seen(logVisit);

    await look(page, 'office');
    await seen(button(page, who.account(locale === 'en' ? 'Sample office' : '样例办公室')));
    await seen(h1(page, name));
    await seen(link(page, shell.progress));
    await expect.poll(() => logVisit.count()).toBe(0);
    await expect.poll(() => link(page, shell.logVisit).count()).toBe(0);

    await look(page, 'auditor');
    await seen(h1(page, masked));
    await seen(navigation(page).getByRole('link', { name: shell.audit }));
    await expect.poll(() => page.locator('main').getByText(name).count()).toBe(0);
    await expect.poll(() => logVisit.count()).toBe(0);

    await look(page, 'leaderStaff');
    await seen(h1(page, name));
    await logVisit.click();
    await page.getByText(new RegExp(`2018-07-16 · ${term.visitKind.leader}`)).click();
    await expect.poll(() => page.locator('#kind option').allTextContents()).toEqual([term.visitKind.leader]);

    await look(page, 'administrator');
    await seen(h1(page, who.forbiddenTitle));
    expect(await navigation(page).getByRole('link').allTextContents()).toEqual([
      shell.accounts,
      shell.tokens,
    ]);
    await link(page, who.forbiddenHome).click();
    await seen(h1(page, t.title));
    expect(place(page)).toBe('#/accounts');

    await page.goto(demo.linkTo('/villages/nangangzi/households'));
    await look(page, 'nobody');
    await seen(h1(page, session.signInTitle));
    await expect.poll(() => navigation(page).count()).toBe(0);
    await expect.poll(() => page.getByText(village).count()).toBe(0);
    await look(page, 'villageCadre');
    await seen(h1(page, village));
    expect(place(page)).toBe('#/villages/nangangzi/households');
  });

  it('somebody is invited, sets a password by the link, works, and signs out and in', async () => {
    const page = await demo.open({ width, locale, role: 'administrator' });
    await link(page, t.invite).click();
    await page.getByLabel(t.name, { exact: true }).fill('Li Na 李娜');
    await page.getByLabel(t.signInName).fill('Li Na');
    await page.getByLabel(t.placeSearch).fill('nangangzi');
    await page.getByRole('checkbox', { name: new RegExp(`^${village}`) }).check();
    await button(page, t.makeInvitation).click();
    await expect.poll(() => page.getByLabel(t.signInName).getAttribute('aria-invalid')).toBe('true');
    await page.getByLabel(t.signInName).fill('li.na');
    await button(page, t.makeInvitation).click();
    const oneTime = await page.getByRole('textbox', { name: t.link }).inputValue();

    const theirs = await openTab(page, oneTime);
    await seen(h1(theirs, session.invitationTitle('Li Na 李娜')));
    expect(place(theirs)).toBe('#/invitation');
    expect(await axeViolations(theirs)).toEqual([]);
    await theirs.getByLabel(session.newPassword).fill('short');
    await button(theirs, session.setPassword).click();
    await expect.poll(() => theirs.getByLabel(session.newPassword).getAttribute('aria-invalid')).toBe('true');
    await theirs.getByLabel(session.newPassword).fill(PASSWORD);
    await button(theirs, session.setPassword).click();
    await seen(link(theirs, village));
    await expect
      .poll(() => theirs.locator('main table tbody tr').count(), { message: 'contact points in sight' })
      .toBe(1);
    await theirs.reload();
    await button(theirs, who.account('Li Na 李娜')).click();
    await seen(theirs.getByText(who.roleAt(term.role.villageCadre, village)));
    await button(theirs, who.signOut).click();
    await seen(h1(theirs, session.signInTitle));

    await theirs.goto(oneTime);
    await seen(theirs.getByText(session.invitationGone));
    expectComplaint(/404/);
    await theirs.goto(demo.linkTo('/villages/nangangzi/visits'));
    await theirs.getByLabel(session.signInName).fill('li.na');
    await theirs.getByLabel(session.password, { exact: true }).fill('not the right one');
    await button(theirs, session.signIn).click();
    await seen(theirs.getByText(session.refused));
    expectComplaint(/401/);
    await theirs.getByLabel(session.password, { exact: true }).fill(PASSWORD);
    await theirs.keyboard.press('Enter');
    await seen(h1(theirs, village));
    expect(place(theirs)).toBe('#/villages/nangangzi/visits');
  });

  it('a session that was ended asks to sign in over the half-filled form, which stays', async () => {
    const page = await demo.open({ width, locale, role: 'administrator', path: '/accounts/invite' });
    await page.getByLabel(t.name, { exact: true }).fill('Li Na 李娜');
    await page.getByRole('checkbox').first().check();
    // Signed out meanwhile, as by another administrator.
    await page.evaluate(() => localStorage.setItem('sample-seen-as', 'nobody'));
    await page.getByLabel(t.signInName).fill('li.na');
    await button(page, t.makeInvitation).click();
    const dialog = page.getByRole('dialog', { name: session.endedTitle });
    await seen(dialog);
    expectComplaint(/401/);
    await page.keyboard.press('Escape');
    await seen(dialog);
    expect(await axeViolations(page)).toEqual([]);
    await expect.poll(() => page.getByLabel(t.name, { exact: true }).inputValue()).toBe('Li Na 李娜');
    await button(page, session.endedLeave).click();
    await seen(h1(page, session.signInTitle));
  });

  it('an account is disabled with a reason, and its person is out at the next click', async () => {
    const page = await demo.open({ width, locale, role: 'administrator', path: '/accounts/sample-office' });
    await button(page, t.disable).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t.disable }).click();
    await expect.poll(() => dialog.getByLabel(t.reason).getAttribute('aria-invalid')).toBe('true');
    expect(await axeViolations(page)).toEqual([]);
    await dialog.getByLabel(t.reason).fill('调离 moved away');
    await dialog.getByRole('button', { name: t.disable }).click();
    await seen(page.getByText(t.states.disabled, { exact: true }));
    allowComplaint(/status of 401/);
    await look(page, 'office');
    await seen(page.getByRole('dialog', { name: session.endedTitle }));
  });
});
