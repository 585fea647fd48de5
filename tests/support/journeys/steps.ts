import type { Locator, Page } from 'playwright-core';
import type { Role } from '#src/domain/permission.ts';
import { formatFor } from '#src/messages/format.ts';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { shellWords } from '#src/messages/shell.ts';

export type Locale = 'zh-CN' | 'en';

/** Somebody who goes on a journey. */
export interface Traveller {
  width: 390 | 1280;
  locale: Locale;
  role: Role;
}

/** Names and words of the sample, as each reader sees them. */
export const names = {
  'zh-CN': {
    village: '南岗子村',
    wang: '王焕鹏',
    liu: '刘占海',
    household05: '样例户05',
    irrigation: '水田改造灌溉工程',
    cleanAndTidy: /干净整洁/,
    withheld: '（不予显示）',
  },
  en: {
    village: 'Nangangzi Village',
    wang: 'Wang Huanpeng',
    liu: 'Liu Zhanhai',
    household05: 'Sample household 05',
    irrigation: 'Paddy-field reconstruction irrigation project',
    cleanAndTidy: /clean and tidy/,
    withheld: '(withheld)',
  },
};

export const seen = (what: Locator): Promise<void> => what.first().waitFor({ state: 'visible' });

/** A day as the reader writes it. */
export const dayWords = (locale: Locale, day: string): string => formatFor(locale).day(day);

/** From a household's page: a visit on which nothing had changed. Hands back how many taps it took. */
export async function logUnchanged(page: Page, locale: Locale): Promise<number> {
  const t = logVisitWords[locale];
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
  return taps;
}
