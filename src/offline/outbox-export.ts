import { dayInChina } from '#src/domain/day.ts';
import { isUnsent, type OutboxItem } from './outbox-item.ts';
import { openPayload } from './payloads.ts';
import { visitOfPhoto } from './photo-progress.ts';
import type { PhotoStore } from './photo-store.ts';

/** As much of an item as is known also where the device did not keep it. */
export type Exported = Pick<
  OutboxItem,
  'id' | 'kind' | 'accountId' | 'payloadVersion' | 'payload' | 'createdAt'
>;

/** For whoever has to take items off the phone by hand. It holds what was typed and photographed, in the clear. */
export interface ExportFile {
  name: string;
  type: string;
  content: string | Blob;
  /** How many photos this device could not read, and are not in it. */
  unread: number;
}

/** What the file is called is also what the text in it is called. */
interface Parts {
  photos: Pick<PhotoStore, 'read'>;
  now: Date;
  name: string;
}

/** Named by what it is and of which day, without anybody's name; its end tells it from others of that day. */
export function fileNameOf(item: Exported): string {
  const day =
    item.kind === 'visit'
      ? openPayload({ ...item, kind: 'visit' })?.draft.on
      : item.kind === 'procedureStep'
        ? openPayload({ ...item, kind: 'procedureStep' })?.said.on
        : undefined;
  const kind = item.kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `${kind}-${day ?? dayInChina(new Date(item.createdAt))}-${item.id.slice(-6)}`;
}

/** What goes into a file with it: a visit takes along its photos that wait. */
export const withPhotos = (item: OutboxItem, items: readonly OutboxItem[]): OutboxItem[] => [
  item,
  ...(item.kind === 'visit' ? items.filter((one) => isUnsent(one) && visitOfPhoto(one) === item.id) : []),
];

const textOf = (items: readonly object[], now: Date): string =>
  JSON.stringify({ what: 'contact-point-outbox', version: 2, exportedAt: now.toISOString(), items }, null, 2);

/** The day of the photo's visit where that is among the items, else the one on which the photo was saved. */
function dayOf(photo: Exported, items: readonly Exported[]): string {
  const visitId = visitOfPhoto(photo);
  const visit = items.find(({ id }) => id === visitId);
  const draft = visit && openPayload({ ...visit, kind: 'visit' })?.draft;
  return draft?.on ?? dayInChina(new Date(photo.createdAt));
}

/**
 * Items as a file. Without photos it is a text; with photos a ZIP with the same text and each picture beside it, as
 * it would be sent, under a name that the text tells.
 */
export async function exportOf(
  items: readonly Exported[],
  { photos, now, name }: Parts,
): Promise<ExportFile> {
  const files = new Map<string, string | null>();
  const bare = items.filter(({ kind }) => kind !== 'photo');
  if (bare.length === items.length) {
    return { name: `${name}.json`, type: 'application/json', content: textOf(items, now), unread: 0 };
  }
  /** One picture in memory at a time. */
  async function* parts() {
    const lastModified = now;
    for (const item of items.filter(({ kind }) => kind === 'photo')) {
      const input = await photos.read(item.accountId, item.id).catch(() => null);
      const nth = [...files.values()].filter(Boolean).length + 1;
      const path = input && `photos/${dayOf(item, items)}-${nth}.jpg`;
      files.set(item.id, path);
      if (input && path) yield { name: path, lastModified, input };
    }
    const told = items.map((item) => (item.kind === 'photo' ? { ...item, file: files.get(item.id) } : item));
    yield { name: `${name}.json`, lastModified, input: textOf(told, now) };
  }
  const { downloadZip } = await import('client-zip');
  const content = await downloadZip(parts()).blob();
  const unread = [...files.values()].filter((path) => path === null).length;
  return { name: `${name}.zip`, type: 'application/zip', content, unread };
}
