import type { OutboxItem } from '#src/offline/outbox-item.ts';
import type { Act } from '#src/domain/audit.ts';
import { base64Of } from '#tests/support/jpeg.ts';
import type { Photo } from './camera.ts';
import { EVERYONE, START, type FieldService } from './service.ts';

export interface PhotosReport {
  /** How many a person was told were saved. */
  saved: number;
  /** Said to be saved, wanted, and not on the service as it was taken. */
  lost: string[];
  /** A visit shows a picture more often than it was taken. */
  duplicated: string[];
  /** Still not received although nothing stands in the way. */
  stuck: string[];
}

interface Holder {
  /** Of which a person was told "saved". */
  photos: ReadonlyMap<string, Photo>;
  items: ReadonlyMap<string, OutboxItem>;
  /** Whether the visit was made wrong on purpose and will not be received. */
  isRefused: (visitId: string) => boolean;
}

const look: Act = {
  at: new Date(START).toISOString(),
  actor: null,
  action: 'viewPhotos',
  subject: { kind: 'visit', id: 'all' },
  place: 'cn',
  householdId: null,
  reason: null,
  before: null,
  after: null,
};

/** What the service shows of every photo of every visit. */
async function shownBy(service: FieldService): Promise<{ id: string; visitId: string; picture: string }[]> {
  const store = service.stores.as(EVERYONE);
  const shown = [];
  for (const { visits } of await store.villageRecords()) {
    for (const visit of visits) {
      for (const { id, visitId } of await store.photosOf(visit.id)) {
        shown.push({ id, visitId, picture: (await store.showPhoto({ visitId, id }, look)) ?? '' });
      }
    }
  }
  return shown;
}

/** What became of the photos that the phones said were saved. Looking at them is written into the service's trail. */
export async function reportOnPhotos(
  service: FieldService,
  phones: readonly Holder[],
): Promise<PhotosReport> {
  const report: PhotosReport = { saved: 0, lost: [], duplicated: [], stuck: [] };
  const pictureOf = ({ bytes, item }: Photo): string => `${item.payload.visitId} ${base64Of(bytes)}`;
  /** What was saved as another visit is the same one here: its photos may be with either. */
  const first = (visitId: string): string => visitId.replace(/(-again)+$/, '');
  const arrived = new Map<string, string>();
  const times = new Map<string, number>();
  const count = (key: string, by: number): void => void times.set(key, (times.get(key) ?? 0) + by);
  for (const { id, visitId, picture } of await shownBy(service)) {
    if (arrived.has(id)) report.duplicated.push(`duplicated: ${id}`);
    arrived.set(id, `${first(visitId)} ${picture}`);
    count(`${first(visitId)} ${picture}`, 1);
  }
  for (const { photos, items, isRefused } of phones) {
    report.saved += photos.size;
    for (const [id, photo] of photos) {
      count(pictureOf(photo), -1);
      if (photo.removed || isRefused(photo.item.payload.visitId)) continue;
      if (arrived.get(id) !== pictureOf(photo)) report.lost.push(`lost: ${id}`);
      const held = items.get(id);
      if (held && held.state !== 'received') {
        report.stuck.push(`stuck: ${id} ${held.state} ${JSON.stringify(held.lastProblem)}`);
      }
    }
  }
  for (const [key, more] of times) {
    if (more > 0) report.duplicated.push(`duplicated: a picture of ${key.slice(0, key.indexOf(' '))}`);
  }
  return report;
}
