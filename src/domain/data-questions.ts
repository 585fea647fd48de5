import { z } from 'zod';
import { certificateFindings } from './certificate-check.ts';
import { day } from './day.ts';
import { id } from './id.ts';
import { subject } from './reading.ts';
import { source } from './source.ts';
import { required, text, TEXT_LIMITS } from './text.ts';

/** What does not fit together in the register (DOMAIN §5). Each is a question for the next visit and blocks nothing. */
export const questionCodes = [
  /** A certificate number that cannot be, or is of another year of birth or sex than the member's. */
  ...certificateFindings,
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
  /** The house is said to be safe while it is being repaired or given up, with no result so far. */
  'housingMetUnderRepair',
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

/**
 * The question with its key. `about` tells questions of one code and subject apart, and `nth` those of
 * one matter that no reading tells apart: the first one, the second.
 */
export function questionOf(
  code: QuestionCode,
  kind: DataQuestion['subject']['kind'],
  subjectId: string,
  given: Partial<Pick<DataQuestion, 'memberId' | 'readingIds' | 'figures'>> & {
    about?: string;
    nth?: number;
  } = {},
): DataQuestion {
  const { about, nth = 1, memberId = null, readingIds = [], figures = {} } = given;
  return {
    key: [code, subjectId, memberId ?? about, nth > 1 ? nth : undefined]
      .filter((part) => part !== undefined)
      .join('/'),
    code,
    subject: { kind, id: subjectId },
    memberId,
    readingIds,
    figures,
  };
}

/** `reopened` takes back what was said before: the question is open again. */
export const questionOutcomes = ['answered', 'dismissed', 'reopened'] as const;
const outcome = z.enum(questionOutcomes);

/** `code/subject`, a third part where a code asks a subject more than once, and a fourth from the second time on. */
const KEY = /^([a-zA-Z]{1,40})\/([a-z0-9-]{1,64})(?:\/([a-z0-9-]{1,64})(?:\/([1-9]\d{0,3}))?)?$/;

/** What a key names; null where it is none. */
export function partsOfKey(
  key: string,
): { code: QuestionCode; subjectId: string; rest: string | null; nth: number } | null {
  const [, named, subjectId, rest, nth = 1] = KEY.exec(key) ?? [];
  const code = questionCodes.find((one) => one === named);
  return code && subjectId !== undefined ? { code, subjectId, rest: rest ?? null, nth: Number(nth) } : null;
}

/** What a question is about, whichever time it is asked. */
export const matterOf = (key: string): string => {
  const parts = partsOfKey(key);
  return parts ? [parts.code, parts.subjectId, parts.rest ?? ''].join('/') : key;
};

const questionKey = z.string().refine((key) => partsOfKey(key) !== null, { error: 'notACode' });

/**
 * Which occurrence of a question: its key, and the readings that raised it. The same key with
 * other readings is a new question, which an earlier answer says nothing of.
 */
export interface Occurrence {
  key: string;
  readingIds: readonly string[];
}

export const occurrenceOf = ({ key, readingIds }: Occurrence): string =>
  [key, ...readingIds.toSorted()].join(' ');

/** What a person says to a question: it was looked into, or it is none. Never overwritten; the last one counts. */
export const questionAnswer = z.strictObject({
  id,
  key: questionKey,
  /** The readings that the question was raised by then. */
  readingIds: z.array(id),
  outcome,
  /** In the person's own words: what was found, or why it is no question. */
  reason: text,
  recordedOn: day,
  sequence: z.int(),
  recordedBy: text,
  /** Where it was brought from; null for what was recorded here. */
  source: source.nullable(),
});
export type QuestionOutcome = (typeof questionOutcomes)[number];
export type QuestionAnswer = z.infer<typeof questionAnswer>;

/** Far above what any check names. */
const MOST_READINGS = 100;

/** An answer as one person typed it, and the same with the id that it is sent under. */
export const questionAnswerSaid = z.strictObject({
  key: questionKey,
  readingIds: z.array(id).max(MOST_READINGS, { error: 'tooMany' }),
  outcome,
  reason: required(TEXT_LIMITS.line),
});
export const questionAnswerDraft = questionAnswerSaid.extend({ id });

/** What an answer says, as it was sent: this is what its hash is of. */
export const questionAnswerIn = ({
  id,
  key,
  readingIds,
  outcome,
  reason,
}: Pick<QuestionAnswer, 'id' | 'key' | 'readingIds' | 'outcome' | 'reason'>) => ({
  id,
  key,
  readingIds,
  outcome,
  reason,
});

/** The answers to questions about one subject, in any order. */
export const answersAbout = (answers: readonly QuestionAnswer[], subjectId: string): QuestionAnswer[] =>
  answers.filter(({ key }) => partsOfKey(key)?.subjectId === subjectId);

/** The answers to each occurrence, as recorded. */
export function answersByOccurrence(answers: readonly QuestionAnswer[]): Map<string, QuestionAnswer[]> {
  const found = new Map<string, QuestionAnswer[]>();
  for (const answer of answers.toSorted((a, b) => a.sequence - b.sequence)) {
    const to = occurrenceOf(answer);
    found.set(to, [...(found.get(to) ?? []), answer]);
  }
  return found;
}

/** How a question stands after the answers to it, in order. */
export function stateAfter(
  answers: readonly QuestionAnswer[] | undefined,
): 'open' | 'answered' | 'dismissed' {
  const last = answers?.at(-1)?.outcome ?? 'reopened';
  return last === 'reopened' ? 'open' : last;
}

/**
 * The questions that nobody answered or dismissed. An answer holds for the readings it was given
 * to: when others raise the question, it is open again.
 */
export function openQuestions(
  questions: readonly DataQuestion[],
  answers: readonly QuestionAnswer[],
): DataQuestion[] {
  const given = answersByOccurrence(answers);
  return questions.filter((question) => stateAfter(given.get(occurrenceOf(question))) === 'open');
}
