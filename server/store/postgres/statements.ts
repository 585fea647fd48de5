/**
 * Every statement that the service sends about records, by name. Each is one round trip
 * and one transaction, prepared once a connection. The first two parameters are always
 * the viewer's places and their counties (null for a seat above the county).
 */
const statement = (name: string, parameters: number, answers: 'value' | 'rows' = 'value') => {
  const asked = Array.from({ length: parameters }, (_, at) => `$${at + 1}`).join(', ');
  const call = `app.${name}(${asked})`;
  return { name, text: answers === 'value' ? `select ${call} as answer` : `select * from ${call}` };
};

export const statements = {
  /** …, kind, id, origin, version, sequence → the record, or what came since the version that the asker has. */
  villageRecord: statement('village_record', 7, 'rows'),
  villagesSeen: statement('villages_seen', 2, 'rows'),
  /** …, village, ids of households, of projects, of commitments */
  visitGround: statement('visit_ground', 6),
  /** …, visit */
  receiptOf: statement('receipt_of', 3),
  /** …, visit, readings, verdicts, commitments, fingerprint, payload */
  recordVisit: statement('record_visit', 8),
  /** …, village, ids of readings, ids of commitments → the first that is there already. */
  firstTaken: statement('first_taken', 5),
  /** …, reading, payload */
  recordCorrection: statement('record_correction', 4),
  /** …, review, payload */
  recordReview: statement('record_review', 4),
  /** …, step, payload */
  recordStep: statement('record_step', 4),
  /** …, visit */
  photosOf: statement('photos_of', 3),
  /** …, visit, photo, size, hash, offset, bytes in base64 */
  keepPiece: statement('keep_piece', 8),
  /** …, visit, photo */
  dropPieces: statement('drop_pieces', 4),
  /** …, photo, payload */
  recordPhoto: statement('record_photo', 4),
  /** …, visit, photo, action, actor, since, payload */
  showPhoto: statement('show_photo', 8),
  /** …, village, answer, payload */
  recordQuestionAnswer: statement('record_question_answer', 5),
  /** …, household, member, kind, value, mask, day, payload */
  recordIdentifier: statement('record_identifier', 9),
  /** …, household, member, kind, payload */
  unmask: statement('unmask', 6),
  /** …, household, action, actor, since, payload */
  recordLook: statement('record_look', 7),
  /** …, village, action, actor, since, payload */
  recordTaking: statement('record_taking', 7),
  /** …, household, actions, limit */
  looksAt: statement('looks_at', 5, 'rows'),
  /** …, chain, action, actor, before (at, chain, number), limit */
  auditPage: statement('audit_page', 9, 'rows'),
  /** …, place, today, lines, counted sources of income → a village a row. */
  measuresByVillage: statement('measures_by_village', 6, 'rows'),
  placesSeen: statement('places_seen', 2, 'rows'),
} as const;

export type Statement = (typeof statements)[keyof typeof statements];

/** Which life of the database this is. */
export const epochStatement = { name: 'epoch', text: 'select epoch::text as epoch from app.service' };

/** Appends an act about accounts within the transaction of the connection that sends it. */
export const appendAccountAct = { name: 'append_account_act', text: 'select app.append_account_act($1)' };
