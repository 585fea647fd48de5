import { describe } from 'vitest';
import { useBrowser } from '#tests/support/browser.ts';
import { everyLook } from '#tests/support/journeys/readers.ts';
import { readingJourneys } from '#tests/support/journeys/reading.ts';
import { useSeatedService } from '#tests/support/journeys/seated.ts';
import { forRegulars } from '#tests/support/journeys/stage.ts';

useBrowser({ keeps: true });
const service = forRegulars(useSeatedService());

/** Each role, and with them each width in each language; the n-th and the next but one are opposites. */
const travellers = [
  { role: 'villageCadre', width: 390, locale: 'zh-CN' },
  { role: 'leaderStaff', width: 390, locale: 'en' },
  { role: 'office', width: 1280, locale: 'en' },
  { role: 'auditor', width: 1280, locale: 'zh-CN' },
] as const;

/** Two opposites go each journey, and the other two the next; with `npm run looks`, all do. */
describe.each(travellers)('on the real service at $width px in $locale, $role', (traveller) => {
  const at = travellers.indexOf(traveller);
  readingJourneys(service, traveller, (journey) => everyLook || journey % 2 === at % 2);
});
