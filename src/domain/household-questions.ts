import { certificateQuestions } from './certificate-questions.ts';
import type { Snapshot } from './change.ts';
import { questionOf, type DataQuestion } from './data-questions.ts';
import { daysBetween } from './day.ts';
import type { Household, Member } from './household.ts';
import { statusAt } from './incidence.ts';
import { netIncome, type IncomeRuleSet } from './income-rules.ts';
import { householdIncome } from './income.ts';
import { BIN_SHARE } from './income-histogram.ts';
import { incomeSources, type Guarantee } from './indicator.ts';
import type { PovertyLine } from './poverty-line.ts';
import { codeOf, numberOf, type Reading } from './reading.ts';

/** What a household is looked at with. */
export interface Looked {
  at: Snapshot;
  /** The visit before; null where there is none. */
  before: Snapshot | null;
  line: PovertyLine | null;
  income?: IncomeRuleSet | undefined;
}

/** Compulsory schooling: nine years from six on. Born in the year that many years before, a child is of that age for sure. */
export const SCHOOL_AGE = { from: 7, to: 15 } as const;
/** Nobody of these is of school age for sure, whatever the birthday. */
const PERHAPS_SCHOOL_AGE = { from: 6, to: 16 } as const;
/** Over a month, and within two months (DOMAIN §5). */
const A_MONTH = 31;
const TWO_MONTHS = 61;

const ids = (levels: readonly (Reading | null)[]): string[] => levels.flatMap((r) => (r ? [r.id] : []));

/** Born so many years before the snapshot's year; null where the year of birth is not known. */
const yearsOf = ({ birthYear }: Member, at: Snapshot): number | null =>
  birthYear === null ? null : Number(at.on.slice(0, 4)) - birthYear;

const isBetween = (years: number | null, { from, to }: { from: number; to: number }): boolean =>
  years !== null && years >= from && years <= to;

/** Everything that does not fit together in one household at a visit. */
export function householdQuestions(h: Household, looked: Looked): DataQuestion[] {
  return [
    ...certificateQuestions(h),
    ...schoolingQuestions(h, looked.at),
    ...memberQuestions(h, looked.at),
    ...houseQuestions(h, looked.at),
    ...outQuestions(h, looked),
    ...incomeQuestions(h, looked),
    ...returnQuestions(h, looked),
  ];
}

/** Whether every member is on the list, as far as the count of persons tells. */
const isListedWhole = (h: Household, at: Snapshot): boolean =>
  h.members.length > 0 && h.members.length === numberOf(at.level(h.id, 'persons'));

function schoolingQuestions(h: Household, at: Snapshot): DataQuestion[] {
  const level = at.level(h.id, 'education');
  const education = codeOf(level);
  const pupils = h.members.filter((m) => isBetween(yearsOf(m, at), SCHOOL_AGE));
  const readingIds = ids([level]);
  const out = pupils
    .filter((m) => m.student === 'notStudent')
    .map((m) =>
      questionOf(education === 'met' ? 'educationMetOutOfSchool' : 'outOfSchool', 'household', h.id, {
        memberId: m.id,
        readingIds,
        figures: { years: yearsOf(m, at) ?? 0 },
      }),
    );
  const doesApply = education === 'notApplicable' && pupils.length > 0;
  const isJudged = education === 'met' || education === 'notMet';
  const nobody = h.members.every((m) => {
    const years = yearsOf(m, at);
    return years !== null && !isBetween(years, PERHAPS_SCHOOL_AGE);
  });
  return [
    ...out,
    ...(doesApply
      ? [
          questionOf('educationDoesApply', 'household', h.id, {
            readingIds,
            figures: { pupils: pupils.length },
          }),
        ]
      : []),
    ...(isJudged && isListedWhole(h, at) && nobody
      ? [questionOf('educationWithoutChild', 'household', h.id, { readingIds })]
      : []),
  ];
}

const illnesses: Record<string, readonly Member['health'][]> = {
  illness: ['longTermChronic', 'seriousIllness', 'disabled'],
  disability: ['disabled'],
};

function memberQuestions(h: Household, at: Snapshot): DataQuestion[] {
  const level = at.level(h.id, 'persons');
  const persons = numberOf(level);
  const differ = h.members.length > 0 && persons !== null && persons !== h.members.length;
  const expected = illnesses[h.mainCause];
  const isSeen = h.members.some(
    ({ health }) => health === 'unknown' || health === 'withheld' || expected?.includes(health),
  );
  return [
    ...(differ
      ? [
          questionOf('membersDiffer', 'household', h.id, {
            readingIds: ids([level]),
            figures: { members: h.members.length, persons },
          }),
        ]
      : []),
    ...(h.otherCauses.some((cause) => cause === h.mainCause) ||
    new Set(h.otherCauses).size < h.otherCauses.length
      ? [questionOf('causeTwice', 'household', h.id)]
      : []),
    ...(expected && isListedWhole(h, at) && !isSeen ? [questionOf('causeNotSeen', 'household', h.id)] : []),
  ];
}

