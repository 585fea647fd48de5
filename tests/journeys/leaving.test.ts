import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { leavingJourneys } from '#tests/support/journeys/leaving.ts';
import { demo } from '#tests/support/journeys/stage.ts';

useBrowser();

describe.each([
  { width: 390, locale: 'zh-CN' },
  { width: 1280, locale: 'en' },
] as const)('at $width px in $locale', (reader) => {
  leavingJourneys(demo, reader);
});
