import { z } from 'zod';
import { mendedCertificates } from './certificate-questions.ts';
import { level, snapshotOf, type Snapshot } from './change.ts';
import {
  answersByOccurrence,
  dataQuestion,
  matterOf,
  occurrenceOf,
  partsOfKey,
  questionAnswer,
  questionOf,
  stateAfter,
  type DataQuestion,
  type QuestionAnswer,
} from './data-questions.ts';
import { day, type Day } from './day.ts';
import { isInRegister } from './household.ts';
import { id } from './id.ts';
import { indicator } from './indicator.ts';
import { standing, type Reading } from './reading.ts';
import { villageQuestions } from './village-questions.ts';
import { visitsInOrder, type VillageRecord } from './village-record.ts';
import { byVisitOrder, type Visit } from './visit.ts';
import { usualRules, type IncomeRules } from './why-changed.ts';

/** As much of a village, or of one household, as its questions need. */
export type Questioned = Pick<VillageRecord, 'village' | 'visits' | 'households' | 'readings'>;

/** `gone`: a later reading, or another certificate number, took away what was odd. */
export const questionStates = ['open', 'answered', 'dismissed', 'gone'] as const;

/** A question as a person sees it: how it stands, the readings behind it, and what was said to it. */
export const questionEntry = z.strictObject({
  question: dataQuestion,
  state: z.enum(questionStates),
  /** Since when there is no such question, and by which correction or visit, or else another number; null while there is. */
  gone: z
    .strictObject({ since: day.nullable(), readingId: id.nullable(), visitId: id.nullable() })
    .nullable(),
  readings: z.array(level.unwrap().extend({ indicator })),
  /** To this question, the first one first. */
  answers: z.array(questionAnswer),
  /** To the same question when other readings, or another number, raised it. */
  earlier: z.array(questionAnswer),
});
export type QuestionEntry = z.infer<typeof questionEntry>;

/**
 * What the checks raise at a visit. The visit before is each household's own: the last one before
 * the day that the household was last read, so that a call at one house takes no question from another.
 */
export function questionsAt(
  record: Questioned,
  at: Visit,
  { line, income }: IncomeRules = usualRules(record, at.on),
): DataQuestion[] {
  const lastRead = new Map<string, Day>();
  for (const { subject, trueOn } of standing(record.readings)) {
    const known = lastRead.get(subject.id);
    if (trueOn <= at.on && (known === undefined || known < trueOn)) lastRead.set(subject.id, trueOn);
  }
  const visits = visitsInOrder(record);
  const taken = new Map<Visit, Snapshot>();
  const beforeOf = (householdId: string): Snapshot | null => {
    const read = lastRead.get(householdId) ?? at.on;
    const visit = visits.findLast((v) => v.on < read);
    if (!visit) return null;
    const snapshot = taken.get(visit) ?? snapshotOf(record, visit);
    taken.set(visit, snapshot);
    return snapshot;
  };
  return villageQuestions(record, { at: snapshotOf(record, at), before: null, line, income }, beforeOf);
}

interface Gone {
  question: DataQuestion;
  since: Day | null;
  readingId: string | null;
  visitId: string | null;
}

