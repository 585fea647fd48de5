import { z } from 'zod';
import { questionAnswer, questionAnswerDraft } from '#src/domain/data-questions.ts';
import { day } from '#src/domain/day.ts';
import { id } from '#src/domain/id.ts';
import { questionEntry } from '#src/domain/question-list.ts';
import { householdRef } from '#src/domain/records.ts';
import { bilingual } from '#src/domain/text.ts';
import { notFound, questionRefusals } from './problems.ts';
import { receipted } from './receipt.ts';
import { route } from './route.ts';

const { VILLAGE_NOT_FOUND, VISIT_NOT_FOUND } = notFound;

/** What the checks ask of a village's register, and what people said to it. */
export const questionsContract = {
  dataQuestions: route('viewHousehold', {
    method: 'GET',
    path: '/villages/{villageId}/questions',
    summary:
      'Lists what the checks ask of a village’s register at a visit, the last one unless another is named: open, answered, dismissed, or mended.',
  })
    .input(z.strictObject({ villageId: id, at: id.optional() }))
    .output(
      z.strictObject({
        /** The visit that the register is looked at by; null where there is none yet. */
        visit: z.strictObject({ id, on: day }).nullable(),
        entries: z.array(questionEntry),
        /** Those that are asked about. */
        households: z.array(householdRef),
        members: z.array(z.strictObject({ id, name: bilingual })),
      }),
    )
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND }),

  /** What a person needs for each outcome is asked within: who was not there cannot tell what was found. */
  answerDataQuestion: route('answerDataQuestion', {
    method: 'POST',
    path: '/villages/{villageId}/questions/answers',
    summary:
      'Says what was found about a question, dismisses it, or opens it again; each is added to what was said before.',
    successStatus: 201,
  })
    .input(questionAnswerDraft.extend({ villageId: id }))
    .output(questionAnswer.extend(receipted))
    .errors({ VILLAGE_NOT_FOUND, ...questionRefusals }),
};
