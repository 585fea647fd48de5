import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { readers } from '#tests/support/journeys/readers.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { writingJourneys } from '#tests/support/journeys/writing.ts';

useBrowser();

describe.each(readers.writing.service)(
  'on a real service of its own at $width px in $locale, a cadre',
  (reader) => {
    writingJourneys(useSeatedService(), { ...reader, role: 'villageCadre' });
  },
);