/**
 * A house that is being repaired or given up was not safe; no reading tells its grade. Asked only
 * where the guarantee was read since the measure began, and the measure has no result yet.
 */
function houseQuestions(h: Household, at: Snapshot): DataQuestion[] {
  const level = at.level(h.id, 'housing');
  if (codeOf(level) !== 'met' || level === null) return [];
  const isUnderWay = h.measures.some(
    ({ kind, from, until, result }) =>
      (kind === 'housing' || kind === 'relocation') &&
      from <= level.trueOn &&
      (until === null || until > at.on) &&
      result === null,
  );
  return isUnderWay
    ? [questionOf('housingMetUnderRepair', 'household', h.id, { readingIds: ids([level]) })]
    : [];
}

const basic: readonly Guarantee[] = ['food', 'clothing', 'education', 'medical', 'housing'];

/** Struck off, though a condition for it is not there. */
function outQuestions(h: Household, { at, line, income = netIncome }: Looked): DataQuestion[] {
  if (statusAt(at, h.id) !== 'out') return [];
  const status = at.level(h.id, 'status');
  const { perPerson, bySource } = householdIncome(at, h.id, income);
  const isBelow = line !== null && perPerson !== null && perPerson < line.yuan;
  const failing = basic.map((name) => at.level(h.id, name)).filter((level) => codeOf(level) === 'notMet');
  return [
    ...(isBelow
      ? [
          questionOf('outBelowLine', 'household', h.id, {
            readingIds: ids([status, at.level(h.id, 'persons'), ...Object.values(bySource)]),
            figures: { perPerson, line: line.yuan },
          }),
        ]
      : []),
    ...(failing.length > 0
      ? [
          questionOf('outWithoutGuarantee', 'household', h.id, {
            readingIds: ids([status, ...failing]),
            figures: { guarantees: failing.length },
          }),
        ]
      : []),
  ];
}

function incomeQuestions(h: Household, { at, before, line, income = netIncome }: Looked): DataQuestion[] {
  const { perPerson, bySource } = householdIncome(at, h.id, income);
  const levels = Object.values(bySource);
  const readingIds = ids([at.level(h.id, 'persons'), ...levels]);
  const isJustAbove =
    line !== null && perPerson !== null && perPerson >= line.yuan && perPerson < line.yuan * (1 + BIN_SHARE);
  const earlier = incomeSources.map((name) => before?.level(h.id, name) ?? null);
  const isCopied =
    levels.every((level, n) => {
      const old = earlier[n];
      return level && old && level.id !== old.id && numberOf(level) !== null && level.value === old.value;
    }) && levels.some((level) => numberOf(level) !== 0);
  return [
    ...(isJustAbove
      ? [
          questionOf('justAboveLine', 'household', h.id, {
            readingIds,
            figures: { perPerson, line: line.yuan },
          }),
        ]
      : []),
    ...(isCopied
      ? [questionOf('incomeCopied', 'household', h.id, { readingIds: ids([...earlier, ...levels]) })]
      : []),
  ];
}

/** Support after a return to poverty: none for over a month, or struck off again within two. */
function returnQuestions(h: Household, { at, before }: Looked): DataQuestion[] {
  const [now, then] = [at.level(h.id, 'status'), before?.level(h.id, 'status') ?? null];
  // A return that the visit before knew of and this one read again began there.
  const since = codeOf(then) === 'returned' ? then : now;
  const days = since ? daysBetween(since.trueOn, at.on) : 0;
  const isHelped = h.measures.some((m) => m.from <= at.on && (m.until === null || m.until > at.on));
  const between = now && then ? daysBetween(then.trueOn, now.trueOn) : Infinity;
  const isRemoved = codeOf(then) === 'returned' && codeOf(now) === 'out' && between <= TWO_MONTHS;
  return [
    ...(codeOf(now) === 'returned' && days > A_MONTH && !isHelped
      ? [questionOf('noMeasure', 'household', h.id, { readingIds: ids([now]), figures: { days } })]
      : []),
    ...(isRemoved
      ? [
          questionOf('riskRemovedSoon', 'household', h.id, {
            readingIds: ids([then, now]),
            figures: { days: between },
          }),
        ]
      : []),
  ];
}
