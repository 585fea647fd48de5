import { z } from 'zod';
import type { Day } from './day.ts';
import { EVERYWHERE, type Place } from './place.ts';
import { nearestRule, ruleHead } from './rule.ts';

/**
 * `national`: the national standard at each year's prices. `sixPercent`: the series that
 * begins at 2,800 yuan in 2014 and grows 6 % a year, which some places worked with.
 */
export const lineSeries = ['national', 'sixPercent'] as const;
export type LineSeries = (typeof lineSeries)[number];

/** A poverty line: who has strictly less is poor (DOMAIN §3.4). */
export const povertyLine = ruleHead.extend({
  series: z.enum(lineSeries),
  year: z.int(),
  /** Per person and year, at that year's prices. */
  yuan: z.number().positive(),
  /** True where the source says "about". */
  approximate: z.boolean(),
});
export type PovertyLine = z.infer<typeof povertyLine>;

const standard = {
  zh: '国家农村贫困标准（2010 年标准），按当年价格',
  en: 'National rural poverty standard of 2010, at prices of the year',
};
const sixPercent = {
  zh: '自 2014 年 2800 元起每年增长 6%，取整到元',
  en: '2,800 yuan in 2014, growing 6 % a year, rounded to the yuan',
};

const lineOf = (
  series: LineSeries,
  year: number,
  yuan: number,
  verified: boolean,
  approximate = false,
): PovertyLine => ({
  id: `${series === 'national' ? 'national' : 'six-percent'}-${year}`,
  series,
  place: EVERYWHERE,
  year,
  yuan,
  approximate,
  source: series === 'national' ? standard : sixPercent,
  verified,
});

/** The lines on record. Which of the two series Jilin used in 2018 nobody could show us, so the page lets one choose. */
export const povertyLines: readonly PovertyLine[] = [
  lineOf('national', 2014, 2800, true),
  lineOf('national', 2015, 2855, true),
  lineOf('national', 2016, 2952, false),
  lineOf('national', 2017, 2952, false),
  lineOf('national', 2018, 2995, false),
  lineOf('national', 2019, 3218, true),
  lineOf('national', 2020, 4000, true, true),
  lineOf('sixPercent', 2014, 2800, false),
  lineOf('sixPercent', 2015, 2968, false),
  lineOf('sixPercent', 2016, 3146, false),
  lineOf('sixPercent', 2017, 3335, false),
  lineOf('sixPercent', 2018, 3535, false),
  lineOf('sixPercent', 2019, 3747, false),
  lineOf('sixPercent', 2020, 3972, false),
];

/**
 * The line of a series for a place on a day: of the day's year, and of the smallest place
 * around it that has one. Null where there is none: no line is ever guessed from another year.
 */
export function lineOn(
  on: Day,
  at: Place,
  series: LineSeries = 'national',
  lines: readonly PovertyLine[] = povertyLines,
): PovertyLine | null {
  const year = Number(on.slice(0, 4));
  return nearestRule(
    lines.filter((line) => line.series === series && line.year === year),
    at,
  );
}
