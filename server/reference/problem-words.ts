import type { ProblemCode } from '#src/contract/problems.ts';

/** What each code means, for whoever writes a program. The dashboard has words of its own. */
export const problemWords: Record<ProblemCode, string> = {
  MALFORMED_JSON: 'The body is no JSON in UTF-8.',
  BAD_REQUEST:
    'Fields of the request are missing, wrong or not known; data.issues names each field with a code.',
  UNAUTHORIZED: 'Nobody known is asking: no session, or a token that is unknown, expired or revoked.',
  OTHER_ACCOUNT: 'The header x-account names another account than the one that asks.',
  FORBIDDEN: 'The role may do this nowhere, or the write comes from another site.',
  NOT_FOUND: 'There is nothing at this address.',
  METHOD_NOT_ALLOWED: 'The address has other methods; the header Allow lists them.',
  PAYLOAD_TOO_LARGE: 'The body is longer than two million bytes.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not application/json in UTF-8.',
  TOO_MANY_REQUESTS: 'Too much from this address or account; Retry-After says how many seconds to wait.',
  INTERNAL_SERVER_ERROR: 'The service has a fault of its own.',
  UNAVAILABLE:
    'The service cannot reach its database; nothing was written. Retry-After says when to try again.',

  VILLAGE_NOT_FOUND: 'No such village, or not within the asker’s places.',
  VISIT_NOT_FOUND: 'No such visit, or not within the asker’s places.',
  HOUSEHOLD_NOT_FOUND: 'No such household, or not within the asker’s places.',
  PROJECT_NOT_FOUND: 'No such project, or not within the asker’s places.',
  READING_NOT_FOUND: 'No such reading, or not within the asker’s places.',
  PHOTO_NOT_FOUND: 'The visit has no such photo.',
  MEMBER_NOT_FOUND: 'The household has no such member.',
  IDENTIFIER_UNKNOWN: 'No such identifier is recorded of this person.',
  IDENTIFIER_NOT_POSSIBLE: 'The value cannot be an identifier of that kind.',

  PAIR_OUT_OF_ORDER: 'The first of the two visits is not before the second.',
  TOO_FEW_VISITS: 'The village has fewer than two visits.',

  VISIT_IN_FUTURE: 'The visit is dated after the service’s today.',
  VISIT_BEFORE_REGISTRATION: 'The visit is dated before its contact point or household was registered.',
  UNKNOWN_HOUSEHOLD: 'The household is not one of the village’s.',
  UNKNOWN_PROJECT: 'The project is not one of the village’s.',
  UNKNOWN_SUBJECT: 'What was read is not one of the village’s.',
  WRONG_SUBJECT_FOR_INDICATOR: 'This indicator is read of another kind of subject.',
  DUPLICATE_READING: 'The same indicator of the same subject is read twice.',
  COMMITMENT_OF_ANOTHER_VILLAGE: 'The commitment is not one of the village’s.',
  COMMITMENT_CLOSED:
    'The commitment was closed before the visit, and the verdict does not name the last one as what it contradicts (insteadOf).',
  COMMITMENT_OPEN: 'The commitment was not closed before the visit, so it cannot be reopened.',
  VERDICT_BEFORE_COMMITMENT: 'The visit is dated before the commitment was made.',
  DUE_BEFORE_VISIT: 'A commitment is due before the visit at which it is made or reopened.',
  KIND_NOT_ALLOWED: 'This kind of visit is not the asker’s to record.',
  VISIT_ID_TAKEN: 'Another visit has this id.',
  ID_TAKEN: 'Something else has this id.',

  VALUE_NOT_POSSIBLE: 'The value cannot be a reading of this indicator.',
  NOTHING_CHANGED: 'Value and evidence are what they were.',
  ALREADY_CORRECTED: 'Another correction of this reading came first; correct that one.',
  CORRECTION_ID_TAKEN: 'Another reading has this id.',

  REASON_REQUIRED: 'This outcome needs a note that says why.',
  NOT_SENT_BACK: 'The visit was not sent back, so there is nothing to answer.',
  REVIEW_ID_TAKEN: 'Another review has this id.',

  TOO_MANY_PHOTOS: 'The visit has as many photos as it may have: ten.',
  PHOTO_NOT_JPEG: 'What was sent is no whole JPEG.',
  PHOTO_CARRIES_MORE:
    'The JPEG holds more than the picture: Exif with position or device, a comment, a profile.',
  PHOTO_ID_TAKEN: 'Another photo has this id.',

  STEP_NOT_ALLOWED: 'This step of the procedure is not the asker’s to record.',
  STEP_IN_FUTURE: 'The step is dated after the service’s today.',
  STEP_BEFORE_LAST: 'The step is dated before one that is recorded already.',
  STEP_NOT_NEXT: 'Another step of the procedure comes next.',
  NOTICE_STILL_HANGS: 'The public notice still hung on that day.',
  STEP_ID_TAKEN: 'Another step has this id.',

  OUTCOME_NOT_ALLOWED:
    'What was found is for the village to say; the asker may dismiss the question or open it again.',
  UNKNOWN_READING: 'The question names a reading that is not there.',
  QUESTION_OPEN: 'The question is open: there is nothing to open again.',
  ANSWER_ID_TAKEN: 'Another answer has this id.',

  SIGN_IN_REFUSED: 'Name or password is wrong, or the account is disabled.',
  INVITATION_NOT_VALID: 'The link is unknown, used or expired.',
  PASSWORD_TOO_COMMON: 'The password is one that a guesser tries first, or holds the sign-in name.',
  ACCOUNT_NOT_FOUND: 'No such account, or not within the administrator’s places.',
  SESSION_NOT_FOUND: 'The account has no such open session.',
  TOKEN_NOT_FOUND: 'No such token, or not within the administrator’s places.',
  SIGN_IN_NAME_TAKEN: 'Another account has this sign-in name.',
  NOT_YOUR_PLACE: 'A place lies outside the administrator’s own.',
  SEAT_NOT_POSSIBLE: 'The role does not sit at that kind of place.',
  OWN_ACCOUNT: 'Nobody moves or disables their own account.',
};
