import type { AuditEntry } from '#src/domain/audit.ts';
import { questionCodes, questionOutcomes } from '#src/domain/data-questions.ts';
import { identifierKind } from '#src/domain/identifier.ts';
import { indicator as indicatorSchema, readingValue } from '#src/domain/indicator.ts';
import { role } from '#src/domain/permission.ts';
import { procedureStepCode } from '#src/domain/procedure.ts';
import { reviewStates } from '#src/domain/review.ts';
import { evidence } from '#src/domain/source.ts';
import { visitKind } from '#src/domain/visit.ts';
import { auditWords } from '#src/messages/audit.ts';
import { identifierWords } from '#src/messages/identifiers.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { procedureWords } from '#src/messages/procedure.ts';
import { questionWords } from '#src/messages/questions.ts';
import { reviewWords } from '#src/messages/reviews.ts';
import { terms } from '#src/messages/terms.ts';
import { useValueText } from '#src/parts/value-text.ts';
import type { PlaceNames } from './place-names.ts';

/** One thing that an act changed, in the reader's words; null where there was or is nothing. */
export interface FactLine {
  label: string;
  before: string | null;
  after: string | null;
}

type Facts = NonNullable<AuditEntry['after']>;

/** Names of rows for programs, or what another line says already. */
const LEFT_OUT = new Set([
  'memberId',
  'reviewId',
  'readingId',
  'stepId',
  'photoId',
  'answerId',
  'sessionId',
  'indicator',
]);

/** Tells what an entry changed, field by field; what stayed the same is left out. */
export function useFactLines(places: PlaceNames): (entry: AuditEntry) => FactLine[] {
  const t = useMessages(auditWords);
  const term = useMessages(terms);
  const review = useMessages(reviewWords);
  const identifiers = useMessages(identifierWords);
  const procedure = useMessages(procedureWords);
  const questions = useMessages(questionWords);
  const valueText = useValueText();

  const words: Record<string, (value: string, facts: Facts) => string | undefined> = {
    evidence: (value) => term.evidence[evidence.safeParse(value).data ?? 'synthetic'],
    role: (value) => term.role[role.safeParse(value).data ?? 'office'],
    places: (value) => places.nameOf(value),
    state: (value) => {
      const known = reviewStates.find((state) => state === value);
      return known ? review.state[known] : t.accountState[value as keyof typeof t.accountState];
    },
    kind: (value) => {
      const visit = visitKind.safeParse(value).data;
      const identifier = identifierKind.safeParse(value).data;
      return visit ? term.visitKind[visit] : identifier && identifiers.kind[identifier];
    },
    step: (value) => procedure.step[procedureStepCode.safeParse(value).data ?? 'appraisal'],
    stepOutcome: (value) =>
      value === 'refused' ? procedure.stepOutcome.refused : procedure.stepOutcome.passed,
    question: (value) => {
      const code = questionCodes.find((one) => one === value);
      return code && questions.title[code];
    },
    questionOutcome: (value) => {
      const said = questionOutcomes.find((one) => one === value);
      return said && questions.outcome[said];
    },
    value: (value, facts) => {
      const name = indicatorSchema.safeParse(facts['indicator']).data;
      return name && valueText(name, value as Parameters<typeof valueText>[1]);
    },
  };
  const said = (key: string, facts: Facts): string | null => {
    const value = facts[key];
    if (value === undefined || value === null || value === '') return null;
    if (Array.isArray(value))
      return value
        .map((one) => (one === null ? '' : (words[key]?.(String(one), facts) ?? String(one))))
        .join(t.comma);
    if (typeof value === 'object') return JSON.stringify(value);
    if (key === 'value' && typeof value === 'number') {
      const name = indicatorSchema.safeParse(facts['indicator']).data;
      return name ? valueText(name, readingValue.parse(value)) : String(value);
    }
    return (typeof value === 'string' ? words[key]?.(value, facts) : undefined) ?? String(value);
  };
  const labelOf = (key: string, entry: AuditEntry): string => {
    const facts = entry.after ?? entry.before ?? {};
    const name = indicatorSchema.safeParse(facts['indicator']).data;
    if (key === 'value' && name) return term.indicator[name];
    if (key === 'kind' && entry.action === 'unmaskIdentifier') return t.fact.identifier;
    return key in t.fact ? t.fact[key as keyof typeof t.fact] : key;
  };

  return (entry) => {
    const before = entry.before ?? {};
    const after = entry.after ?? {};
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys
      .filter((key) => !LEFT_OUT.has(key))
      .map((key) => ({ label: labelOf(key, entry), before: said(key, before), after: said(key, after) }))
      .filter((line) => line.before !== line.after);
  };
}

/** The same on one line of text. */
export function factText(
  { label, before, after }: FactLine,
  was: string,
  nothing: string,
  both: boolean,
): string {
  if (!both) return `${label}: ${after ?? `${before ?? nothing} (${was})`}`;
  return `${label}: ${before ?? nothing} → ${after ?? nothing}`;
}
