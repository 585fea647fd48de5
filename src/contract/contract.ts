import { z } from 'zod';
import { actor } from '#src/domain/account.ts';
import { auditAction, auditCursor, auditEntry, look } from '#src/domain/audit.ts';
import { day } from '#src/domain/day.ts';
import { householdRow } from '#src/domain/household-list.ts';
import { id } from '#src/domain/id.ts';
import { identifierRef } from '#src/domain/identifier.ts';
import { contactPointSummary } from '#src/domain/overview.ts';
import { correction, reading } from '#src/domain/reading.ts';
import {
  householdRecord,
  projectRecord,
  readingHistory,
  villagePage,
  visitRecord,
  visitSheet,
} from '#src/domain/records.ts';
import { review, reviewDraft } from '#src/domain/review.ts';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { visitDraft } from '#src/domain/visit.ts';
import { accountsContract } from './accounts-contract.ts';
import { exitContract } from './exit-contract.ts';
import { figuresContract } from './figures-contract.ts';
import { photosContract } from './photos-contract.ts';
import { epoch, receipted } from './receipt.ts';
import { questionsContract } from './questions-contract.ts';
import { nothing, route } from './route.ts';
import { visitReceipt } from './visit-receipt.ts';
import {
  correctionRefusals,
  identifierRefusals,
  notFound,
  pairRefusals,
  reviewRefusals,
  visitRefusals,
} from './problems.ts';

const pair = { from: id.optional(), to: id.optional() };
const { VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, HOUSEHOLD_NOT_FOUND } = notFound;

/**
 * What the service is: its today, who is asking (null: nobody known), whether everything
 * in it is sample data, and the epoch of its data.
 */
const about = z.strictObject({ today: day, sample: z.boolean(), actor: actor.nullable(), epoch });

/** A page of the audit trail is this long at most. */
export const AUDIT_PAGE = 100;

