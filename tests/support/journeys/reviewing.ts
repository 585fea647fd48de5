import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { auditWords } from '#src/messages/audit.ts';
import { identifierWords } from '#src/messages/identifiers.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { lookWords } from '#src/messages/looks.ts';
import { overviewWords } from '#src/messages/overview.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { reviewWords } from '#src/messages/reviews.ts';
import { terms } from '#src/messages/terms.ts';
import type { Stage } from './stage.ts';
import { dayWords, seen, type Traveller } from './steps.ts';

const review = (page: Page) => page.locator('#review');

/** What goes to and fro between a village and its office, on the untouched sample. */
export function reviewingJourneys(stage: Stage, { width, locale }: Omit<Traveller, 'role'>): void {
  const t = reviewWords[locale];
  const log = logVisitWords[locale];

  it('a cadre logs a visit, the office sends it back, the cadre mends and answers, the office accepts', async () => {
    const page = await stage.open({ width, locale, path: '/log?village=nangangzi&household=nangangzi-005' });
    await page.getByLabel(log.said).fill(locale === 'en' ? 'The roof was mended.' : '房顶修好了。');
    await page.getByRole('button', { name: log.next(log.steps.readings) }).click();
    await page.getByRole('button', { name: log.allAsLast }).click();
    await page.getByRole('button', { name: log.review, exact: true }).click();
    await page.getByRole('button', { name: log.save }).click();
    // Offered once the service has it: what is still on the phone is not for the office.
    await seen(page.getByRole('link', { name: log.seeVisit }));

    await page.goto(stage.linkTo('/'));
    await stage.seeAs(page, 'office');
    await page.getByRole('link', { name: overviewWords[locale].duty.toReview(6, 3) }).click();
    await page.getByRole('link', { name: overviewWords[locale].toReview(3) }).click();
    await page.getByRole('link', { name: dayWords(locale, stage.today()) }).click();
    await review(page).getByRole('button', { name: t.sendBack.open }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(t.sendBack.note).fill('工资凭证？ Which pay slip?');
    await dialog.getByRole('button', { name: t.sendBack.save }).dblclick();
    await seen(review(page).getByText(t.state.sentBack));
    const visit = page.url();

    await page.goto(stage.linkTo('/'));
    await stage.seeAs(page, 'villageCadre');
    await page.getByRole('link', { name: overviewWords[locale].duty.sentBack(2, 2) }).click();
    await page.goto(visit);
    await seen(review(page).getByText(t.mendIt));
    await seen(review(page).getByText('工资凭证？ Which pay slip?'));
    await review(page).getByRole('link', { name: t.toReadings }).click();
    const housing = page.locator('#readings tr').filter({ hasText: terms[locale].indicator.housing });
    await housing.getByRole('link').click();
    await dialog.getByRole('button', { name: partsWords[locale].correct }).first().click();
    await dialog.getByLabel(partsWords[locale].newValue).selectOption('unknown');
    await dialog.getByLabel(partsWords[locale].reason).fill('凭证 pay slip');
    await dialog.getByRole('button', { name: partsWords[locale].saveCorrection }).click();
    await seen(dialog.getByText(partsWords[locale].supersededBecause('凭证 pay slip')));
    await page.keyboard.press('Escape');
    await review(page).getByRole('button', { name: t.answer.open }).click();
    await dialog.getByLabel(t.answer.note).fill('已按凭证更正 corrected');
    await dialog.getByRole('button', { name: t.answer.save }).click();
    await seen(review(page).getByText(t.state.answered));

    await stage.seeAs(page, 'office');
    await seen(review(page).getByText('已按凭证更正 corrected'));
    await review(page).getByRole('button', { name: t.accept.open, exact: true }).click();
    await dialog.getByRole('button', { name: t.accept.save }).click();
    await seen(review(page).getByText(t.state.accepted, { exact: true }));
    await expect.poll(() => review(page).locator('ol > li').count()).toBe(2);

    await stage.seeAs(page, 'auditor');
    await page.goto(stage.linkTo('/audit?action=reviewVisit'));
    await seen(page.getByText(auditWords[locale].shown(3, false)));
  });

  it('a cadre has a phone number shown for a minute, and the office reads who had it shown and why', async () => {
    const words = identifierWords[locale];
    const page = await stage.open({ width, locale, path: '/households/nangangzi-003' });
    await page
      .getByRole('button', { name: new RegExp(`^${words.show}.*${locale === 'en' ? 'phone' : '电话'}`) })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    const [reason = ''] = words.showReasons;
    await dialog.getByRole('radio', { name: reason }).click();
    await dialog.getByRole('button', { name: words.showNow, exact: true }).click();
    await seen(page.getByRole('timer'));
    await expect.poll(() => page.getByText(/^0000000\d{4}$/).count()).toBe(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText(/^0000000\d{4}$/).isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
    await page.goto(stage.linkTo('/households/nangangzi-004'));
    await page.goto(stage.linkTo('/households/nangangzi-003'));
    await seen(page.getByRole('heading', { name: words.heading }));
    await expect.poll(() => page.getByText(/^0000000\d{4}$/).count()).toBe(0);
    await stage.seeAs(page, 'office');
    await seen(page.locator('#looks').getByText(lookWords[locale].reason(reason)));
  });
}
