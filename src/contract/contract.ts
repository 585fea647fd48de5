import { oc } from '@orpc/contract';
import { z } from 'zod';
import { day } from '#src/domain/day.ts';
import { householdRow } from '#src/domain/household-list.ts';
import { id } from '#src/domain/id.ts';
import { contactPointSummary } from '#src/domain/overview.ts';
import { progress } from '#src/domain/progress.ts';
import { correction, reading } from '#src/domain/reading.ts';
import {
  householdRecord,
  projectRecord,
  readingHistory,
  villagePage,
  visitRecord,
  visitSheet,
} from '#src/domain/records.ts';
import { bilingual } from '#src/domain/text.ts';
import { visitDraft } from '#src/domain/visit.ts';
import { correctionRefusals, notFound, pairRefusals, visitRefusals } from './problems.ts';

const pair = { from: id.optional(), to: id.optional() };

/** What the service is: its today, who is asking, and whether everything in it is sample data. */
const about = z.strictObject({
  today: day,
  sample: z.boolean(),
  actor: z.strictObject({ name: bilingual, role: bilingual }),
});

const visitReceipt = z.strictObject({ visitId: id, villageId: id, recordedOn: day, sequence: z.int() });

/** The whole API: method, path, input, output and refusals of each endpoint. */
export const contract = {
  about: oc.route({ method: 'GET', path: '/about' }).output(about),

  contactPoints: oc.route({ method: 'GET', path: '/contact-points' }).output(z.array(contactPointSummary)),

  village: oc
    .route({ method: 'GET', path: '/villages/{villageId}' })
    .input(z.object({ villageId: id }))
    .output(villagePage)
    .errors({ VILLAGE_NOT_FOUND: notFound.VILLAGE_NOT_FOUND }),

  /** Without `from` and `to`: the last two visits. */
  progress: oc
    .route({ method: 'GET', path: '/villages/{villageId}/progress' })
    .input(z.object({ villageId: id, ...pair, knownOn: day.optional() }))
    .output(progress)
    .errors({
      VILLAGE_NOT_FOUND: notFound.VILLAGE_NOT_FOUND,
      VISIT_NOT_FOUND: notFound.VISIT_NOT_FOUND,
      ...pairRefusals,
    }),

  /** All of a village's households; the filters run on the reader's device, so they work without a signal. */
  households: oc
    .route({ method: 'GET', path: '/villages/{villageId}/households' })
    .input(z.object({ villageId: id, ...pair }))
    .output(z.strictObject({ rows: z.array(householdRow), from: day.nullable(), to: day.nullable() }))
    .errors({
      VILLAGE_NOT_FOUND: notFound.VILLAGE_NOT_FOUND,
      VISIT_NOT_FOUND: notFound.VISIT_NOT_FOUND,
      PAIR_OUT_OF_ORDER: pairRefusals.PAIR_OUT_OF_ORDER,
    }),

  household: oc
    .route({ method: 'GET', path: '/households/{householdId}' })
    .input(z.object({ householdId: id }))
    .output(householdRecord)
    .errors({ HOUSEHOLD_NOT_FOUND: notFound.HOUSEHOLD_NOT_FOUND }),

  projects: oc
    .route({ method: 'GET', path: '/villages/{villageId}/projects' })
    .input(z.object({ villageId: id }))
    .output(z.array(projectRecord))
    .errors({ VILLAGE_NOT_FOUND: notFound.VILLAGE_NOT_FOUND }),

  project: oc
    .route({ method: 'GET', path: '/projects/{projectId}' })
    .input(z.object({ projectId: id }))
    .output(projectRecord)
    .errors({ PROJECT_NOT_FOUND: notFound.PROJECT_NOT_FOUND }),

  visit: oc
    .route({ method: 'GET', path: '/visits/{visitId}' })
    .input(z.object({ visitId: id }))
    .output(visitRecord)
    .errors({ VISIT_NOT_FOUND: notFound.VISIT_NOT_FOUND }),

  readingHistory: oc
    .route({ method: 'GET', path: '/readings/{readingId}' })
    .input(z.object({ readingId: id }))
    .output(readingHistory)
    .errors({ READING_NOT_FOUND: notFound.READING_NOT_FOUND }),

  visitSheet: oc
    .route({ method: 'GET', path: '/villages/{villageId}/visit-sheet' })
    .input(z.object({ villageId: id }))
    .output(visitSheet)
    .errors({ VILLAGE_NOT_FOUND: notFound.VILLAGE_NOT_FOUND }),

  /** The id is made on the device: the same visit sent again gets the same receipt. */
  recordVisit: oc
    .route({ method: 'PUT', path: '/visits/{visitId}' })
    .input(visitDraft.extend({ visitId: id }))
    .output(visitReceipt)
    .errors({ VILLAGE_NOT_FOUND: notFound.VILLAGE_NOT_FOUND, ...visitRefusals }),

  correctReading: oc
    .route({ method: 'POST', path: '/readings/{readingId}/corrections', successStatus: 201 })
    .input(correction.extend({ readingId: id }))
    .output(reading)
    .errors({ READING_NOT_FOUND: notFound.READING_NOT_FOUND, ...correctionRefusals }),
};
