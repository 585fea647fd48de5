import { z } from 'zod';
import { auditAction } from '#src/domain/audit.ts';
import { accountStates } from '#src/domain/account.ts';
import { questionCodes } from '#src/domain/data-questions.ts';
import { day } from '#src/domain/day.ts';
import { whyCodes } from '#src/domain/decompose.ts';
import { figureCodes } from '#src/domain/figure-code.ts';
import { householdFilter, householdSorts } from '#src/domain/household-list.ts';
import { id } from '#src/domain/id.ts';
import { place } from '#src/domain/place.ts';
import { ledgerFilter } from '#src/domain/ledger.ts';
import { incomeRuleId } from '#src/domain/income-rules.ts';
import { guarantees, indicator } from '#src/domain/indicator.ts';
import { leftBehindKinds } from '#src/domain/left-behind-kinds.ts';
import { lineSeries } from '#src/domain/poverty-line.ts';
import { procedureStepCode } from '#src/domain/procedure.ts';
import { reviewFilter } from '#src/domain/review.ts';
import { role } from '#src/domain/permission.ts';
import { visitKind } from '#src/domain/visit.ts';
import { explained } from '#src/domain/why-changed.ts';
import { visitStep } from '#src/features/log-visit/steps.ts';

/**
 * What each link carries. A broken part is dropped, so an old link still opens. A schema is made when its page is
 * first opened: each of them takes a slow phone some milliseconds, and a start opens one page.
 */
function checked<Schema extends z.ZodType>(make: () => Schema) {
  let schema: Schema | null = null;
  return (search: unknown): z.output<Schema> => (schema ??= make()).parse(search);
}

const pair = () => ({
  from: id.optional().catch(undefined),
  to: id.optional().catch(undefined),
});

/** On every page: the reading whose history is open, and the figure that is explained. */
export const rootSearch = checked(() =>
  z.object({
    reading: id.optional().catch(undefined),
    figure: z.enum(figureCodes).optional().catch(undefined),
    /** Of which village, where the page is of none. */
    of: id.optional().catch(undefined),
    /** Of which household, where it is of one. */
    whose: id.optional().catch(undefined),
  }),
);

export const overviewSearch = checked(() =>
  z.object({
    q: z.string().max(80).optional().catch(undefined),
    show: z
      .enum(['all', 'followUpDue', 'overdue', 'poor', 'toReview', 'sentBack'])
      .optional()
      .catch(undefined),
    sort: z.enum(['place', 'incidence', 'lastVisit', 'followUp', 'commitments']).optional().catch(undefined),
    desc: z.boolean().optional().catch(undefined),
  }),
);
export const commitmentsSearch = checked(() => ledgerFilter);
const ofPair = () => z.object({ ...pair(), knownOn: day.optional().catch(undefined) });
export const progressSearch = checked(ofPair);
export const leftBehindSearch = checked(() =>
  ofPair().extend({
    reason: z.enum(leftBehindKinds).optional().catch(undefined),
  }),
);
/** The rules that a page's figures by income are made by. */
const rules = () => ({
  series: z.enum(lineSeries).optional().catch(undefined),
  income: incomeRuleId.optional().catch(undefined),
});
export const placeMeasuresSearch = checked(() =>
  z.object({
    place: place.optional().catch(undefined),
    /** Visits after it are left out: the day on which somebody made the link. */
    on: day.optional().catch(undefined),
    /** At which visit a village's figure is explained. */
    at: id.optional().catch(undefined),
    ...rules(),
    sort: z.enum(['place', 'poor', 'below']).optional().catch(undefined),
  }),
);
export const measuresSearch = checked(() =>
  z.object({
    ...pair(),
    ...rules(),
    knownOn: day.optional().catch(undefined),
    /** From how many guarantees not met on a household is poor. */
    k: z.int().min(1).max(6).optional().catch(undefined),
    /** Whose households are listed: a cell of the table of moves, as `from.to`. */
    move: z
      .string()
      .regex(/^[a-z]+\.[a-z]+$/)
      .optional()
      .catch(undefined),
  }),
);
export const whySearch = checked(() =>
  z.object({
    ...pair(),
    knownOn: day.optional().catch(undefined),
    ...rules(),
    /** Those of the first visit, where they are others. */
    seriesFrom: rules().series,
    incomeFrom: rules().income,
    /** The level that is looked at, and the reason whose households are listed. */
    what: z.enum(explained).optional().catch(undefined),
    part: z.enum(whyCodes).optional().catch(undefined),
  }),
);
export const householdsSearch = checked(() =>
  householdFilter.extend({
    ...pair(),
    sort: z.enum(householdSorts).optional().catch(undefined),
    desc: z.boolean().optional().catch(undefined),
  }),
);
export const exitSearch = checked(() =>
  z.object({
    ...rules(),
    /** The visit it is judged at. */
    at: id.optional().catch(undefined),
    verdict: z.enum(['ready', 'notReady', 'cannotTell']).optional().catch(undefined),
    /** A condition that is not met or not known. */
    open: z
      .enum(['income', ...guarantees])
      .optional()
      .catch(undefined),
    step: procedureStepCode.optional().catch(undefined),
  }),
);
export const questionsSearch = checked(() =>
  z.object({
    show: z.enum(['answered', 'dismissed', 'gone']).optional().catch(undefined),
    check: z.enum(questionCodes).optional().catch(undefined),
  }),
);
export const visitsSearch = checked(() =>
  z.object({
    kind: visitKind.optional().catch(undefined),
    review: reviewFilter.optional().catch(undefined),
  }),
);
export const householdSearch = checked(() =>
  z.object({
    ...pair(),
    ...rules(),
    knownOn: day.optional().catch(undefined),
    /** Which of its readings are listed. */
    indicator: indicator.optional().catch(undefined),
    stands: z.enum(['yes', 'no']).optional().catch(undefined),
  }),
);
export const accountsSearch = checked(() =>
  z.object({
    q: z.string().max(80).optional().catch(undefined),
    role: role.optional().catch(undefined),
    state: z.enum(accountStates).optional().catch(undefined),
  }),
);
/** Which of an account's acts is being asked about. */
export const accountSearch = checked(() =>
  z.object({
    ask: z.enum(['change', 'link', 'disable', 'enable']).optional().catch(undefined),
  }),
);
export const tokensSearch = checked(() => z.object({ make: z.boolean().optional().catch(undefined) }));
export const outboxSearch = checked(() =>
  z.object({
    /** What is being mended there. */
    mend: id.optional().catch(undefined),
  }),
);
export const logSearch = checked(() =>
  z.object({
    village: id.optional().catch(undefined),
    household: id.optional().catch(undefined),
    /** The step of the form, so that the back button walks the steps. */
    step: visitStep.optional().catch(undefined),
    /** The visit that was recorded, while the page says so. */
    saved: id.optional().catch(undefined),
    /** The visit in the outbox that is being mended. */
    mend: id.optional().catch(undefined),
  }),
);
export const auditSearch = checked(() =>
  z.object({
    /** A village's id, or `accounts`. */
    village: id.optional().catch(undefined),
    action: auditAction.optional().catch(undefined),
    person: id.optional().catch(undefined),
  }),
);
