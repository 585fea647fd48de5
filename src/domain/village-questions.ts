import { questionOf, type DataQuestion } from './data-questions.ts';
import { isInRegister, type Household } from './household.ts';
import { householdQuestions, type Looked } from './household-questions.ts';
import { householdIncome } from './income.ts';
import { isBunched } from './income-histogram.ts';
import type { VillageRecord } from './village-record.ts';

/**
 * Every question that a village's record raises at a visit: of the village, then household by
 * household. Households may each have been read at a visit of their own: `beforeOf` tells them apart.
 */
export function villageQuestions(
  record: Pick<VillageRecord, 'village' | 'households'>,
  looked: Looked,
  beforeOf: (householdId: string) => Looked['before'] = () => looked.before,
): DataQuestion[] {
  const households = record.households.filter((h) => isInRegister(h, looked.at.on));
  return [
    ...bunchingQuestions(record.village.id, households, looked),
    ...households.flatMap((h) => householdQuestions(h, { ...looked, before: beforeOf(h.id) })),
  ];
}

function bunchingQuestions(
  villageId: string,
  households: readonly Household[],
  { at, line, income }: Looked,
): DataQuestion[] {
  if (line === null) return [];
  const incomes = households.flatMap((h) => householdIncome(at, h.id, income).perPerson ?? []);
  if (!isBunched({ incomes, line: line.yuan })) return [];
  // It is of no one reading: at each visit it is another question.
  return [questionOf('incomeBunching', 'village', villageId, { about: at.on, figures: { line: line.yuan } })];
}
