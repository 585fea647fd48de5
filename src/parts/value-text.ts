import {
  indicatorSpec,
  UNKNOWN,
  type ConditionState,
  type GuaranteeState,
  type HouseholdStatus,
  type Indicator,
  type ProjectStage,
  type ReadingValue,
} from '#src/domain/indicator.ts';
import { useFormat, type Format } from '#src/messages/format.ts';
import { useLocale } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import type { Locale } from '#src/domain/text.ts';

/** A reading's value in words: with its unit, as its term, or that it is unknown. */
export function valueText(name: Indicator, value: ReadingValue, locale: Locale, format: Format): string {
  const t = terms[locale];
  const spec = indicatorSpec(name);
  if (value === UNKNOWN) return partsWords[locale].unknown;
  if (typeof value === 'number') return format.quantity(value, spec.unit);
  if (name === 'status') return t.status[value as HouseholdStatus];
  if (name === 'stage') return t.stage[value as ProjectStage];
  if (spec.subject === 'village') return t.condition[value as ConditionState];
  return t.guarantee[value as GuaranteeState];
}

/** The same in the reader's language; null (never read) says so. */
export function useValueText(): (name: Indicator, value: ReadingValue | null) => string {
  const { locale } = useLocale();
  const format = useFormat();
  return (name, value) =>
    value === null ? partsWords[locale].notRead : valueText(name, value, locale, format);
}

/** A value in words where its indicator is not at hand: no code means two things. A number stands without its unit. */
export function useBareValueText(): (value: ReadingValue) => string {
  const { locale } = useLocale();
  const { status, stage, condition, guarantee } = terms[locale];
  const codes = new Map(Object.entries({ ...status, ...stage, ...condition, ...guarantee }));
  return (value) =>
    value === UNKNOWN ? partsWords[locale].unknown : (codes.get(String(value)) ?? String(value));
}
