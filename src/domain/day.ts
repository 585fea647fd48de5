import { z } from 'zod';

/**
 * A calendar day, `YYYY-MM-DD`, in China Standard Time. Days are compared and
 * subtracted as days; no hour, no time zone ever enters. Every rule that needs
 * to know "today" is given it. From 1900 to 2199: what is far from it was mistyped.
 */
export const day = z.iso.date({ error: 'notADay', abort: true }).regex(/^(?:19|20|21)/, { error: 'notADay' });
export type Day = z.infer<typeof day>;

const MS_PER_DAY = 86_400_000;
const toUtc = (value: Day): number => Date.parse(`${value}T00:00:00Z`);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((toUtc(to) - toUtc(from)) / MS_PER_DAY);
}

/** The day `count` days after `from` (before it, when negative). */
export function addDays(from: Day, count: number): Day {
  return new Date(toUtc(from) + count * MS_PER_DAY).toISOString().slice(0, 10);
}

/** Order of two days for `sort`: negative when `a` is earlier. ISO days sort as text. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const EIGHT_HOURS = 8 * 3_600_000;

/** The day it is in China at that instant, wherever the program runs. */
export function dayInChina(instant: Date): Day {
  return new Date(instant.getTime() + EIGHT_HOURS).toISOString().slice(0, 10);
}

/** Day and minute in China at that instant: `2018-07-16 12:00`. */
export function minuteInChina(instant: string): string {
  return new Date(Date.parse(instant) + EIGHT_HOURS).toISOString().slice(0, 16).replace('T', ' ');
}
