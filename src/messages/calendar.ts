import type { Locale } from '#src/domain/text.ts';

/**
 * Days and hours as they are written in the two languages. By hand, although browsers can: the first date that
 * `Intl.DateTimeFormat` writes takes 25 ms of a quick processor, in the middle of opening a village.
 */
interface Calendar {
  /** @param month 1 to 12 */
  day: (year: number, month: number, day: number) => string;
  moment: (month: number, day: number, time: string) => string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const monthName = (month: number): string => MONTHS[month - 1] ?? '';

export const calendar: Record<Locale, Calendar> = {
  en: {
    day: (year, month, day) => `${monthName(month)} ${day}, ${year}`,
    moment: (month, day, time) => `${monthName(month).slice(0, 3)} ${day}, ${time}`,
  },
  'zh-CN': {
    day: (year, month, day) => `${year}年${month}月${day}日`,
    moment: (month, day, time) => `${month}月${day}日 ${time}`,
  },
};

/** Hours and minutes of this device's clock, such as 09:05. */
export function timeOf(date: Date): string {
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}
