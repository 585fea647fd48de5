import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { writingJourneys } from '#tests/support/journeys/writing.ts';

useBrowser();

describe.each([
  { width: 390, locale: 'zh-CN' },
  { width: 1280, locale: 'en' },
] as const)('on a real service of its own at $width px in $locale, a cadre', (reader) => {
  writingJourneys(useSeatedService(), { ...reader, role: 'villageCadre' });
});
