import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { leavingJourneys } from '#tests/support/journeys/leaving.ts';
import { readers } from '#tests/support/journeys/readers.ts';
import { demo } from '#tests/support/journeys/stage.ts';

useBrowser();

describe.each(readers.duties.demo)('at $width px in $locale', (reader) => {
  leavingJourneys(demo, reader);
});
