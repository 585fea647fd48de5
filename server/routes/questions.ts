import { contentHash } from '#src/domain/content-hash.ts';
import {
  answersByOccurrence,
  occurrenceOf,
  partsOfKey,
  questionAnswerIn,
  stateAfter,
  type QuestionAnswer,
} from '#src/domain/data-questions.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import { questionEntries } from '#src/domain/question-list.ts';
import { householdRefOf } from '#src/domain/records.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { api } from '../authorize.ts';
import { actOf } from './act-of.ts';
import { clockFacts } from './clock-facts.ts';
import { pairOf } from './pair-of.ts';

export const dataQuestions = api.dataQuestions.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { to } = pairOf(record, { to: input.at });
  if (to === undefined) throw errors.VISIT_NOT_FOUND();
  const entries = to ? questionEntries(record, record.questionAnswers, to) : [];
  const asked = new Set(entries.map(({ question }) => question.subject.id));
  const about = new Set(entries.map(({ question }) => question.memberId));
  const households = record.households.filter((h) => asked.has(h.id));
  return {
    visit: to && { id: to.id, on: to.on },
    entries,
    households: households.map(householdRefOf),
    members: households
      .flatMap((h) => h.members)
      .filter((m) => about.has(m.id))
      .map(({ id, name }) => ({ id, name })),
  };
});

/** What the question is about, or null where the village has no such thing. */
function subjectOf(record: VillageRecord, key: string): { kind: 'village' | 'household'; id: string } | null {
  const subjectId = partsOfKey(key)?.subjectId;
  if (subjectId === record.village.id) return { kind: 'village', id: subjectId };
  const household = record.households.find((h) => h.id === subjectId);
  return household ? { kind: 'household', id: household.id } : null;
}

/**
 * An answer is only ever added. It is taken to any question that the record could have raised: what
 * was asked when it was typed, without a signal perhaps, may have been mended since.
 */
export const answerDataQuestion = api.answerDataQuestion.handler(async ({ input, context, errors }) => {
  const { store, stores, actor, today } = context;
  const { villageId, ...said } = input;
  const record = await store.villageRecord(villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const place = placeOf(record.village);
  const subject = subjectOf(record, said.key);
  if (!subject) throw errors.UNKNOWN_SUBJECT({ data: { field: 'key' } });
  if (!record.questionAnswers.some(({ id }) => id === said.id)) {
    if (said.outcome === 'answered' && !may(actor, 'tellFinding', place)) {
      throw errors.OUTCOME_NOT_ALLOWED({ data: { field: 'outcome' } });
    }
    const there = new Set(record.readings.map(({ id }) => id));
    if (!said.readingIds.every((one) => there.has(one))) {
      throw errors.UNKNOWN_READING({ data: { field: 'readingIds' } });
    }
    if (said.outcome === 'reopened' && isOpen(record.questionAnswers, said)) {
      throw errors.QUESTION_OPEN({ data: { field: 'outcome' } });
    }
  }
  const act = actOf(context, 'answerDataQuestion', {
    place,
    subject,
    householdId: subject.kind === 'household' ? subject.id : null,
    // What was found at a household is told in its words: they stand in the record alone.
    reason: said.outcome === 'answered' ? null : said.reason,
    after: {
      question: partsOfKey(said.key)?.code ?? said.key,
      questionOutcome: said.outcome,
      answerId: said.id,
      ...clockFacts(context),
    },
  });
  const given = { ...said, recordedOn: today, recordedBy: actor.name, source: null };
  const recorded = await store.recordQuestionAnswer(villageId, given, act);
  if (recorded.outcome === 'conflict') throw errors.ANSWER_ID_TAKEN();
  const { answer } = recorded;
  return { ...answer, hash: await contentHash(questionAnswerIn(answer)), epoch: await stores.epoch() };
});

const isOpen = (answers: readonly QuestionAnswer[], asked: Parameters<typeof occurrenceOf>[0]): boolean =>
  stateAfter(answersByOccurrence(answers).get(occurrenceOf(asked))) === 'open';
