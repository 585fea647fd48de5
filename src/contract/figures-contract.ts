import { z } from 'zod';
import { day } from '#src/domain/day.ts';
import { whyCodes } from '#src/domain/decompose.ts';
import { figureCodes } from '#src/domain/figure-code.ts';
import { figureExplanation } from '#src/domain/figure-explanation.ts';
import { id } from '#src/domain/id.ts';
import { ledger } from '#src/domain/ledger.ts';
import { measuresBetween } from '#src/domain/measures-between.ts';
import { place } from '#src/domain/place.ts';
import { placeMeasures } from '#src/domain/place-measures.ts';
import { householdsProgress, progress } from '#src/domain/progress.ts';
import { cutoffChoice, ruleChoice } from '#src/domain/rule-choice.ts';
import { chosen, whyAnswer, whyHouseholds } from '#src/domain/why-answer.ts';
import { explained } from '#src/domain/why-changed.ts';
import { leftBehindContract } from './left-behind-contract.ts';
import { notFound, pairRefusals } from './problems.ts';
import { route } from './route.ts';

const pair = { from: id.optional(), to: id.optional() };
const { VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, HOUSEHOLD_NOT_FOUND } = notFound;

/** What is computed of villages: between two visits, over many villages, and of what was promised. */
export const figuresContract = {
  /** Without `from` and `to`: the last two visits. */
  progress: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}/progress',
    summary: 'Compares a village at two visits, the last two unless others are named.',
  })
    .input(z.strictObject({ villageId: id, ...pair, knownOn: day.optional() }))
    .output(progress)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),

  /** Beside `progress`, which a phone shows first: of thousands of households this is megabytes. */
  householdsProgress: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}/progress/households',
    summary:
      'Compares each household of a village at two visits: its guarantees with their readings, its income, how it was called at.',
  })
    .input(z.strictObject({ villageId: id, ...pair, knownOn: day.optional() }))
    .output(householdsProgress)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),

  /** Without `from` and `to`: the last two visits. Who is behind a reason is asked for with `whyHouseholds`. */
  why: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}/why',
    summary:
      'Says why each level of a village changed between two visits: parts that add up to the change, under the rules that it names.',
  })
    .input(chosen.extend({ villageId: id, ...pair }))
    .output(whyAnswer)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),

  whyHouseholds: route('viewHousehold', {
    method: 'GET',
    path: '/villages/{villageId}/why/households',
    summary: 'Lists the households behind the reasons why one level changed, each with its share.',
  })
    .input(
      chosen.extend({
        villageId: id,
        ...pair,
        what: z.enum(explained, { error: 'notACode' }),
        part: z.enum(whyCodes, { error: 'notACode' }).optional(),
      }),
    )
    .output(whyHouseholds)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),

  /** `series` and `income` choose the rules that incomes are measured by, `k` from how many guarantees not met on a household is poor. */
  measures: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}/measures',
    summary:
      'Measures poverty in a village at two visits by chosen rules, with what unknowns leave open, and tells who moved between the states of the register.',
  })
    .input(
      z.strictObject({ villageId: id, ...pair, knownOn: day.optional(), ...ruleChoice, k: cutoffChoice }),
    )
    .output(measuresBetween)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),

  /**
   * Without `place`: everything that the asker sees. One row a village, computed where the records lie. `on` leaves
   * out the visits after that day, so that a question of today can be asked again.
   */
  placeMeasures: route('viewVillage', {
    method: 'GET',
    path: '/measures',
    summary:
      'Measures poverty by income and counts the registered poor of each village within a place, at its last visit, and of all of them together.',
  })
    .input(z.strictObject({ place: place.optional(), on: day.optional(), ...ruleChoice }))
    .output(placeMeasures),

  /**
   * The same pair, day of knowledge and rules give the same figure, down to its readings.
   * `householdId` says of whom `householdIncome` is; `seriesFrom` and `incomeFrom` are for `why.…` alone.
   */
  explainFigure: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}/figures/{code}',
    summary:
      'Tells how one figure of a village came to be: its terms, the readings behind each part, and what nobody knows.',
  })
    .input(
      z.strictObject({
        villageId: id,
        code: z.enum(figureCodes),
        ...pair,
        knownOn: day.optional(),
        ...ruleChoice,
        seriesFrom: ruleChoice.series,
        incomeFrom: ruleChoice.income,
        k: cutoffChoice,
        householdId: id.optional(),
      }),
    )
    .output(figureExplanation)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, HOUSEHOLD_NOT_FOUND, ...pairRefusals }),

  /** Whole, like the list of households: its filters run on the reader's device. */
  commitments: route('viewVillage', {
    method: 'GET',
    path: '/commitments',
    summary:
      'Lists what was promised in the villages that the asker may see, or in one: its state today, every verdict, and what shows it.',
  })
    .input(z.strictObject({ villageId: id.optional() }))
    .output(ledger)
    .errors({ VILLAGE_NOT_FOUND }),

  ...leftBehindContract,
};
