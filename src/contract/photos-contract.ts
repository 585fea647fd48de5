import { z } from 'zod';
import { id } from '#src/domain/id.ts';
import { photo, photoPiece } from '#src/domain/photo.ts';
import { notFound, photoRefusals } from './problems.ts';
import { receipted } from './receipt.ts';
import { route } from './route.ts';

const { VISIT_NOT_FOUND, PHOTO_NOT_FOUND } = notFound;

/** How many bytes of it are there; fewer than were sent before where what came was not what it said it was. */
const underWay = z.strictObject({ id, visitId: id, received: z.int() });

/** Photos of visits. What they show is told to whoever may see names; that they are there, to all who see the visit. */
export const photosContract = {
  photos: route('viewVillage', {
    method: 'GET',
    path: '/visits/{visitId}/photos',
    summary: 'Lists the photos of a visit, without what they show.',
  })
    .input(z.strictObject({ visitId: id }))
    .output(z.array(photo.omit({ sha256: true })))
    .errors({ VISIT_NOT_FOUND }),

  /**
   * Written down, at most once an hour for each person and visit. To be kept on a device is to be looked at without
   * anybody knowing when: it is written down as that.
   */
  photo: route('viewPhotos', {
    method: 'GET',
    path: '/visits/{visitId}/photos/{photoId}',
    summary:
      'Shows one photo of a visit, a JPEG in base64; that it was looked at or taken along is written down.',
  })
    .input(
      z.strictObject({
        visitId: id,
        photoId: id,
        to: z.enum(['look', 'keep'], { error: 'notACode' }).optional(),
      }),
    )
    .output(z.strictObject({ id, visitId: id, type: z.literal('image/jpeg'), bytes: z.string() }))
    .errors({ VISIT_NOT_FOUND, PHOTO_NOT_FOUND }),

  /**
   * Pieces come in order; each answer says how far it is, and the next begins there. The last one is answered
   * with the receipt, and so is any piece of a photo that is there already. What does not have the hash that it
   * said begins again at 0.
   */
  sendPhoto: route('recordVisit', {
    method: 'POST',
    path: '/visits/{visitId}/photos',
    summary: 'Takes a piece of a photo, a JPEG without position and device; says how much of it is there.',
  })
    .input(photoPiece.safeExtend({ visitId: id }))
    .output(z.union([underWay, underWay.extend({ sequence: z.int(), ...receipted })]))
    .errors({ VISIT_NOT_FOUND, ...photoRefusals }),
};
