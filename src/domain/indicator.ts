import { z } from 'zod';

export const UNKNOWN = 'unknown';

/** A guarantee is never a yes or no: unknown and not applicable stay apart (DOMAIN §3.1). */
export const guaranteeStates = ['met', 'notMet', 'unknown', 'notApplicable'] as const;
export const guaranteeState = z.enum(guaranteeStates);
export type GuaranteeState = z.infer<typeof guaranteeState>;

/** Register status of a household. `returned` is returned to poverty. */
export const householdStatuses = ['registered', 'out', 'returned', 'unknown'] as const;
export const householdStatus = z.enum(householdStatuses);
export type HouseholdStatus = z.infer<typeof householdStatus>;

export const conditionStates = ['good', 'fair', 'poor', 'unknown'] as const;
export type ConditionState = (typeof conditionStates)[number];

export const projectStages = ['planned', 'underConstruction', 'completed', 'benefiting', 'unknown'] as const;
export type ProjectStage = (typeof projectStages)[number];

export const guarantees = ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const;
export type Guarantee = (typeof guarantees)[number];

export const incomeSources = ['wage', 'business', 'businessCost', 'property', 'transfer'] as const;
export type IncomeSource = (typeof incomeSources)[number];

export const units = ['yuan', 'person', 'percent', 'mu', 'household', 'bag', 'none'] as const;
export type Unit = (typeof units)[number];

export const subjectKinds = ['village', 'household', 'project'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

interface NumberIndicator {
  subject: SubjectKind;
  form: 'number';
  unit: Unit;
  min?: number;
  max?: number;
  whole?: boolean;
  /** Income counts over the rolling twelve months up to the day it was true (DOMAIN §3.3). */
  window?: 'rolling12Months';
}
interface CodedIndicator {
  subject: SubjectKind;
  form: 'coded';
  unit: 'none';
  codes: readonly string[];
}
export type IndicatorSpec = NumberIndicator | CodedIndicator;

const guarantee = {
  subject: 'household',
  form: 'coded',
  unit: 'none',
  codes: guaranteeStates,
} as const;
const yearlyYuan = {
  subject: 'household',
  form: 'number',
  unit: 'yuan',
  min: 0,
  max: 10_000_000,
  window: 'rolling12Months',
} as const;
const condition = {
  subject: 'village',
  form: 'coded',
  unit: 'none',
  codes: conditionStates,
} as const;
const share = { form: 'number', unit: 'percent', min: 0, max: 100 } as const;
const count = { form: 'number', min: 0, max: 10_000_000, whole: true } as const;

/** Everything that can be read on a visit, with its unit and its bounds. One catalogue for form, API and charts. */
export const indicators = {
  status: { subject: 'household', form: 'coded', unit: 'none', codes: householdStatuses },
  persons: { subject: 'household', form: 'number', unit: 'person', min: 0, max: 50, whole: true },
  wage: yearlyYuan,
  business: yearlyYuan,
  businessCost: yearlyYuan,
  property: yearlyYuan,
  transfer: yearlyYuan,
  food: guarantee,
  clothing: guarantee,
  education: guarantee,
  medical: guarantee,
  housing: guarantee,
  water: guarantee,
  road: condition,
  cleanliness: condition,
  trees: condition,
  satisfaction: { subject: 'village', ...share },
  ruralPopulation: { subject: 'village', unit: 'person', ...count },
  stage: { subject: 'project', form: 'coded', unit: 'none', codes: projectStages },
  built: { subject: 'project', ...share },
  spent: { subject: 'project', form: 'number', unit: 'yuan', min: 0, max: 10_000_000_000 },
  irrigated: { subject: 'project', form: 'number', unit: 'mu', min: 0, max: 1_000_000 },
  householdsServed: { subject: 'project', unit: 'household', ...count },
  bagsGrowing: { subject: 'project', unit: 'bag', ...count },
} as const satisfies Record<string, IndicatorSpec>;

export type Indicator = keyof typeof indicators;
export const indicatorNames = Object.keys(indicators) as [Indicator, ...Indicator[]];
export const indicator = z.enum(indicatorNames);

/** The indicators that apply to a village, a household or a project, in reading order. */
export function indicatorsOf(subject: SubjectKind): Indicator[] {
  return indicatorNames.filter((name) => indicators[name].subject === subject);
}

/** Its unit, bounds and codes. */
export function indicatorSpec(name: Indicator): IndicatorSpec {
  return indicators[name];
}

/** A number in the indicator's unit, one of its codes, or `unknown`. */
export const readingValue = z.union([
  z.number({ error: 'notANumber' }),
  z.enum([...new Set([...guaranteeStates, ...householdStatuses, ...conditionStates, ...projectStages])]),
]);
export type ReadingValue = z.infer<typeof readingValue>;

export type ValueProblem = 'notANumber' | 'notWhole' | 'tooSmall' | 'tooLarge' | 'notACode';

/** Why `value` cannot be a reading of that indicator, or null when it can. `unknown` always can. */
export function valueProblem(name: Indicator, value: ReadingValue): ValueProblem | null {
  if (value === UNKNOWN) return null;
  const spec = indicatorSpec(name);
  if (spec.form === 'coded') return spec.codes.includes(String(value)) ? null : 'notACode';
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'notANumber';
  if (spec.whole && !Number.isInteger(value)) return 'notWhole';
  if (spec.min !== undefined && value < spec.min) return 'tooSmall';
  if (spec.max !== undefined && value > spec.max) return 'tooLarge';
  return null;
}
