import { Snapshot } from '#src/domain/change.ts';
import { dataQuestion, type DataQuestion } from '#src/domain/data-questions.ts';
import type { Household, Member } from '#src/domain/household.ts';
import { noIdentifiers } from '#src/domain/identifier.ts';
import { lineOn } from '#src/domain/poverty-line.ts';
import { villageQuestions } from '#src/domain/village-questions.ts';
import { RecordBuilder } from './record-builder.ts';

export const JANUARY = '2018-01-22';
export const JULY = '2018-07-02';
/** 2,995 yuan. */
export const line = lineOn(JULY, 'cn/22');
export const source = { kind: 'synthetic' } as const;

export const member = (id: string, given: Partial<Member> = {}): Member => ({
  id,
  name: { zh: id, en: id },
  sex: 'unknown',
  relation: 'child',
  birthYear: 1980,
  health: 'healthy',
  labour: 'ordinary',
  student: 'unknown',
  certificateChecks: [],
  identifiers: noIdentifiers,
  source,
  ...given,
});

/** A village of the one household `a`. */
export const household = (given: Partial<Household> = {}) => new RecordBuilder().household('a', given);

type Looked = Parameters<typeof villageQuestions>[1];

/** What is asked in July, with January as the visit before; each question has its shape. */
export function asked(b: RecordBuilder, given: Partial<Looked> = {}): DataQuestion[] {
  return villageQuestions(b.record, {
    at: new Snapshot(b.record, JULY),
    before: new Snapshot(b.record, JANUARY),
    line,
    ...given,
  }).map((question) => dataQuestion.parse(question));
}

export const codes = (b: RecordBuilder, given: Partial<Looked> = {}) => asked(b, given).map((q) => q.code);
