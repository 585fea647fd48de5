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
  PHOTO_NOT_FOUND: { status: 404 },
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
  /** Only what is closed is reopened. */
  COMMITMENT_OPEN: { status: 422, data: field },
  VERDICT_BEFORE_COMMITMENT: { status: 422, data: field },
  DUE_BEFORE_VISIT: { status: 422, data: field },
  /** This kind of visit is not the person's to record. */
  KIND_NOT_ALLOWED: { status: 422, data: field },
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

export const reviewRefusals = {
  REASON_REQUIRED: { status: 422, data: field },
  /** There is nothing to answer: the visit was not sent back. */
  NOT_SENT_BACK: { status: 409 },
  REVIEW_ID_TAKEN: { status: 409 },
} as const;

export const photoRefusals = {
  /** This kind of visit is not the person's to record. */
  KIND_NOT_ALLOWED: { status: 422, data: field },
  /** The visit has as many as it may have. */
  TOO_MANY_PHOTOS: { status: 422 },
  PHOTO_NOT_JPEG: { status: 422 },
  /** Position, device, a comment: anything but the picture. */
  PHOTO_CARRIES_MORE: { status: 422 },
  PHOTO_ID_TAKEN: { status: 409 },
} as const;

export const stepRefusals = {
  /** This step is not the person's to record. */
  STEP_NOT_ALLOWED: { status: 422, data: field },
  STEP_IN_FUTURE: { status: 422, data: field },
  STEP_BEFORE_LAST: { status: 422, data: field },
  /** Another step comes next. */
  STEP_NOT_NEXT: { status: 422, data: field },
  NOTICE_STILL_HANGS: { status: 422, data: field },
  STEP_ID_TAKEN: { status: 409 },
} as const;

export const questionRefusals = {
  /** What was found is for who was there to say. */
  OUTCOME_NOT_ALLOWED: { status: 422, data: field },
  UNKNOWN_SUBJECT: visitRefusals.UNKNOWN_SUBJECT,
  UNKNOWN_READING: { status: 422, data: field },
  /** Only what is closed is opened again. */
  QUESTION_OPEN: { status: 422, data: field },
  ANSWER_ID_TAKEN: { status: 409 },
} as const;

export const identifierRefusals = {
  MEMBER_NOT_FOUND: { status: 404 },
  /** Nothing is recorded that could be shown. */
  IDENTIFIER_UNKNOWN: { status: 404 },
  IDENTIFIER_NOT_POSSIBLE: { status: 422, data: field },
} as const;

export const signInRefusals = {
  /** Name or password is wrong, or the account is disabled: which of them is not told. */
  SIGN_IN_REFUSED: { status: 401 },
  INVITATION_NOT_VALID: { status: 404 },
  /** Among those that a guesser tries first, or with the sign-in name in it. */
  PASSWORD_TOO_COMMON: { status: 422, data: field },
} as const;

export const accountRefusals = {
  ACCOUNT_NOT_FOUND: { status: 404 },
  SESSION_NOT_FOUND: { status: 404 },
  TOKEN_NOT_FOUND: { status: 404 },
  SIGN_IN_NAME_TAKEN: { status: 409, data: field },
  /** Outside the administrator's own places. */
  NOT_YOUR_PLACE: { status: 422, data: field },
  /** The role is not for that kind of place. */
  SEAT_NOT_POSSIBLE: { status: 422, data: field },
  /** Nobody disables or moves their own account: the last way in would be lost. */
  OWN_ACCOUNT: { status: 409 },
} as const;

/** Any endpoint may say these. */
export const generalRefusals = {
  MALFORMED_JSON: { status: 400 },
  /** Fields of the request, as the way to each, and what is wrong there. */
  BAD_REQUEST: {
    status: 400,
    data: z.object({ issues: z.array(z.object({ field: z.string(), code: z.string() })) }).optional(),
  },
  NOT_FOUND: { status: 404 },
  UNAUTHORIZED: { status: 401 },
  /** What is sent belongs to another account than the one that is signed in. */
  OTHER_ACCOUNT: { status: 401 },
  FORBIDDEN: { status: 403 },
  METHOD_NOT_ALLOWED: { status: 405 },
  UNSUPPORTED_MEDIA_TYPE: { status: 415 },
  PAYLOAD_TOO_LARGE: { status: 413 },
  TOO_MANY_REQUESTS: { status: 429 },
  UNAVAILABLE: { status: 503 },
  INTERNAL_SERVER_ERROR: { status: 500 },
} as const;

export type ProblemCode =
  | keyof typeof notFound
  | keyof typeof visitRefusals
  | keyof typeof correctionRefusals
  | keyof typeof pairRefusals
  | keyof typeof reviewRefusals
  | keyof typeof photoRefusals
  | keyof typeof stepRefusals
  | keyof typeof questionRefusals
  | keyof typeof identifierRefusals
  | keyof typeof signInRefusals
  | keyof typeof accountRefusals
  | keyof typeof generalRefusals;
