import { z } from 'zod';
import { actor } from '#src/domain/account.ts';
import { auditAction, auditCursor, auditEntry, look } from '#src/domain/audit.ts';
import { day } from '#src/domain/day.ts';
import { householdRow } from '#src/domain/household-list.ts';
import { id } from '#src/domain/id.ts';
import { identifierRef } from '#src/domain/identifier.ts';
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
import { review, reviewDraft } from '#src/domain/review.ts';
import { required, TEXT_LIMITS } from '#src/domain/text.ts';
import { visitDraft } from '#src/domain/visit.ts';
import { accountsContract } from './accounts-contract.ts';
import { epoch, receipted } from './receipt.ts';
import { nothing, route } from './route.ts';
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

export const visitReceipt = z.strictObject({
  visitId: id,
  villageId: id,
  recordedOn: day,
  sequence: z.int(),
  ...receipted,
});

/** A page of the audit trail is this long at most. */
export const AUDIT_PAGE = 100;

/** The whole API: method, path, who may, input, output and refusals of each endpoint. */
export const contract = {
  about: route('anyone', { method: 'GET', path: '/about' }).input(nothing).output(about),

  contactPoints: route('viewVillage', { method: 'GET', path: '/contact-points' })
    .input(nothing)
    .output(z.array(contactPointSummary)),

  village: route('viewVillage', { method: 'GET', path: '/villages/{villageId}' })
    .input(z.strictObject({ villageId: id }))
    .output(villagePage)
    .errors({ VILLAGE_NOT_FOUND }),

  /** Without `from` and `to`: the last two visits. */
  progress: route('viewVillage', { method: 'GET', path: '/villages/{villageId}/progress' })
    .input(z.strictObject({ villageId: id, ...pair, knownOn: day.optional() }))
    .output(progress)
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, ...pairRefusals }),

  /** All of a village's households; the filters run on the reader's device, so they work without a signal. */
  households: route('viewHousehold', { method: 'GET', path: '/villages/{villageId}/households' })
    .input(z.strictObject({ villageId: id, ...pair }))
    .output(z.strictObject({ rows: z.array(householdRow), from: day.nullable(), to: day.nullable() }))
    .errors({ VILLAGE_NOT_FOUND, VISIT_NOT_FOUND, PAIR_OUT_OF_ORDER: pairRefusals.PAIR_OUT_OF_ORDER }),

  /** Opening a record is written down: see `looks`. */
  household: route('viewHousehold', { method: 'GET', path: '/households/{householdId}' })
    .input(z.strictObject({ householdId: id }))
    .output(householdRecord)
    .errors({ HOUSEHOLD_NOT_FOUND }),

  /** Who has looked at the record, the last look first. */
  looks: route('viewLooks', { method: 'GET', path: '/households/{householdId}/looks' })
    .input(z.strictObject({ householdId: id }))
    .output(z.array(look))
    .errors({ HOUSEHOLD_NOT_FOUND }),

  /** Shows one identifier in the clear; the reason is written down. */
  unmaskIdentifier: route('unmaskIdentifier', {
    method: 'POST',
    path: '/households/{householdId}/members/{memberId}/identifiers/{kind}/unmask',
  })
    .input(identifierRef.extend({ reason: required(TEXT_LIMITS.line) }))
    .output(z.strictObject({ value: z.string(), seconds: z.int() }))
    .errors({ HOUSEHOLD_NOT_FOUND, ...identifierRefusals }),

  recordIdentifier: route('recordIdentifier', {
    method: 'PUT',
    path: '/households/{householdId}/members/{memberId}/identifiers/{kind}',
  })
    .input(
      identifierRef.extend({
        value: z.string().trim().min(1, { error: 'required' }).max(40, { error: 'tooLong' }),
        reason: required(TEXT_LIMITS.line),
      }),
    )
    .output(z.strictObject({ mask: z.string() }))
    .errors({ HOUSEHOLD_NOT_FOUND, ...identifierRefusals }),

  projects: route('viewVillage', { method: 'GET', path: '/villages/{villageId}/projects' })
    .input(z.strictObject({ villageId: id }))
    .output(z.array(projectRecord))
    .errors({ VILLAGE_NOT_FOUND }),

  project: route('viewVillage', { method: 'GET', path: '/projects/{projectId}' })
    .input(z.strictObject({ projectId: id }))
    .output(projectRecord)
    .errors({ PROJECT_NOT_FOUND: notFound.PROJECT_NOT_FOUND }),

  visit: route('viewVillage', { method: 'GET', path: '/visits/{visitId}' })
    .input(z.strictObject({ visitId: id }))
    .output(visitRecord)
    .errors({ VISIT_NOT_FOUND }),

  readingHistory: route('viewVillage', { method: 'GET', path: '/readings/{readingId}' })
    .input(z.strictObject({ readingId: id }))
    .output(readingHistory)
    .errors({ READING_NOT_FOUND: notFound.READING_NOT_FOUND }),

  visitSheet: route('recordVisit', { method: 'GET', path: '/villages/{villageId}/visit-sheet' })
    .input(z.strictObject({ villageId: id }))
    .output(visitSheet)
    .errors({ VILLAGE_NOT_FOUND }),

  /** The id is made on the device: the same visit sent again gets the same receipt. */
  recordVisit: route('recordVisit', { method: 'PUT', path: '/visits/{visitId}' })
    .input(visitDraft.extend({ visitId: id }))
    .output(visitReceipt)
    .errors({ VILLAGE_NOT_FOUND, ...visitRefusals }),

  correctReading: route('correctReading', {
    method: 'POST',
    path: '/readings/{readingId}/corrections',
    successStatus: 201,
  })
    .input(correction.extend({ readingId: id }))
    .output(reading.extend(receipted))
    .errors({ READING_NOT_FOUND: notFound.READING_NOT_FOUND, ...correctionRefusals }),

  /** An office accepts a visit or sends it back with a reason. */
  reviewVisit: route('reviewVisit', { method: 'POST', path: '/visits/{visitId}/reviews', successStatus: 201 })
    .input(reviewDraft.extend({ visitId: id, outcome: z.enum(['accepted', 'sentBack']) }))
    .output(review.extend(receipted))
    .errors({ VISIT_NOT_FOUND, ...reviewRefusals }),

  /** The village says what it mended in a visit that was sent back. */
  answerReview: route('answerReview', {
    method: 'POST',
    path: '/visits/{visitId}/answers',
    successStatus: 201,
  })
    .input(reviewDraft.omit({ outcome: true }).extend({ visitId: id }))
    .output(review.extend(receipted))
    .errors({ VISIT_NOT_FOUND, ...reviewRefusals }),

  /** The audit trail below the auditor's places, the newest first; `before` pages on. */
  audit: route('viewAudit', { method: 'GET', path: '/audit' })
    .input(
      z.strictObject({
        villageId: id.optional(),
        action: auditAction.optional(),
        actorId: id.optional(),
        before: auditCursor.optional(),
      }),
    )
    .output(z.strictObject({ entries: z.array(auditEntry), next: z.string().nullable() })),

  ...accountsContract,
};
