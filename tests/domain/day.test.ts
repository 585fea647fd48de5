import { describe, expect, it } from 'vitest';
import { addDays, day, dayInChina, daysBetween, minuteInChina } from '#src/domain/day.ts';

describe('days', () => {
  it('lie 161 apart between the two visits to Nangangzi', () => {
    expect(daysBetween('2018-01-22', '2018-07-02')).toBe(161);
    expect(daysBetween('2018-07-02', '2018-01-22')).toBe(-161);
  });

  it('add across months, years and leap days', () => {
    expect(addDays('2018-12-31', 1)).toBe('2019-01-01');
    expect(addDays('2020-02-28', 1)).toBe('2020-02-29');
    expect(addDays('2018-03-01', -1)).toBe('2018-02-28');
  });

  it('do not move where clocks are put forward', () => {
    // 2018-03-11 has 23 hours in New York.
    expect(addDays('2018-03-11', 1)).toBe('2018-03-12');
    expect(daysBetween('2018-03-10', '2018-03-12')).toBe(2);
  });

  it('begin in China while it is still yesterday in Greenwich', () => {
    expect(dayInChina(new Date('2018-07-01T15:59:59Z'))).toBe('2018-07-01');
    expect(dayInChina(new Date('2018-07-01T16:00:00Z'))).toBe('2018-07-02');
  });

  it('are told with the minute as it was in China', () => {
    expect(minuteInChina('2018-07-01T16:05:59.123Z')).toBe('2018-07-02 00:05');
  });

  it('refuse what is not in the calendar', () => {
    for (const wrong of ['2018-02-30', '2018-13-01', '18-01-01', '2018-1-1', '', 'today']) {
      expect(day.safeParse(wrong).error?.issues[0]?.message).toBe('notADay');
    }
  });
});
