import { z } from 'zod';
import { day } from './day.ts';
import { id } from './id.ts';
import { text } from './text.ts';

/**
 * Of one visit, and of one photo in bytes: a phone makes them of 400 kB at most. A piece is what a bad line
 * carries in some seconds, and is lost when it does not.
 */
export const PHOTO_LIMITS = { photos: 10, bytes: 600_000, piece: 131_070 } as const;

/** SHA-256 of a photo's bytes, as hexadecimal digits. */
export const photoHash = z.string().regex(/^[0-9a-f]{64}$/);

/** A photo of a visit: all that is known of it but what it shows. */
export const photo = z.strictObject({
  id,
  visitId: id,
  /** In the order in which the visit's photos came, from 1 on. */
  sequence: z.int().min(1).max(PHOTO_LIMITS.photos),
  /** In bytes. */
  size: z.int(),
  sha256: photoHash,
  /** In pixels. */
  width: z.int(),
  height: z.int(),
  recordedOn: day,
  recordedBy: text,
});
export type Photo = z.infer<typeof photo>;

/** Bytes as base64 (RFC 4648 §4), padded. */
const base64 = z.string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);

/** How many bytes a base64 text stands for. */
export const bytesIn = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

/** A part of a photo that is on its way. One without bytes only asks how much is there. */
export const photoPiece = z
  .strictObject({
    id,
    /** Of the whole photo. */
    size: z.int().min(1).max(PHOTO_LIMITS.bytes),
    sha256: photoHash,
    /** How many bytes of the photo come before it. */
    at: z.int().min(0).max(PHOTO_LIMITS.bytes),
    bytes: base64.max((PHOTO_LIMITS.piece / 3) * 4),
  })
  .superRefine(({ at, bytes, size }, context) => {
    if (at + bytesIn(bytes) > size) context.addIssue({ code: 'custom', message: 'other', path: ['bytes'] });
  });
export type PhotoPiece = z.infer<typeof photoPiece>;

/** What the receipt's hash is of: that these bytes are a photo of that visit. */
export const photoIn = ({
  id,
  visitId,
  size,
  sha256,
}: Pick<Photo, 'id' | 'visitId' | 'size' | 'sha256'>) => ({
  id,
  visitId,
  size,
  sha256,
});
