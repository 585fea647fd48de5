import { z } from 'zod';
import { encodeBase64 } from '#src/domain/base64.ts';
import { PHOTO_LIMITS } from '#src/domain/photo.ts';
import { jsonIn, type WireAnswer, type WireCode } from './answers.ts';
import { ask, type AskParts } from './ask.ts';
import type { OutboxItem } from './outbox-item.ts';
import { pieceRequest, type Payloads } from './payloads.ts';

/** What a bad line carries within its limit of time. A multiple of three, as base64 has it. */
const PIECE = 65_535;

export interface PhotoParts extends AskParts {
  /** How many bytes of a photo go at once; tests have fewer. */
  piece?: number;
}

const underWay = z.strictObject({
  id: z.string(),
  visitId: z.string(),
  received: z.int().min(0).max(PHOTO_LIMITS.bytes),
});

/**
 * Sends a photo piece by piece from where the service has it, until it has answered with anything else than how
 * far it is: its receipt, or why not. A photo that was on its way before is asked about first.
 */
export async function sendPhoto(
  { piece = PIECE, ...parts }: PhotoParts,
  item: Pick<OutboxItem, 'id' | 'accountId' | 'attempts'>,
  payload: Payloads['photo'],
  bytes: Uint8Array,
): Promise<WireAnswer | WireCode> {
  let at = 0;
  let to = item.attempts > 1 ? 0 : Math.min(piece, bytes.length);
  for (;;) {
    const request = pieceRequest(item.id, payload, at, encodeBase64(bytes.subarray(at, to)));
    const answer = await ask(parts, request, item.accountId);
    const told = typeof answer === 'string' ? null : underWay.safeParse(jsonIn(answer)).data;
    if (!told || told.id !== item.id || told.received >= bytes.length) return answer;
    // It let go of what it had, or what came was damaged: from the start again, at the next try.
    if (to > at && told.received <= at) return 'PHOTO_BEGINS_AGAIN';
    at = told.received;
    to = Math.min(at + piece, bytes.length);
  }
}
