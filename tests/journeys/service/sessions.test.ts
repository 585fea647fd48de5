import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accountsWords } from '#src/messages/accounts.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { sessionWords } from '#src/messages/session.ts';
import { whoWords } from '#src/messages/who.ts';
import { allowComplaint, axeViolations, expectComplaint, useBrowser } from '#tests/support/browser.ts';
import { button, heading, signIn, signOut } from '#tests/support/journeys/account-steps.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { names, seen, type Locale } from '#tests/support/journeys/steps.ts';
import { PASSWORD } from '#tests/support/people.ts';

useBrowser();
const service = useSeatedService();

const CADRE = 'Sample cadre';
const HOUSEHOLD = '/households/nangangzi-005';

/** Another tab of that browser. */
async function tab(browser: BrowserContext, path: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(service.linkTo(path));
  return page;
}

/** A browser in which somebody has just signed in at the page of a link. */
async function signedIn(reader: { width: 390 | 1280; locale: Locale }, name: string, path: string) {
  const page = await tab(await service.browser(reader), path);
  await signIn(page, reader.locale, name, PASSWORD);
  return page;
}

describe('an administrator', () => {
  it('ends a session: its page asks to sign in over the half-filled visit, which is then saved', async () => {
    const reader = { width: 390, locale: 'zh-CN' } as const;
    const { locale } = reader;
    const [t, log] = [accountsWords[locale], logVisitWords[locale]];
    const { accountId } = await service.another('villageCadre', 'ended');
    const page = await signedIn(reader, 'ended', '/log?village=nangangzi&household=nangangzi-005');
    await page.getByLabel(log.said).fill('话说到一半 half a');

    const admin = await service.open({ ...reader, role: 'administrator', path: `/accounts/${accountId}` });
    await admin.getByRole('button', { name: /Chrome/ }).click();
    await admin.getByRole('dialog').getByRole('button', { name: t.endConfirm }).click();
    await seen(admin.getByText(t.noSessions));

    await page.getByLabel(log.said).fill('话说到一半，说完了 the whole');
    await page.getByRole('button', { name: log.review, exact: true }).click();
    await page.getByRole('button', { name: log.save }).click();
    const dialog = page.getByRole('dialog', { name: sessionWords[locale].endedTitle });
    await seen(dialog);
    expect(await axeViolations(page)).toEqual([]);
    await signIn(page, locale, 'ended', PASSWORD);
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: log.seeVisit }).click();
    await seen(page.getByText('话说到一半，说完了 the whole'));
  });

  it('disables an account: it is out at its next request, nothing typed is lost, and enabled it goes on', async () => {
    const reader = { width: 1280, locale: 'en' } as const;
    const { locale } = reader;
    const [t, parts, session] = [accountsWords[locale], partsWords[locale], sessionWords[locale]];
    const { accountId } = await service.another('villageCadre', 'disabled');
    const path = '/villages/nangangzi?reading=nangangzi-013-water-2018-07-02';
    const page = await signedIn(reader, 'disabled', path);
    const correction = page.getByRole('dialog').first();
    await correction.getByRole('button', { name: parts.correct }).first().click();
    await correction.getByLabel(parts.newValue).selectOption('met');
    await correction.getByLabel(parts.reason).fill('The tap runs.');

    const admin = await service.open({ ...reader, role: 'administrator', path: `/accounts/${accountId}` });
    for (const [act, reason] of [
      [t.disable, 'Moved away.'],
      [t.enable, 'Came back.'],
    ] as const) {
      await button(admin, act).click();
      const asked = admin.getByRole('dialog');
      await asked.getByLabel(t.reason).fill(reason);
      await asked.getByRole('button', { name: act }).click();
      await asked.waitFor({ state: 'detached' });
      if (act === t.enable) break;

      await correction.getByRole('button', { name: parts.saveCorrection }).click();
      await seen(page.getByRole('dialog', { name: session.endedTitle }));
      expect(await page.getByRole('dialog').count(), 'over what was typed').toBe(2);
      await signIn(page, locale, 'disabled', PASSWORD);
      await seen(page.getByText(session.refused));
      expectComplaint(/401/);
    }
    await signIn(page, locale, 'disabled', PASSWORD);
    await seen(page.getByRole('dialog').getByText(parts.supersededBecause('The tap runs.')));
  });
});

describe('whoever signs out', () => {
  it('leaves nothing behind: not in another tab, not by going back, not for who comes next', async () => {
    const reader = { width: 390, locale: 'en' } as const;
    const { locale } = reader;
    const { household05 } = names[locale];
    const [session, log] = [sessionWords[locale], logVisitWords[locale]];
    await service.another('villageCadre', 'leaving');
    const page = await signedIn(reader, 'leaving', '/log?village=nangangzi&household=nangangzi-005');
    await page.getByLabel(log.said).fill('Between us.');
    await seen(page.getByText(/Draft kept/));
    await page.goto(service.linkTo(HOUSEHOLD));
    await seen(heading(page, household05));
    const other = await tab(page.context(), HOUSEHOLD);
    await seen(heading(other, household05));

    // What the other tab was asking when its session ended is refused before it hears of that.
    allowComplaint(/401/);
    await signOut(page, locale, CADRE);
    await seen(heading(other, session.signInTitle));
    expect(await other.content()).not.toContain(household05);
    await page.goBack();
    await seen(heading(page, session.signInTitle));
    expect(service.placeOf(page)).toBe(HOUSEHOLD);
    expect(await page.content()).not.toContain(household05);

    await signIn(page, locale, service.signInName('auditor'), PASSWORD);
    await seen(heading(page, 'S***'));
    expect(await page.content()).not.toContain(household05);
    await signOut(page, locale, 'Sample auditor');
    await page.goto(service.linkTo('/log?village=nangangzi&household=nangangzi-005'));
    await signIn(page, locale, service.signInName('leaderStaff'), PASSWORD);
    await seen(page.getByLabel(log.said));
    expect(await page.getByLabel(log.said).inputValue()).toBe('');
  });
});

describe('two tabs of one browser', () => {
  it('never show or write one person’s things as another', async () => {
    const reader = { width: 1280, locale: 'zh-CN' } as const;
    const { locale } = reader;
    const { household05 } = names[locale];
    const page = await service.open({ ...reader, path: '/villages/nangangzi/households' });
    await seen(page.getByText(household05));
    const other = await tab(page.context(), HOUSEHOLD);
    await seen(heading(other, household05));
    await service.seeAs(other, 'auditor');
    await seen(heading(other, '样＊＊'));

    // Nobody has told the first tab, and it was not out of sight.
    await page.getByRole('link', { name: household05 }).first().click();
    await seen(page.getByRole('button', { name: whoWords[locale].account('Sample auditor') }));
    await seen(heading(page, '样＊＊'));
    expect(await page.content()).not.toContain(household05);
    expectComplaint(/401/);
  });
});
