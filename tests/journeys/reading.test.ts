import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { readingJourneys } from '#tests/support/journeys/reading.ts';
import { readers } from '#tests/support/journeys/readers.ts';
import { demo, forRegulars } from '#tests/support/journeys/stage.ts';

useBrowser({ keeps: true });
const stage = forRegulars(demo);

describe.each(readers.reading.demo)('at $width px in $locale, somebody', (reader) => {
  readingJourneys(stage, { ...reader, role: 'villageCadre' });
});
