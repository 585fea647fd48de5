import { describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { householdsWords } from '#src/messages/households.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { overviewWords } from '#src/messages/overview.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { progressWords } from '#src/messages/progress.ts';
import { projectsWords } from '#src/messages/projects.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { shellWords } from '#src/messages/shell.ts';
import { terms } from '#src/messages/terms.ts';
import { visitsWords } from '#src/messages/visits.ts';
import { axeViolations, expectComplaint, linkTo, openPage, useBrowser } from '#tests/support/browser.ts';

useBrowser();

/** Names of the sample, as each reader sees them. */
const names = {
  'zh-CN': {
    village: '南岗子村',
    wang: '王焕鹏',
    liu: '刘占海',
    household05: '样例户05',
    irrigation: '水田改造灌溉工程',
  },
  en: {
    village: 'Nangangzi Village',
    wang: 'Wang Huanpeng',
    liu: 'Liu Zhanhai',
    household05: 'Sample household 05',
    irrigation: 'Paddy-field reconstruction irrigation project',
  },
};

const readers = ([390, 1280] as const).flatMap((width) =>
  (['zh-CN', 'en'] as const).map((locale) => ({ width, locale })),
);

const seen = (what: Locator) => what.first().waitFor({ state: 'visible' });
const place = (page: Page) => decodeURIComponent(new URL(page.url()).hash);
/** The figure of the page's summary that has this label. */
const figure = (page: Page, name: string) => page.locator('dl > div').filter({ hasText: name }).first();

describe.each(readers)('at $width px in $locale, somebody', ({ width, locale }) => {
  const name = names[locale];
  const open = (path: string) => openPage({ width, locale, path });

  it('finds a contact point by pinyin and opens its progress', async () => {
    const t = overviewWords[locale];
    const page = await open('/');
    await seen(page.getByText(t.shown(6, 6)));
    await page.getByLabel(t.search).fill('ngz');
    await seen(page.getByText(t.shown(1, 6)));
    expect(place(page)).toContain('q=ngz');
    await page.reload();
    await seen(page.getByText(t.shown(1, 6)));
    await page.getByRole('link', { name: name.village, exact: true }).click();
    await seen(page.getByRole('heading', { level: 1, name: name.village }));
    await seen(page.getByText(progressWords[locale].days(161), { exact: false }));
  });

  it('compares another pair of visits, opens what is behind a mark and shares the link', async () => {
    const t = progressWords[locale];
    const page = await open('/villages/nangangzi');
    await page.getByLabel(t.firstVisit).selectOption('nangangzi-2017-10-18');
    await seen(page.getByText(t.days(257), { exact: false }));
    await page.locator('figure svg.recharts-surface').first().waitFor();
    const water = terms[locale].indicator.water;
    await page
      .getByRole('link', { name: new RegExp(`13.*${water}`) })
      .first()
      .click();
    await seen(page.getByRole('dialog').getByText(partsWords[locale].trueOn));
    await page.goto(page.url());
    await page.reload();
    await seen(page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(place(page)).toContain('from=nangangzi-2017-10-18');
  });

  it('finds the poor households that nobody visited, and opens one', async () => {
    const t = householdsWords[locale];
    const page = await open('/villages/nangangzi/households?status=registered&called=none');
    await seen(page.getByText(t.shown(9, 21)));
    await page.getByLabel(t.search).fill('05');
    await page.getByRole('link', { name: name.household05 }).click();
    await seen(page.getByRole('heading', { level: 1, name: name.household05 }));
    expect(place(page)).toMatch(/^#\/households\/nangangzi-005/);
  });

  it('reads what is known of Wang Huanpeng and of Liu Zhanhai, and what is not', async () => {
    const page = await open('/households/nangangzi-001');
    await seen(page.getByRole('heading', { level: 1, name: name.wang }));
    await seen(page.getByText(locale === 'en' ? /Mushrooms (grow|planted)/ : /蘑菇/));
    expect(await page.getByRole('main').innerText()).not.toMatch(/NaN|undefined|null/);
    await page.goto(linkTo('/households/nangangzi-002'));
    await seen(page.getByRole('heading', { level: 1, name: name.liu }));
    await seen(page.getByText(terms[locale].status.registered));
  });

  it('follows the irrigation project from the list to its milestones', async () => {
    const t = projectsWords[locale];
    const page = await open('/villages/nangangzi/projects');
    await page.getByRole('link', { name: name.irrigation }).click();
    await seen(page.getByRole('heading', { level: 1, name: name.irrigation }));
    await seen(page.getByText(t.late(6), { exact: false }));
    await page.locator('figure svg.recharts-surface').first().waitFor();
    expect(await page.locator('figure svg.recharts-surface').count()).toBe(4);
  });

  it('reads the visit of 2 July 2018 and goes back to the one before', async () => {
    const t = visitsWords[locale];
    const page = await open('/villages/nangangzi/visits');
    await page.getByRole('link', { name: locale === 'en' ? 'July 2, 2018' : '2018年7月2日' }).click();
    await seen(page.getByText(locale === 'en' ? /clean and tidy/ : /干净整洁/));
    await page.getByRole('link', { name: `← ${t.previous}` }).click();
    await seen(
      page.getByRole('heading', { level: 1, name: locale === 'en' ? /January 22, 2018/ : /2018年1月22日/ }),
    );
    expect(place(page)).toBe('#/visits/nangangzi-2018-01-22');
  });

  it('logs a visit on which nothing had changed in at most eight taps, and every figure follows', async () => {
    const t = logVisitWords[locale];
    const page = await open('/households/nangangzi-005');
    let taps = 0;
    const tap = async (what: Locator) => {
      taps += 1;
      await what.first().click();
    };
    await tap(page.getByRole('main').getByRole('link', { name: shellWords[locale].logVisit }));
    await tap(page.getByLabel(t.said));
    await page.keyboard.type(locale === 'en' ? 'All is well.' : '一切都好。');
    await tap(page.getByRole('button', { name: t.next(t.steps.readings) }));
    await tap(page.getByRole('button', { name: t.allAsLast }));
    await tap(page.getByRole('button', { name: t.review, exact: true }));
    await tap(page.getByRole('button', { name: t.save }));
    await seen(page.getByRole('heading', { level: 1, name: t.savedTitle }));
    expect(taps).toBeLessThanOrEqual(8);

    await page.getByRole('link', { name: t.seeChanges }).click();
    await seen(page.getByText(progressWords[locale].days(14), { exact: false }));
    await page.reload();
    await seen(page.getByText(progressWords[locale].days(14), { exact: false }));
    await page.goto(linkTo('/villages/nangangzi/visits'));
    await seen(page.getByRole('link', { name: locale === 'en' ? 'July 16, 2018' : '2018年7月16日' }));

    await page.getByRole('button', { name: shellWords[locale].resetSample }).click();
    await page.getByRole('dialog').getByRole('button', { name: shellWords[locale].resetConfirm }).click();
    await seen(page.getByRole('link', { name: locale === 'en' ? 'July 2, 2018' : '2018年7月2日' }));
    expect(await page.getByRole('link', { name: /July 16, 2018|2018年7月16日/ }).count()).toBe(0);
  });

  it('leaves a visit half filled, and finds it again after a reload and in the other language', async () => {
    const t = logVisitWords[locale];
    const page = await open('/log?village=nangangzi&household=nangangzi-005');
    await page.getByLabel(t.said).fill('半句话 half a sentence');
    await page.getByRole('button', { name: shellWords[locale].switchLanguage }).click();
    const other = logVisitWords[locale === 'en' ? 'zh-CN' : 'en'];
    expect(await page.getByLabel(other.said).inputValue()).toBe('半句话 half a sentence');
    await seen(page.getByText(locale === 'en' ? /草稿已存/ : /Draft kept/));
    await page.reload();
    await expect.poll(() => page.getByLabel(other.said).inputValue()).toBe('半句话 half a sentence');
  });

  it('corrects a reading where it is shown: the figures follow, and a past day stays as it was known', async () => {
    const t = partsWords[locale];
    const words = progressWords[locale];
    const page = await open('/villages/nangangzi');
    await seen(figure(page, words.figures.gaps).getByText('8'));
    expect(await figure(page, words.figures.gaps).innerText()).toMatch(/8\s*→\s*4/);
    await page.goto(linkTo('/villages/nangangzi?reading=nangangzi-013-water-2018-07-02'));
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
    await page.goto(linkTo('/villages/nangangzi?knownOn=2018-07-15'));
    await seen(page.getByText(words.knownToday));
    await expect.poll(() => figure(page, words.figures.gaps).innerText()).toMatch(/8\s*→\s*4/);
  });

  it('opens a link that leads nowhere and is helped on', async () => {
    const page = await open('/no-such-page');
    await page.getByRole('main').getByRole('link', { name: shellWords[locale].toOverview }).click();
    await seen(page.getByRole('heading', { level: 1, name: overviewWords[locale].title }));
    expect(place(page)).toBe('#/');
  });

  it('opens a link to a record that is not there and is helped on', async () => {
    const page = await open('/households/nobody');
    await seen(page.getByText(queryWords[locale].missing));
    expect(await axeViolations(page)).toEqual([]);
    expectComplaint(/404/);
  });
});
