import { describe, expect, it } from 'vitest';
import { calendar, timeOf } from '#src/messages/calendar.ts';
import { formatFor } from '#src/messages/format.ts';

const HOUR = 3_600_000;
/** Every hour and some minutes of a whole year with a leap day. */
const moments = Array.from({ length: 366 * 24 }, (_, at) => new Date(Date.UTC(2020, 0, 1) + at * (HOUR + 7)));

describe.each(['en', 'zh-CN'] as const)('dates in %s', (locale) => {
  it('are those that Intl writes', () => {
    const long = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
    for (const date of moments) {
      const iso = date.toISOString().slice(0, 10);
      expect(formatFor(locale).day(iso)).toBe(long.format(date));
    }
  });

  it('have the hour of the device, midnight as 00', () => {
    const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', ...clock });
    const time = new Intl.DateTimeFormat(locale, clock);
    for (const date of moments) {
      expect(timeOf(date)).toBe(time.format(date));
      expect(calendar[locale].moment(date.getMonth() + 1, date.getDate(), timeOf(date))).toBe(
        short.format(date),
      );
    }
  });
});
