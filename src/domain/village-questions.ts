import { certificateBirthday, certificateOddity, certificateSex } from './certificate-number.ts';
import { questionOf, type DataQuestion } from './data-questions.ts';
import { isInRegister, type Household, type Member } from './household.ts';
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

/**
 * What a member's certificate number raises. For the store alone, which has the clear number:
 * nothing of it stands in the question.
 */
export function certificateQuestions(
  householdId: string,
  member: Pick<Member, 'id' | 'birthYear' | 'sex'>,
  number: string,
): DataQuestion[] {
  const ask = (code: 'certificateOdd' | 'certificateBirthYear' | 'certificateSex') =>
    questionOf(code, 'household', householdId, { memberId: member.id });
  if (certificateOddity(number) !== null) return [ask('certificateOdd')];
  const year = Number(certificateBirthday(number)?.slice(0, 4));
  return [
    ...(member.birthYear !== null && member.birthYear !== year ? [ask('certificateBirthYear')] : []),
    ...(member.sex !== 'unknown' && member.sex !== certificateSex(number) ? [ask('certificateSex')] : []),
  ];
}
