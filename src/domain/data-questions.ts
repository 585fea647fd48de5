import { z } from 'zod';
import { day } from './day.ts';
import { id } from './id.ts';
import { subject } from './reading.ts';
import { source } from './source.ts';
import { required, text, TEXT_LIMITS } from './text.ts';

/** What does not fit together in the register (DOMAIN §5). Each is a question for the next visit and blocks nothing. */
export const questionCodes = [
  /** A certificate number whose form, day of birth or check digit cannot be. */
  'certificateOdd',
  /** A certificate number with another year of birth than the member's. */
  'certificateBirthYear',
  'certificateSex',
  /** Of the age of compulsory schooling, and no student. */
  'outOfSchool',
  /** The same, although education is said to be met. */
  'educationMetOutOfSchool',
  /** Education is said not to apply, with a child of that age in the household. */
  'educationDoesApply',
  /** Education is judged, and nobody in the household is of that age. */
  'educationWithoutChild',
  /** As many members are listed as persons are counted, or not. */
  'membersDiffer',
  /** One cause named twice. */
  'causeTwice',
  /** Illness or disability is the main cause, and every member is said to be healthy. */
  'causeNotSeen',
  /** Struck off, with an income below the line. */
  'outBelowLine',
  /** Struck off, with a guarantee that is not met. */
  'outWithoutGuarantee',
  /** Income at the line or hardly above it. */
  'justAboveLine',
  /** All income figures were read anew and came out exactly the same. */
  'incomeCopied',
  /** Returned to poverty for over a month, and no measure is in force. */
  'noMeasure',
  /** Returned to poverty and struck off again within two months. */
  'riskRemovedSoon',
  /** Many households just above the line, few just below. */
  'incomeBunching',
] as const;
export type QuestionCode = (typeof questionCodes)[number];

export const dataQuestion = z.strictObject({
  /** The same for the same question whenever the checks run: answers stick to it. */
  key: z.string(),
  code: z.enum(questionCodes),
  subject,
  /** The member it is about; null: the whole household or village. */
  memberId: id.nullable(),
  /** What it was raised by; none where it is about what is no reading. */
  readingIds: z.array(id),
  /** Figures for its words: an age, yuan, a number of persons or days. */
  figures: z.record(z.string(), z.number()),
});
export type DataQuestion = z.infer<typeof dataQuestion>;

/** The question with its key. `about` tells questions of one code and subject apart. */
export function questionOf(
  code: QuestionCode,
  kind: DataQuestion['subject']['kind'],
  subjectId: string,
  given: Partial<Pick<DataQuestion, 'memberId' | 'readingIds' | 'figures'>> & { about?: string } = {},
): DataQuestion {
  const { about, memberId = null, readingIds = [], figures = {} } = given;
  return {
    key: [code, subjectId, memberId ?? about].filter((part) => part !== undefined).join('/'),
    code,
    subject: { kind, id: subjectId },
    memberId,
    readingIds,
    figures,
  };
}

/** What a person says to a question: it was looked into, or it is none. Never overwritten; the last one counts. */
export const questionAnswer = z.strictObject({
  key: z.string(),
  /** The readings that the question was raised by then. */
  readingIds: z.array(id),
  outcome: z.enum(['answered', 'dismissed']),
  reason: required(TEXT_LIMITS.line),
  recordedOn: day,
  sequence: z.int(),
  recordedBy: text,
  source,
});
export type QuestionAnswer = z.infer<typeof questionAnswer>;

/**
 * The questions that nobody answered or dismissed. An answer holds for the readings it was given
 * to: when others raise the question, it is open again.
 */
export function openQuestions(
  questions: readonly DataQuestion[],
  answers: readonly QuestionAnswer[],
): DataQuestion[] {
  return questions.filter((question) => {
    const last = answers
      .filter((answer) => answer.key === question.key)
      .toSorted((a, b) => a.sequence - b.sequence)
      .at(-1);
    return !last || !sameIds(last.readingIds, question.readingIds);
  });
}

const sameIds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
