import { z } from 'zod';
import { level } from './change.ts';
import { verdictKind } from './commitment.ts';
import { day } from './day.ts';
import { whyCodes } from './decompose.ts';
import { deprivationRule } from './deprivation-rules.ts';
import { figureCodes } from './figure-code.ts';
import { id } from './id.ts';
import { incomeRuleSet } from './income-rules.ts';
import { incomeSources, indicator, units } from './indicator.ts';
import { village } from './place.ts';
import { lineSeries, povertyLine } from './poverty-line.ts';
import { evidence } from './source.ts';
import { text } from './text.ts';
import { visit } from './visit.ts';

/** What is put into a formula. */
export const figureTerms = [
  'poorPersons',
  'ruralPopulation',
  'poorHouseholds',
  'incomeTotal',
  'persons',
  'difference',
  'notMet',
  'kept',
  'owedBefore',
  'stillOwed',
  'belowLine',
  'gapSum',
  'squaredGapSum',
  'logSum',
  'raised',
  'headcount',
  'gap',
  'poorGini',
  'meanPoorGap',
  'meanIncome',
  'halfMeanDifference',
  'measuredPersons',
  'line',
  'poorByGuarantees',
  'perhapsPoor',
  'scoreSum',
  'lacking',
  'M0',
  'cutoff',
  'movedPersons',
  'statusUnknown',
  'personsUnknown',
  'guaranteesUnknown',
  'unsureHouseholds',
  'stayed',
  'states',
  'stayedShares',
  'metHouseholds',
  'concernedHouseholds',
  'told',
  'toldAsKnown',
  ...whyCodes,
  'levelNow',
  ...incomeSources,
  'householdTotal',
  'householdPersons',
] as const;

/** `index`: a number without a unit that three decimals are told of; `points` of percent and `yuanChange`: differences. */
const figureUnits = [...units, 'index', 'points', 'yuanChange'] as const;
export type FigureUnit = (typeof figureUnits)[number];

const explainedFigure = z.strictObject({
  /** Null where nothing is known, or where the unknowns decide. */
  value: z.number().nullable(),
  /** From where to where the unknowns may take it; null where nothing bounds it. */
  range: z.strictObject({ low: z.number(), high: z.number() }).nullable(),
  unit: z.enum(figureUnits),
  known: z.int(),
  of: z.int(),
  countedIn: z.enum(['household', 'person', 'guarantee', 'commitment', 'incomeSource']),
  evidence: z.array(evidence),
});
export type ExplainedFigure = z.infer<typeof explainedFigure>;

/** Whatever a figure counts or rests on. */
export const figureSubject = z.strictObject({
  kind: z.enum(['household', 'village', 'commitment']),
  id,
  name: text,
  /** Of a household. */
  number: z.string().nullable(),
});
export type FigureSubject = z.infer<typeof figureSubject>;

/** One thing in a figure: what it adds at each visit, and by which readings. */
export const figurePart = z.strictObject({
  subject: figureSubject,
  /** Null: not known, or not there. */
  from: z.number().nullable(),
  to: z.number().nullable(),
  readings: z.array(z.strictObject({ indicator, from: level, to: level })),
  /** Of a commitment: the last one given by the second visit. */
  verdict: verdictKind.nullable(),
});
export type FigurePart = z.infer<typeof figurePart>;

/** What a figure leaves out because nobody knows it. */
export const figureUnknown = z.strictObject({
  subject: figureSubject,
  /** What is not known at each visit; of a commitment nothing is named. */
  from: z.array(indicator),
  to: z.array(indicator),
});
export type FigureUnknown = z.infer<typeof figureUnknown>;

/** What incomes are measured by at a visit; no line where its series has none for the year and place. */
const figureRules = z.strictObject({
  series: z.enum(lineSeries),
  line: povertyLine.nullable(),
  income: incomeRuleSet,
});
export type FigureRules = z.infer<typeof figureRules>;

/** So many parts and unknowns are told; `partsOf` and `unknownOf` say of how many. */
export const MOST_PARTS = 400;

/** How one figure came to be: what it was made of, by which readings, and what nobody knows. */
export const figureExplanation = z.strictObject({
  code: z.enum(figureCodes),
  village: village.pick({ id: true, name: true }),
  /** Whose figure it is, where it is of one household. */
  household: figureSubject.nullable(),
  from: visit.pick({ id: true, on: true, kind: true }).nullable(),
  to: visit.pick({ id: true, on: true, kind: true }),
  knownOn: day.nullable(),
  /** Null for a figure that is not measured by a line or by what counts as income. */
  rules: z.strictObject({ from: figureRules.nullable(), to: figureRules }).nullable(),
  /** Null for a figure that does not count guarantees together. */
  deprivationRule: deprivationRule.nullable(),
  figure: z.strictObject({ from: explainedFigure.nullable(), to: explainedFigure }),
  /** What stands in the formula, in its order. */
  terms: z.array(
    z.strictObject({
      term: z.enum(figureTerms),
      unit: z.enum(figureUnits),
      from: z.number().nullable(),
      to: z.number().nullable(),
    }),
  ),
  /** In what the parts are measured. */
  partUnit: z.enum(figureUnits),
  parts: z.array(figurePart),
  partsOf: z.int(),
  unknown: z.array(figureUnknown),
  unknownOf: z.int(),
});
export type FigureExplanation = z.infer<typeof figureExplanation>;
export type FigureTerm = FigureExplanation['terms'][number];
