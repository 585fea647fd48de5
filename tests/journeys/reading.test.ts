import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { readingJourneys } from '#tests/support/journeys/reading.ts';
import { demo, forRegulars } from '#tests/support/journeys/stage.ts';

useBrowser({ keeps: true });
const stage = forRegulars(demo);

/** Both widths and both languages; the other pairs go their journeys on the real service. */
describe.each([
  { width: 390, locale: 'zh-CN' },
  { width: 1280, locale: 'en' },
] as const)('at $width px in $locale, somebody', (reader) => {
  readingJourneys(stage, { ...reader, role: 'villageCadre' });
});
