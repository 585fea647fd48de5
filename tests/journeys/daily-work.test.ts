import { describe, expect, it } from 'vitest';
import { shellWords } from '#src/messages/shell.ts';
import { useBrowser } from '#tests/support/browser.ts';
import { readers } from '#tests/support/journeys/readers.ts';
import { demo } from '#tests/support/journeys/stage.ts';
import { dayWords, logUnchanged, seen } from '#tests/support/journeys/steps.ts';
import { writingJourneys } from '#tests/support/journeys/writing.ts';

useBrowser();

describe.each(readers.writing.demo)('at $width px in $locale, somebody', (reader) => {
  writingJourneys(demo, { ...reader, role: 'villageCadre' });
});

describe.each(readers.duties.demo)('at $width px in $locale, the sample', ({ width, locale }) => {
  it('is as it was before once it is reset', async () => {
    const t = shellWords[locale];
    const page = await demo.open({ width, locale, path: '/households/nangangzi-005' });
    await logUnchanged(page, locale);
    await page.goto(demo.linkTo('/villages/nangangzi/visits'));
    const logged = page.getByRole('link', { name: dayWords(locale, demo.today()) });
    await seen(logged);
    await page.getByRole('button', { name: t.resetSample }).click();
    await page.getByRole('dialog').getByRole('button', { name: t.resetConfirm }).click();
    await logged.waitFor({ state: 'detached' });
    await seen(page.getByRole('link', { name: dayWords(locale, '2018-07-02') }));
    await expect.poll(() => logged.count()).toBe(0);
  });
});
