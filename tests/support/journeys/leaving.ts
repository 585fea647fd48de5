import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { auditWords } from '#src/messages/audit.ts';
import { exitPageWords } from '#src/messages/exit-page.ts';
import { exitWords } from '#src/messages/exit.ts';
import { householdExitWords } from '#src/messages/household-exit.ts';
import { problems } from '#src/messages/problems.ts';
import { procedureWords } from '#src/messages/procedure.ts';
import type { Stage } from './stage.ts';
import { names, seen, type Traveller } from './steps.ts';

/** A household on its way out of the register, from the village to the office, on the untouched sample. */
export function leavingJourneys(stage: Stage, { width, locale }: Omit<Traveller, 'role'>): void {
  const t = householdExitWords[locale];
  const list = exitPageWords[locale];
  const { step, stepOutcome } = procedureWords[locale];

  /** What is still asked in one person's name would be refused under another's session. */
  const settled = async (page: Page): Promise<void> => {
    await page.goto(stage.linkTo('/'));
    await page.waitForLoadState('networkidle');
  };

  it('of the two real householders the village’s page says that nobody can tell', async () => {
    const path = '/villages/nangangzi/exit?verdict=cannotTell';
    const page = await stage.open({ width, locale, path });
    await seen(page.getByRole('heading', { name: list.group(exitWords[locale].verdict.cannotTell, 4) }));
    await page.getByRole('link', { name: names[locale].wang }).click();
    const section = page.locator('#exit');
    await seen(section.getByText(exitWords[locale].nothingRead));
    await expect.poll(() => section.getByText(exitWords[locale].nothingRead).count()).toBe(7);
  });

  it('a cadre records a verification, the office takes it back with a reason, and the auditor reads both', async () => {
    const path = '/villages/nangangzi/exit?step=verification';
    const page = await stage.open({ width, locale, path });
    await seen(page.getByText(list.shown(1, 13)));
    await page.getByRole('link', { name: locale === 'en' ? 'Sample household 06' : '样例户06' }).click();
    const section = page.locator('#exit');
    await section.getByRole('button', { name: t.record(step.verification) }).click();
    await page.keyboard.press('Enter');
    await seen(section.getByText(problems[locale].required));
    await section.getByLabel(t.form.people).fill('村两委、工作队');
    await page.keyboard.press('Enter');
    await seen(section.getByText(t.on(stage.today(), ['村两委', '工作队'].join(t.comma))));
    await seen(section.getByRole('button', { name: t.record(step.householdAgrees) }));
    const household = page.url();

    await settled(page);
    await stage.seeAs(page, 'office');
    await page.goto(household);
    await seen(section.getByText(t.byVillage));
    await section.getByRole('button', { name: t.recordOther }).click();
    await section.getByLabel(t.form.people).fill('乡政府');
    await section.getByLabel(t.form.why).fill('收入未过线 below the line');
    await section.getByRole('button', { name: t.form.save }).click();
    await seen(section.getByText(t.sentBack(step.verification, stage.today())));

    await settled(page);
    await stage.seeAs(page, 'auditor');
    await page.goto(household);
    await seen(section.getByText('收入未过线 below the line'));
    await seen(section.getByText(t.on(stage.today(), '乡＊＊')));
    await expect.poll(() => section.getByRole('button', { name: t.recordOther }).count()).toBe(0);
    await page.goto(stage.linkTo('/audit?action=recordProcedureStep'));
    await seen(page.getByText(auditWords[locale].shown(2, false)));
    await seen(page.getByText(stepOutcome.refused));
  });
}
