import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { daysBetween } from '#src/domain/day.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { progressWords } from '#src/messages/progress.ts';
import { problems } from '#src/messages/problems.ts';
import { questionPageWords } from '#src/messages/question-page.ts';
import { questionWords } from '#src/messages/questions.ts';
import { shellWords } from '#src/messages/shell.ts';
import { terms } from '#src/messages/terms.ts';
import type { Stage } from './stage.ts';
import { dayWords, logUnchanged, seen, type Traveller } from './steps.ts';

/** The figure of the page's summary that has this label. */
const figure = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).first();

/** What a village's cadre writes, from the untouched sample on and in this order. */
export function writingJourneys(stage: Stage, { width, locale, role }: Traveller): void {
  const open = (path: string) => stage.open({ width, locale, role, path });

  it('leaves a visit half filled, and finds it again after a reload and in the other language', async () => {
    const t = logVisitWords[locale];
    const page = await open('/log?village=nangangzi&household=nangangzi-005');
    await page.getByLabel(t.said).fill('半句话 half a sentence');
    await page.getByRole('button', { name: shellWords[locale].switchLanguage }).click();
    const other = logVisitWords[locale === 'en' ? 'zh-CN' : 'en'];
    await expect.poll(() => page.getByLabel(other.said).inputValue()).toBe('半句话 half a sentence');
    await seen(page.getByText(locale === 'en' ? /草稿已存/ : /Draft kept/));
    await page.reload();
    await expect.poll(() => page.getByLabel(other.said).inputValue()).toBe('半句话 half a sentence');
  });

  it('corrects a reading where it is shown: the figures follow, and a past day stays as it was known', async () => {
    const t = partsWords[locale];
    const words = progressWords[locale];
    const page = await open('/villages/nangangzi');
    await seen(figure(page, words.figures.gaps).getByText('8'));
    await expect.poll(() => figure(page, words.figures.gaps).innerText()).toMatch(/8\s*→\s*4/);
    await page.goto(stage.linkTo('/villages/nangangzi?reading=nangangzi-013-water-2018-07-02'));
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: t.correct }).first().click();
    await dialog.getByLabel(t.newValue).selectOption('met');
    await dialog.getByRole('button', { name: t.saveCorrection }).click();
    await seen(dialog.getByText(locale === 'en' ? 'Please fill this in.' : '请填写此项。'));
    await dialog.getByLabel(t.reason).fill('通水了');
    await dialog.getByRole('button', { name: t.saveCorrection }).click();
    await seen(dialog.getByText(t.supersededBecause('通水了')));
    await page.keyboard.press('Escape');
    await expect.poll(() => figure(page, words.figures.gaps).innerText()).toMatch(/8\s*→\s*3/);
    await page.goto(stage.linkTo('/villages/nangangzi?knownOn=2018-07-15'));
    await seen(page.getByText(words.knownToday));
    await expect.poll(() => figure(page, words.figures.gaps).innerText()).toMatch(/8\s*→\s*4/);
  });

  it('logs a visit on which nothing had changed in at most eight taps, and every figure follows', async () => {
    const { days } = progressWords[locale];
    const since = daysBetween('2018-07-02', stage.today());
    const page = await open('/households/nangangzi-005');
    expect(await logUnchanged(page, locale)).toBeLessThanOrEqual(8);

    await page.getByRole('link', { name: logVisitWords[locale].seeChanges }).click();
    await seen(page.getByText(days(since), { exact: false }));
    await page.reload();
    await seen(page.getByText(days(since), { exact: false }));
    await page.goto(stage.linkTo('/villages/nangangzi/visits'));
    await seen(page.getByRole('link', { name: dayWords(locale, stage.today()) }));
  });

  it('reopens a promise that was kept and does not hold, and the ledger tells its whole history', async () => {
    const t = logVisitWords[locale];
    const step = (page: Page, name: string) =>
      page.getByRole('navigation', { name: t.stepsLabel }).getByRole('link', { name }).click();
    const page = await open('/log?village=nangangzi');
    await page.getByRole('checkbox', { name: t.theVillage }).check();
    await step(page, t.steps.verdicts);
    await page.getByText(t.closedCommitments(2)).click();
    await page.getByRole('radio', { name: t.reopen }).first().click();
    await page.getByLabel(t.whyReopened).fill('又停了 stopped again');
    await step(page, t.steps.review);
    await page.getByRole('button', { name: t.save }).click();
    await seen(page.getByRole('link', { name: t.seeVisit }));

    const ledger = commitmentsWords[locale];
    await page.goto(stage.linkTo('/commitments?village=nangangzi&state=reopened'));
    const item = page.locator('main li').filter({ hasText: '又停了 stopped again' }).first();
    await seen(item);
    await item.getByText(ledger.earlier(1)).click();
    const { kept, notKept } = terms[locale].verdict;
    await expect.poll(() => item.innerText()).toMatch(new RegExp(`${kept}|${notKept}`));
  });

  it('dismisses a data question with a reason, finds it under dismissed and asks it again', async () => {
    const t = questionPageWords[locale];
    const words = questionWords[locale];
    const page = await open('/villages/nangangzi/questions');
    const questions = page.locator('main ul > li').filter({ has: page.getByRole('heading', { level: 4 }) });
    await seen(questions);
    const asked = await questions.count();
    await questions.first().getByRole('button', { name: t.answer }).click();
    await page.getByRole('radio', { name: t.form.dismissed }).check();
    await page.getByRole('button', { name: t.form.save }).click();
    await seen(page.getByText(problems[locale].required));
    await page.getByLabel(t.form.reason.dismissed).fill('户主已说明 explained');
    await page.getByRole('button', { name: t.form.save }).click();
    await seen(page.getByText(t.saved));
    await expect.poll(() => questions.count()).toBe(asked - 1);

    await page.getByRole('link', { name: t.seeState(words.state.dismissed) }).click();
    await expect.poll(() => stage.placeOf(page)).toContain('show=dismissed');
    await page.reload();
    await seen(questions.getByText('户主已说明 explained'));
    await questions.first().getByRole('button', { name: t.reopen }).click();
    await page.getByLabel(t.form.reason.reopened).fill('再核实 look again');
    await page.getByRole('button', { name: t.form.save }).click();
    await seen(page.getByText(t.none.dismissed));
    await page.goto(stage.linkTo('/villages/nangangzi/questions'));
    await seen(questions.getByText('再核实 look again'));
    await expect.poll(() => questions.count()).toBe(asked);
  });
}