/** The same matter may be asked about more sharply: then it is not gone. */
const bluntly = ({ key }: DataQuestion): string =>
  matterOf(key).replace(/^educationMetOutOfSchool\//, 'outOfSchool/');

/**
 * What was a question and is none any more at a visit: raised at the visit before it, or raised at
 * this one until somebody corrected a reading.
 */
function goneQuestions(record: Questioned, at: Visit, now: readonly DataQuestion[]): Gone[] {
  const raised = new Set(now.map(bluntly));
  const gone = new Map<string, Gone>();
  const before = visitsInOrder(record).findLast((v) => byVisitOrder(v, at) < 0);
  for (const question of before ? questionsAt(record, before) : []) {
    // Of the village at that visit: the next visit asks for itself.
    if (raised.has(bluntly(question)) || question.subject.kind === 'village') continue;
    gone.set(question.key, { question, since: at.on, readingId: null, visitId: at.id });
  }
  for (const { question, correction } of corrected(record, at)) {
    if (raised.has(bluntly(question))) continue;
    const { id: readingId, recordedOn } = correction;
    gone.set(question.key, { question, since: recordedOn, readingId, visitId: null });
  }
  for (const h of record.households.filter((one) => isInRegister(one, at.on)))
    for (const { question, since } of mendedCertificates(h))
      gone.set(question.key, { question, since, readingId: null, visitId: null });
  return [...gone.values()];
}

/** The questions that each correction took away, in order of recording. */
function corrected(record: Questioned, at: Visit): { question: DataQuestion; correction: Reading }[] {
  const corrections = record.readings
    .filter((r) => r.supersedes && r.sequence > at.sequence)
    .toSorted((a, b) => a.sequence - b.sequence);
  const touched = new Set(corrections.map(({ subject }) => subject.id));
  const readings = grouped(
    record.readings.filter(({ subject }) => touched.has(subject.id)),
    ({ subject }) => subject.id,
  );
  return corrections.flatMap((correction) => {
    const { subject, sequence } = correction;
    const households = record.households.filter((h) => h.id === subject.id);
    const known = readings.get(subject.id) ?? [];
    const asked = (last: number) =>
      questionsAt({ ...record, households, readings: known.filter((r) => r.sequence <= last) }, at);
    const after = new Set(asked(sequence).map(({ key }) => key));
    return asked(sequence - 1)
      .filter(({ key }) => !after.has(key))
      .map((question) => ({ question, correction }));
  });
}

/** Every question of a village, or of one household, at a visit: those of now, then those that are none any more. */
export function questionEntries(
  record: Questioned,
  answers: readonly QuestionAnswer[],
  at: Visit,
): QuestionEntry[] {
  const readings = new Map(record.readings.map((r) => [r.id, r]));
  const given = answersByOccurrence(answers);
  const byMatter = grouped(
    answers.toSorted((a, b) => a.sequence - b.sequence),
    ({ key }) => matterOf(key),
  );
  const now = questionsAt(record, at);
  const gone = goneQuestions(record, at, now);
  const entry = (question: DataQuestion, wasGone: QuestionEntry['gone']): QuestionEntry => {
    const own = given.get(occurrenceOf(question)) ?? [];
    return {
      question,
      state: wasGone ? 'gone' : stateAfter(own),
      gone: wasGone,
      readings: question.readingIds.flatMap((one) => levelsIn(readings.get(one))),
      answers: own,
      earlier: (byMatter.get(matterOf(question.key)) ?? []).filter((answer) => !own.includes(answer)),
    };
  };
  const told = new Set([...now, ...gone.map(({ question }) => question)].map(({ key }) => matterOf(key)));
  // What was answered at visits further back stays in the record.
  const past = [...byMatter]
    .filter(([matter]) => !told.has(matter))
    .flatMap(([, list]) => pastQuestion(record, list));
  return [
    ...now.map((question) => entry(question, null)),
    ...gone.map(({ question, since, readingId, visitId }) => entry(question, { since, readingId, visitId })),
    ...past.map((question) => entry(question, { since: null, readingId: null, visitId: null })),
  ];
}

/** As far as it can be told again from its answers: without figures. */
function pastQuestion(record: Questioned, answers: readonly QuestionAnswer[]): DataQuestion[] {
  const last = answers.at(-1);
  const parts = last && partsOfKey(last.key);
  if (!last || !parts) return [];
  const { code, subjectId, rest, nth } = parts;
  if (subjectId === record.village.id) {
    return [
      questionOf(code, 'village', subjectId, {
        ...(rest !== null && { about: rest }),
        readingIds: last.readingIds,
      }),
    ];
  }
  return [questionOf(code, 'household', subjectId, { memberId: rest, nth, readingIds: last.readingIds })];
}

const levelsIn = (r: Reading | undefined): QuestionEntry['readings'] =>
  r
    ? [
        {
          indicator: r.indicator,
          readingId: r.id,
          value: r.value,
          trueOn: r.trueOn,
          evidence: r.evidence,
          corrected: r.supersedes !== undefined,
        },
      ]
    : [];

function grouped<T>(all: readonly T[], by: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