/** The whole API: method, path, who may, input, output and refusals of each endpoint. */
export const contract = {
  about: route('anyone', {
    method: 'GET',
    path: '/about',
    summary: 'Says what the service is: its today, who is asking, and whether its data are a sample.',
  })
    .input(nothing)
    .output(about),

  contactPoints: route('viewVillage', {
    method: 'GET',
    path: '/contact-points',
    summary: 'Lists the villages that the asker may see, each with its contact point and what is due.',
  })
    .input(nothing)
    .output(z.array(contactPointSummary)),

  village: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}',
    summary: 'Shows a village with its visits, commitments, projects and reviews.',
  })
    .input(z.strictObject({ villageId: id }))
    .output(villagePage)
    .errors({ VILLAGE_NOT_FOUND }),

  /** All of a village's households; the filters run on the reader's device, so they work without a signal. */
  households: route('viewHousehold', {
    method: 'GET',
    path: '/villages/{villageId}/households',
    summary: 'Lists all households of a village as they were at the second of two visits.',
  })
    .input(z.strictObject({ villageId: id, ...pair }))
    .output(z.strictObject({ rows: z.array(householdRow), from: day.nullable(), to: day.nullable() }))
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, PAIR_OUT_OF_ORDER: pairRefusals.PAIR_OUT_OF_ORDER }),

  /** Opening a record is written down: see `looks`. */
  household: route('viewHousehold', {
    method: 'GET',
    path: '/households/{householdId}',
    summary:
      'Shows all that is recorded of one household, superseded readings included; the look is written down.',
  })
    .input(z.strictObject({ householdId: id }))
    .output(householdRecord)
    .errors({ HOUSEHOLD_NOT_FOUND }),

  /**
   * All that the records of a village's households hold, some hundreds at a time, to be read without a
   * network. `village` has the rest of each record; taking them along is written down: see `looks`.
   */
  householdRecords: route('viewHousehold', {
    method: 'GET',
    path: '/villages/{villageId}/household-records',
    summary:
      "Gives the records of a village's households page by page, to be read without a network; it is written down.",
  })
    .input(z.strictObject({ villageId: id, after: id.optional() }))
    .output(
      z.strictObject({
        records: z.array(householdRecord.omit({ village: true, visits: true })),
        total: z.int(),
        next: id.nullable(),
      }),
    )
    .errors({ VILLAGE_NOT_FOUND }),

  /** Who has looked at the record, the last look first. */
  looks: route('viewLooks', {
    method: 'GET',
    path: '/households/{householdId}/looks',
    summary: "Lists who has looked at a household's record, the last look first.",
  })
    .input(z.strictObject({ householdId: id }))
    .output(z.array(look))
    .errors({ HOUSEHOLD_NOT_FOUND }),

  /** Shows one identifier in the clear; the reason is written down. */
  unmaskIdentifier: route('unmaskIdentifier', {
    method: 'POST',
    path: '/households/{householdId}/members/{memberId}/identifiers/{kind}/unmask',
    summary: 'Shows one identifier of one person in the clear; the reason is written down.',
  })
    .input(identifierRef.extend({ reason: required(TEXT_LIMITS.line) }))
    .output(z.strictObject({ value: z.string(), seconds: z.int() }))
    .errors({ HOUSEHOLD_NOT_FOUND, ...identifierRefusals }),

  recordIdentifier: route('recordIdentifier', {
    method: 'PUT',
    path: '/households/{householdId}/members/{memberId}/identifiers/{kind}',
    summary: 'Records an identifier of a person, of which only a mask is shown from then on.',
  })
    .input(
      identifierRef.extend({
        value: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'tooLong' }),
        reason: required(TEXT_LIMITS.line),
      }),
    )
    .output(z.strictObject({ mask: z.string() }))
    .errors({ HOUSEHOLD_NOT_FOUND, ...identifierRefusals }),

  projects: route('viewVillage', {
    method: 'GET',
    path: '/villages/{villageId}/projects',
    summary: "Lists a village's projects with their readings and commitments.",
  })
    .input(z.strictObject({ villageId: id }))
    .output(z.array(projectRecord))
    .errors({ VILLAGE_NOT_FOUND }),

  project: route('viewVillage', {
    method: 'GET',
    path: '/projects/{projectId}',
    summary: 'Shows one project with its visits, readings, beneficiaries and commitments.',
  })
    .input(z.strictObject({ projectId: id }))
    .output(projectRecord)
    .errors({ PROJECT_NOT_FOUND: notFound.PROJECT_NOT_FOUND }),

  visit: route('viewVillage', {
    method: 'GET',
    path: '/visits/{visitId}',
    summary: 'Shows one visit with what was read, promised and reviewed.',
  })
    .input(z.strictObject({ visitId: id }))
    .output(visitRecord)
    .errors({ VISIT_NOT_FOUND }),

  readingHistory: route('viewVillage', {
    method: 'GET',
    path: '/readings/{readingId}',
    summary:
      'Shows every reading of one indicator of one subject, so that a figure can be followed to its sources.',
  })
    .input(z.strictObject({ readingId: id }))
    .output(readingHistory)
    .errors({ READING_NOT_FOUND: notFound.READING_NOT_FOUND }),

  visitSheet: route('recordVisit', {
    method: 'GET',
    path: '/villages/{villageId}/visit-sheet',
    summary:
      "Gives what a visit's form is prefilled with: the standing value of everything that can be read, and what is owed.",
  })
    .input(z.strictObject({ villageId: id }))
    .output(visitSheet)
    .errors({ VILLAGE_NOT_FOUND }),

  /** The id is made on the device: the same visit sent again gets the same receipt. */
  recordVisit: route('recordVisit', {
    method: 'PUT',
    path: '/visits/{visitId}',
    summary:
      'Records a whole visit under an id made by the sender; the same visit sent again gets the same receipt.',
  })
    .input(visitDraft.extend({ visitId: id }))
    .output(visitReceipt)
    .errors({ VILLAGE_NOT_FOUND, ...visitRefusals }),

  correctReading: route('correctReading', {
    method: 'POST',
    path: '/readings/{readingId}/corrections',
    summary: 'Records a reading that supersedes another one, with a reason; nothing is overwritten.',
    successStatus: 201,
  })
    .input(correction.extend({ readingId: id }))
    .output(reading.extend(receipted))
    .errors({ READING_NOT_FOUND: notFound.READING_NOT_FOUND, ...correctionRefusals }),

  /** An office accepts a visit or sends it back with a reason. */
  reviewVisit: route('reviewVisit', {
    method: 'POST',
    path: '/visits/{visitId}/reviews',
    summary: 'Accepts a visit, or sends it back with a reason.',
    successStatus: 201,
  })
    .input(reviewDraft.extend({ visitId: id, outcome: z.enum(['accepted', 'sentBack']) }))
    .output(review.extend(receipted))
    .errors({ VISIT_NOT_FOUND, ...reviewRefusals }),

  /** The village says what it mended in a visit that was sent back. */
  answerReview: route('answerReview', {
    method: 'POST',
    path: '/visits/{visitId}/answers',
    summary: 'Says what was mended in a visit that was sent back.',
    successStatus: 201,
  })
    .input(reviewDraft.omit({ outcome: true }).extend({ visitId: id }))
    .output(review.extend(receipted))
    .errors({ VISIT_NOT_FOUND, ...reviewRefusals }),

  /** The audit trail below the auditor's places, the newest first; `before` pages on. */
  audit: route('viewAudit', {
    method: 'GET',
    path: '/audit',
    summary: 'Lists who did what, the newest first, a hundred entries a page.',
  })
    .input(
      z.strictObject({
        villageId: id.optional(),
        action: auditAction.optional(),
        actorId: id.optional(),
        before: auditCursor.optional(),
      }),
    )
    .output(z.strictObject({ entries: z.array(auditEntry), next: z.string().nullable() })),

  ...figuresContract,
  ...photosContract,
  ...exitContract,
  ...questionsContract,
  ...accountsContract,
};
