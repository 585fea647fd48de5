import { decodeBase64 } from '#src/domain/base64.ts';
import { contentHash, sha256Of } from '#src/domain/content-hash.ts';
import { readJpeg } from '#src/domain/jpeg.ts';
import { may } from '#src/domain/permission.ts';
import { photoIn, type Photo } from '#src/domain/photo.ts';
import { placeOf } from '#src/domain/place.ts';
import { api } from '../authorize.ts';
import type { Given } from '../context.ts';
import { actOf } from './act-of.ts';
import { clockFacts } from './clock-facts.ts';

/** The photos of a visit, without what they show. */
export const photos = api.photos.handler(async ({ input, context, errors }) => {
  const record = await context.store.recordOf('visit', input.visitId);
  if (!record) throw errors.VISIT_NOT_FOUND();
  const found = await context.store.photosOf(input.visitId);
  return found.map(({ id, visitId, sequence, size, width, height, recordedOn, recordedBy }) => ({
    id,
    visitId,
    sequence,
    size,
    width,
    height,
    recordedOn,
    recordedBy,
  }));
});

/** Shows one photo, to be looked at or taken along; which of them is written first. */
export const photo = api.photo.handler(async ({ input, context, errors }) => {
  const { visitId, photoId: id, to } = input;
  const record = await context.store.recordOf('visit', visitId);
  if (!record) throw errors.VISIT_NOT_FOUND();
  const act = actOf(context, to === 'keep' ? 'takePhotos' : 'viewPhotos', {
    place: placeOf(record.village),
    subject: { kind: 'visit', id: visitId },
  });
  const bytes = await context.store.showPhoto({ visitId, id }, act);
  if (bytes === null) throw errors.PHOTO_NOT_FOUND();
  return { id, visitId, type: 'image/jpeg', bytes } as const;
});

const receiptOf = async (given: Photo, { stores }: Given) => ({
  id: given.id,
  visitId: given.visitId,
  received: given.size,
  sequence: given.sequence,
  hash: await contentHash(photoIn(given)),
  epoch: await stores.epoch(),
});

/**
 * Takes a piece. Once the whole is there, its hash says whether it is what was sent: if not, it begins again. What
 * is no picture, or more than one, is let go of and refused.
 */
export const sendPhoto = api.sendPhoto.handler(async ({ input, context, errors }) => {
  const { visitId, id, size, sha256 } = input;
  const { store, actor, today } = context;
  const record = await store.recordOf('visit', visitId);
  const visit = record?.visits.find((v) => v.id === visitId);
  if (!record || !visit) throw errors.VISIT_NOT_FOUND();
  if (visit.kind !== 'leader' && !may(actor, 'recordOwnVisit', placeOf(record.village))) {
    throw errors.KIND_NOT_ALLOWED({ data: { field: 'visitId' } });
  }
  const kept = await store.keepPiece(input);
  if (kept.outcome === 'recorded') return receiptOf(kept.answer, context);
  if (kept.outcome === 'full') throw errors.TOO_MANY_PHOTOS();
  if (kept.outcome === 'conflict') throw errors.PHOTO_ID_TAKEN();
  if (kept.whole === null) return { id, visitId, received: kept.received };

  const bytes = decodeBase64(kept.whole);
  if ((await sha256Of(bytes)) !== sha256) {
    await store.dropPieces({ visitId, id });
    return { id, visitId, received: 0 };
  }
  const picture = readJpeg(bytes);
  if (typeof picture === 'string') {
    await store.dropPieces({ visitId, id });
    throw picture === 'notJpeg' ? errors.PHOTO_NOT_JPEG() : errors.PHOTO_CARRIES_MORE();
  }
  const { width, height } = picture;
  const act = actOf(context, 'recordPhoto', {
    place: placeOf(record.village),
    subject: { kind: 'visit', id: visitId },
    after: { photoId: id, bytes: size, ...clockFacts(context) },
  });
  const photo = { id, visitId, size, sha256, width, height, recordedOn: today, recordedBy: actor.name };
  const recorded = await store.recordPhoto(photo, act);
  if (recorded.outcome === 'full') throw errors.TOO_MANY_PHOTOS();
  if (recorded.outcome === 'conflict') throw errors.PHOTO_ID_TAKEN();
  return receiptOf(recorded.answer, context);
});
