import { decodeBase64, encodeBase64 } from '#src/domain/base64.ts';
import type { Act } from '#src/domain/audit.ts';
import { PHOTO_LIMITS, type Photo, type PhotoPiece } from '#src/domain/photo.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { MemoryAudit } from './memory-audit.ts';
import type { PhotoRef, PhotoVerbs, PieceKept, Recorded, Unsequenced } from './port.ts';

/** A photo that is on its way. */
interface Aside extends Pick<PhotoPiece, 'size' | 'sha256'> {
  visitId: string;
  bytes: Uint8Array;
}

const isSame = (a: Pick<Photo, 'visitId' | 'size' | 'sha256'>, b: typeof a): boolean =>
  a.visitId === b.visitId && a.size === b.size && a.sha256 === b.sha256;

/** Photos of the memory store. */
export class MemoryPhotos {
  readonly #audit: MemoryAudit;
  /** By county and id. */
  readonly #photos = new Map<string, { photo: Photo; text: string }>();
  /** By county and visit, in the order in which they came. */
  readonly #ofVisit = new Map<string, Photo[]>();
  /** By county, visit and id, in the order in which they began. */
  readonly #aside = new Map<string, Aside>();

  constructor(audit: MemoryAudit) {
    this.#audit = audit;
  }

  /** @param seen the village of a visit, as far as the viewer sees it */
  verbs(
    seen: (visitId: string) => VillageRecord | null,
    turn: <T>(work: () => Promise<T>) => Promise<T>,
  ): PhotoVerbs {
    return {
      photosOf: async (visitId) => this.#of(seen(visitId), visitId),
      keepPiece: (piece) => turn(async () => this.#keep(seen(piece.visitId), piece)),
      dropPieces: (ref) => turn(async () => this.#drop(seen(ref.visitId), ref)),
      recordPhoto: (photo, act) => turn(() => this.#record(seen(photo.visitId), photo, act)),
      showPhoto: (ref, act) => turn(() => this.#show(seen(ref.visitId), ref, act)),
    };
  }

  #of(record: VillageRecord | null, visitId: string): readonly Photo[] {
    const photos = record && this.#ofVisit.get(`${record.village.countyCode}/${visitId}`);
    return photos ? [...photos] : [];
  }

  #keep(record: VillageRecord | null, piece: PhotoPiece & { visitId: string }): PieceKept {
    if (!record) return { outcome: 'conflict' };
    const { id, visitId, size, sha256 } = piece;
    const county = record.village.countyCode;
    const known = this.#photos.get(`${county}/${id}`)?.photo;
    if (known) return isSame(known, piece) ? { outcome: 'recorded', answer: known } : { outcome: 'conflict' };
    if (this.#of(record, visitId).length >= PHOTO_LIMITS.photos) return { outcome: 'full' };
    const key = `${county}/${visitId}/${id}`;
    const before = this.#aside.get(key);
    const aside =
      before && isSame(before, piece) ? before : { visitId, size, sha256, bytes: new Uint8Array() };
    const bytes = decodeBase64(piece.bytes);
    if (bytes.length > 0 && piece.at === aside.bytes.length) {
      if (before !== aside) this.#makeRoom(`${county}/${visitId}/`, key);
      const longer = new Uint8Array(aside.bytes.length + bytes.length);
      longer.set(aside.bytes);
      longer.set(bytes, aside.bytes.length);
      this.#aside.set(key, { ...aside, bytes: longer });
    }
    const there = this.#aside.get(key);
    const now = there && isSame(there, piece) ? there.bytes : new Uint8Array();
    return { outcome: 'kept', received: now.length, whole: now.length === size ? encodeBase64(now) : null };
  }

  #makeRoom(visit: string, key: string): void {
    this.#aside.delete(key);
    const begun = [...this.#aside.keys()].filter((one) => one.startsWith(visit));
    if (begun.length >= PHOTO_LIMITS.photos) this.#aside.delete(begun[0] ?? '');
  }

  #drop(record: VillageRecord | null, { visitId, id }: PhotoRef): void {
    if (record) this.#aside.delete(`${record.village.countyCode}/${visitId}/${id}`);
  }

  async #record(
    record: VillageRecord | null,
    given: Unsequenced<Photo>,
    act: Act,
  ): Promise<Recorded<Photo> | { outcome: 'full' }> {
    if (!record) return { outcome: 'conflict' };
    const { id, visitId } = given;
    const county = record.village.countyCode;
    const known = this.#photos.get(`${county}/${id}`)?.photo;
    if (known) return isSame(known, given) ? { outcome: 'repeated', answer: known } : { outcome: 'conflict' };
    const before = this.#of(record, visitId);
    if (before.length >= PHOTO_LIMITS.photos) return { outcome: 'full' };
    const aside = this.#aside.get(`${county}/${visitId}/${id}`);
    if (!aside || !isSame(aside, given) || aside.bytes.length !== given.size) return { outcome: 'conflict' };
    await this.#audit.append(record.village.id, act);
    const photo = Object.freeze({ ...structuredClone(given), sequence: before.length + 1 });
    this.#photos.set(`${county}/${id}`, { photo, text: encodeBase64(aside.bytes) });
    this.#ofVisit.set(`${county}/${visitId}`, [...before, photo]);
    this.#drop(record, given);
    return { outcome: 'recorded', answer: photo };
  }

  async #show(record: VillageRecord | null, { visitId, id }: PhotoRef, act: Act): Promise<string | null> {
    if (!record) return null;
    const found = this.#photos.get(`${record.village.countyCode}/${id}`);
    if (found?.photo.visitId !== visitId) return null;
    await this.#audit.appendLook(record.village.id, act);
    return found.text;
  }
}
