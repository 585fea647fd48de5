import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { reviewingJourneys } from '#tests/support/journeys/reviewing.ts';
import { demo } from '#tests/support/journeys/stage.ts';

useBrowser();

describe.each([
  { width: 390, locale: 'zh-CN' },
  { width: 1280, locale: 'en' },
] as const)('at $width px in $locale', (reader) => {
  reviewingJourneys(demo, reader);
});
