import { z } from 'zod';
import { wire, type Endpoint } from '#src/contract/wire.ts';
import { contentHash } from '#src/domain/content-hash.ts';
import { questionAnswerIn, questionAnswerSaid } from '#src/domain/data-questions.ts';
import { id } from '#src/domain/id.ts';
import { photo, photoIn } from '#src/domain/photo.ts';
import { procedureStepSaid, stepIn } from '#src/domain/procedure.ts';
import { correction } from '#src/domain/reading.ts';
import { reviewDraft, reviewIn } from '#src/domain/review.ts';
import { visitDraft } from '#src/domain/visit.ts';
import type { ItemKind, OutboxItem } from './outbox-item.ts';

const visitPayload = z.strictObject({ draft: visitDraft });
const correctionPayload = z.strictObject({
  readingId: id,
  correction: correction.omit({ id: true }),
});
const reviewAnswerPayload = z.strictObject({ visitId: id, note: reviewDraft.shape.note });
const procedureStepPayload = z.strictObject({ householdId: id, said: procedureStepSaid });
const questionAnswerPayload = z.strictObject({ villageId: id, said: questionAnswerSaid });

/** The picture itself lies in the device's `PhotoStore`. */
const photoPayload = photo.pick({ visitId: true, size: true, sha256: true });

export interface Payloads {
  visit: z.infer<typeof visitPayload>;
  correction: z.infer<typeof correctionPayload>;
  reviewAnswer: z.infer<typeof reviewAnswerPayload>;
  procedureStep: z.infer<typeof procedureStepPayload>;
  questionAnswer: z.infer<typeof questionAnswerPayload>;
  photo: z.infer<typeof photoPayload>;
}

/** What goes over the wire: the contract's path with the id filled in, and the body. */
export interface WireRequest {
  method: string;
  path: string;
  body: string;
}

function requestTo(route: Endpoint, key: string, value: string, body: unknown): WireRequest {
  const { method = 'POST', path = '/' } = route['~orpc'].route;
  return {
    method,
    path: path.replace(`{${key}}`, encodeURIComponent(value)),
    body: JSON.stringify(body),
  };
}

/** A piece of a photo, in base64; one without bytes asks how much of it the service has. */
export const pieceRequest = (id: string, { visitId, ...of }: Payloads['photo'], at: number, bytes: string) =>
  requestTo(wire.sendPhoto, 'visitId', visitId, { id, ...of, at, bytes });

interface Kind<Payload> {
  payload: z.ZodType<Payload>;
  /**
   * For each earlier released version of the payload, from the first on, how it becomes the
   * next. What is sent stays what the person saved, for as long as the service takes it.
   */
  upcasters: readonly ((earlier: unknown) => unknown)[];
  /** What the hash is of, as the service takes it of what it records. */
  content: (id: string, payload: Payload) => unknown;
  request: (id: string, payload: Payload) => WireRequest;
  /** Where the answer carries the item's own id. */
  idIn: 'visitId' | 'id';
  /** What the service says when it has other content under the id. */
  taken:
    | 'VISIT_ID_TAKEN'
    | 'CORRECTION_ID_TAKEN'
    | 'REVIEW_ID_TAKEN'
    | 'STEP_ID_TAKEN'
    | 'ANSWER_ID_TAKEN'
    | 'PHOTO_ID_TAKEN';
}

/** Versions from the second on may lie sealed on the device: an old page that is still open leaves them alone. */
const mayBeSealed = (earlier: unknown): unknown => earlier;

export type Kinds = { [K in ItemKind]: Kind<Payloads[K]> };

export const kinds: Kinds = {
  visit: {
    payload: visitPayload,
    upcasters: [mayBeSealed],
    content: (_id, { draft }) => draft,
    request: (visitId, { draft }) => requestTo(wire.recordVisit, 'visitId', visitId, draft),
    idIn: 'visitId',
    taken: 'VISIT_ID_TAKEN',
  },
  correction: {
    payload: correctionPayload,
    upcasters: [mayBeSealed],
    content: (itemId, p) => ({ readingId: p.readingId, id: itemId, ...p.correction }),
    request: (itemId, p) =>
      requestTo(wire.correctReading, 'readingId', p.readingId, { id: itemId, ...p.correction }),
    idIn: 'id',
    taken: 'CORRECTION_ID_TAKEN',
  },
  reviewAnswer: {
    payload: reviewAnswerPayload,
    upcasters: [mayBeSealed],
    content: (itemId, { visitId, note }) => reviewIn({ id: itemId, visitId, outcome: 'answered', note }),
    request: (itemId, { visitId, note }) =>
      requestTo(wire.answerReview, 'visitId', visitId, { id: itemId, note }),
    idIn: 'id',
    taken: 'REVIEW_ID_TAKEN',
  },
  procedureStep: {
    payload: procedureStepPayload,
    upcasters: [],
    content: (itemId, { householdId, said }) => stepIn({ id: itemId, householdId, ...said }),
    request: (itemId, { householdId, said }) =>
      requestTo(wire.recordProcedureStep, 'householdId', householdId, { id: itemId, ...said }),
    idIn: 'id',
    taken: 'STEP_ID_TAKEN',
  },
  questionAnswer: {
    payload: questionAnswerPayload,
    upcasters: [],
    content: (itemId, { said }) => questionAnswerIn({ id: itemId, ...said }),
    request: (itemId, { villageId, said }) =>
      requestTo(wire.answerDataQuestion, 'villageId', villageId, { id: itemId, ...said }),
    idIn: 'id',
    taken: 'ANSWER_ID_TAKEN',
  },
  photo: {
    payload: photoPayload,
    upcasters: [],
    content: (itemId, payload) => photoIn({ id: itemId, ...payload }),
    request: (itemId, payload) => pieceRequest(itemId, payload, 0, ''),
    idIn: 'id',
    taken: 'PHOTO_ID_TAKEN',
  },
};

/** The version that this program writes. */
export const versionOf = (kind: ItemKind, of: Kinds = kinds): number => of[kind].upcasters.length + 1;

/** Whether a newer program wrote it: this one leaves it alone, and another page will send it. */
export const isNewer = ({ kind, payloadVersion }: OutboxItem, of: Kinds = kinds): boolean =>
  of[kind] === undefined || payloadVersion > versionOf(kind, of);

/**
 * A payload of any released version, as the newest one; null where nobody can read it.
 * @throws never
 */
export function openPayload<K extends ItemKind>(
  item: Pick<OutboxItem, 'payloadVersion' | 'payload'> & { kind: K },
  of: Kinds = kinds,
): Payloads[K] | null {
  const known = of[item.kind];
  try {
    const payload = known.upcasters
      .slice(item.payloadVersion - 1)
      .reduce((earlier, upcast) => upcast(earlier), item.payload);
    return known.payload.parse(payload);
  } catch {
    return null;
  }
}

/** What is sent of an item, and the hash of it. */
export async function sendable(
  item: OutboxItem,
  of: Kinds = kinds,
): Promise<{ payload: unknown; hash: string; request: WireRequest } | null> {
  const payload = openPayload(item, of);
  if (payload === null) return null;
  // The payload was read by the schema of this very kind.
  const known = of[item.kind] as Kind<unknown>;
  const isNewest = item.payloadVersion === versionOf(item.kind, of);
  const hash = isNewest ? item.hash : await contentHash(known.content(item.id, payload));
  return { payload, hash, request: known.request(item.id, payload) };
}
