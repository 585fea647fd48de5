import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { auditWords } from '#src/messages/audit.ts';
import { identifierWords } from '#src/messages/identifiers.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { lookWords } from '#src/messages/looks.ts';
import { memberWords } from '#src/messages/members.ts';
import { terms } from '#src/messages/terms.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { leavingJourneys } from '#tests/support/journeys/leaving.ts';
import { readers } from '#tests/support/journeys/readers.ts';
import { reviewingJourneys } from '#tests/support/journeys/reviewing.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { dayWords, seen } from '#tests/support/journeys/steps.ts';

useBrowser();

describe.each(readers.duties.service)(
  'on a real service of its own at $width px in $locale',
  ({ width, locale }) => {
    const service = useSeatedService();
    const audit = auditWords[locale];
    const number = identifierWords[locale];
    const dialog = (page: Page) => page.getByRole('dialog');
    const phone = (page: Page, act: string) =>
      page.getByRole('button', { name: new RegExp(`^${act}.*(phone|电话)`) }).first();

    // First: a visit of the real today is judged by a line that nobody has put on record.
    leavingJourneys(service, { width, locale });
    reviewingJourneys(service, { width, locale });

    it('a cadre enters a phone number, the office has it shown and says why; others are not offered it', async () => {
      const [heard = ''] = number.recordReasons;
      const page = await service.open({ width, locale, path: '/households/nangangzi-005' });
      await phone(page, number.change).click();
      await dialog(page).getByLabel(number.value.phone).fill('000 0000 4711');
      await dialog(page).getByRole('radio', { name: heard }).click();
      await dialog(page).getByRole('button', { name: number.save, exact: true }).click();
      await dialog(page).waitFor({ state: 'detached' });

      await service.seeAs(page, 'office');
      await phone(page, number.show).click();
      await dialog(page).getByLabel(number.ownWords).fill('核对电话 to compare it');
      await dialog(page).getByRole('button', { name: number.showNow, exact: true }).click();
      await seen(page.getByText('00000004711'));
      await seen(page.locator('#looks').getByText(lookWords[locale].reason('核对电话 to compare it')));
      await page.reload();
      await seen(page.getByText('000******11'));
      await expect.poll(() => page.getByText('00000004711').count()).toBe(0);
      await expect.poll(() => phone(page, number.change).count()).toBe(0);

      for (const role of ['leaderStaff', 'auditor'] as const) {
        await service.seeAs(page, role);
        await seen(page.getByText('000******11'));
        await expect.poll(() => phone(page, number.show).count()).toBe(0);
        await seen(page.getByText(memberWords[locale].health.withheld));
      }
    });

    it('the leader’s staff log the leader’s visit with what was promised, and it stands for the village', async () => {
      const t = logVisitWords[locale];
      const step = (page: Page, name: string) =>
        page.getByRole('navigation', { name: t.stepsLabel }).getByRole('link', { name }).click();
      const page = await service.open({ width, locale, path: '/log?village=nangangzi', role: 'leaderStaff' });
      await page.getByRole('checkbox', { name: t.theVillage }).check();
      const kinds = page.getByLabel(t.kind).locator('option');
      expect(await kinds.allTextContents()).toEqual([terms[locale].visitKind.leader]);
      await page.getByLabel(t.said).fill('路灯亮了 lamps');
      await step(page, t.steps.commitments);
      await page.getByRole('button', { name: t.addCommitment }).click();
      await page.getByRole('textbox', { name: t.what }).fill('修好水泵 mend the pump');
      await page.getByLabel(t.owner).fill('水利局 water bureau');
      await step(page, t.steps.review);
      await page.getByRole('button', { name: t.save }).click();
      await page.getByRole('link', { name: t.seeVisit }).click();
      await seen(page.getByRole('heading', { level: 1, name: dayWords(locale, service.today()) }));
      await seen(page.getByText('修好水泵 mend the pump'));

      await service.seeAs(page, 'villageCadre');
      await seen(page.getByText('修好水泵 mend the pump'));
      await seen(page.getByText(terms[locale].visitKind.leader));
    });

    it('the auditor finds in the trail what all the others did, and no name of a villager', async () => {
      const page = await service.open({ width, locale, path: '/audit', role: 'auditor' });
      const acts = page.locator('main li').filter({ has: page.locator('time') });
      for (const [action, role, least] of [
        ['recordIdentifier', 'villageCadre', 1],
        ['unmaskIdentifier', 'office', 1],
        ['correctReading', 'villageCadre', 1],
        ['reviewVisit', 'office', 2],
        ['recordProcedureStep', 'villageCadre', 1],
        ['recordVisit', 'leaderStaff', 1],
        ['viewHousehold', 'leaderStaff', 1],
        ['invite', 'administrator', 4],
        ['signIn', 'auditor', 1],
      ] as const) {
        await page.getByLabel(audit.filters.action, { exact: true }).selectOption(action);
        const those = acts
          .filter({ hasText: audit.action[action] })
          .filter({ hasText: `· ${terms[locale].role[role]}` });
        await expect.poll(() => those.count(), { message: action }).toBeGreaterThanOrEqual(least);
      }
      await page.getByLabel(audit.filters.action, { exact: true }).selectOption('unmaskIdentifier');
      await seen(page.getByText('核对电话 to compare it'));
      const words = await page.locator('main').innerText();
      expect(words).not.toMatch(/Sample household|样例户|4711/);
    });
  },
);
