import { canonical, type Act } from '#src/domain/audit.ts';
import { deepFreeze } from '../freeze.ts';
import { LOOK_WINDOW, type PhotoVerbs, type PieceKept } from '../port.ts';
import { tableTaken, type Runner } from './run.ts';
import { statements } from './statements.ts';

type RecordedPhoto = Awaited<ReturnType<PhotoVerbs['recordPhoto']>>;

/** Since when a look like this one is the same look. */
export const lookedSince = ({ at }: Act): string => new Date(Date.parse(at) - LOOK_WINDOW).toISOString();

/** A viewer's verbs about photos. */
export const photoVerbs = ({ value }: Runner): PhotoVerbs => ({
  photosOf: async (visitId) => deepFreeze(await value(statements.photosOf, [visitId])),

  async keepPiece({ visitId, id, size, sha256, at, bytes }) {
    const given = [visitId, id, size, sha256, at, bytes];
    return deepFreeze(await value<PieceKept>(statements.keepPiece, given));
  },

  async dropPieces({ visitId, id }) {
    await value(statements.dropPieces, [visitId, id]);
  },

  async recordPhoto(photo, act) {
    const given = [JSON.stringify(photo), canonical(act)];
    try {
      return deepFreeze(await value<RecordedPhoto>(statements.recordPhoto, given));
    } catch (error) {
      // Perhaps where the viewer does not see it.
      if (tableTaken(error) === null) throw error;
      return { outcome: 'conflict' };
    }
  },

  showPhoto: ({ visitId, id }, act) =>
    value(statements.showPhoto, [
      visitId,
      id,
      act.action,
      act.actor?.id ?? null,
      lookedSince(act),
      canonical(act),
    ]),
});
