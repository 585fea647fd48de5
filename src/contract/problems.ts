import { z } from 'zod';

/**
 * Every way the API says no: a stable code, its HTTP status, and the field of
 * the request it is about. Words for people are made in the dashboard.
 */
const field = z.object({ field: z.string() });

export const notFound = {
  VILLAGE_NOT_FOUND: { status: 404 },
  VISIT_NOT_FOUND: { status: 404 },
  HOUSEHOLD_NOT_FOUND: { status: 404 },
  PROJECT_NOT_FOUND: { status: 404 },
  READING_NOT_FOUND: { status: 404 },
} as const;

export const visitRefusals = {
  VISIT_IN_FUTURE: { status: 422, data: field },
  VISIT_BEFORE_REGISTRATION: { status: 422, data: field },
  UNKNOWN_HOUSEHOLD: { status: 422, data: field },
  UNKNOWN_PROJECT: { status: 422, data: field },
  UNKNOWN_SUBJECT: { status: 422, data: field },
  WRONG_SUBJECT_FOR_INDICATOR: { status: 422, data: field },
  DUPLICATE_READING: { status: 422, data: field },
  COMMITMENT_OF_ANOTHER_VILLAGE: { status: 422, data: field },
  COMMITMENT_CLOSED: { status: 422, data: field },
  VERDICT_BEFORE_COMMITMENT: { status: 422, data: field },
  DUE_BEFORE_VISIT: { status: 422, data: field },
  VISIT_ID_TAKEN: { status: 409 },
  ID_TAKEN: { status: 409, data: field },
} as const;

export const correctionRefusals = {
  VALUE_NOT_POSSIBLE: { status: 422, data: field },
  NOTHING_CHANGED: { status: 422, data: field },
  ALREADY_CORRECTED: { status: 409 },
  CORRECTION_ID_TAKEN: { status: 409 },
} as const;

export const pairRefusals = {
  PAIR_OUT_OF_ORDER: { status: 422, data: field },
  TOO_FEW_VISITS: { status: 422 },
} as const;

/** Codes that any endpoint may answer with. */
export const generalCodes = [
  'MALFORMED_JSON',
  'BAD_REQUEST',
  'NOT_FOUND',
  'UNAUTHORIZED',
  'PAYLOAD_TOO_LARGE',
  'INTERNAL_SERVER_ERROR',
] as const;

export type ProblemCode =
  | keyof typeof notFound
  | keyof typeof visitRefusals
  | keyof typeof correctionRefusals
  | keyof typeof pairRefusals
  | (typeof generalCodes)[number];
