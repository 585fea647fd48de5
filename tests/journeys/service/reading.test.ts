import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { readingJourneys } from '#tests/support/journeys/reading.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { forRegulars } from '#tests/support/journeys/stage.ts';

useBrowser({ keeps: true });
const service = forRegulars(useSeatedService());

/** Each role, and with them each width in each language. */
const travellers = [
  { role: 'villageCadre', width: 390, locale: 'zh-CN' },
  { role: 'office', width: 1280, locale: 'en' },
  { role: 'leaderStaff', width: 390, locale: 'en' },
  { role: 'auditor', width: 1280, locale: 'zh-CN' },
] as const;

describe.each(travellers)('on the real service at $width px in $locale, $role', (traveller) => {
  readingJourneys(service, traveller);
});
