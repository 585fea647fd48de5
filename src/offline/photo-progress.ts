import type { OutboxItem } from './outbox-item.ts';
import { kinds, openPayload } from './payloads.ts';

type Kept = Pick<OutboxItem, 'kind' | 'payloadVersion' | 'payload'>;

/** Each step of sending asks of every photo; what a payload says does not change. */
const visits = new WeakMap<object, string | null>();

/** The visit that a photo is of; null for anything else, and while it is locked. */
export function visitOfPhoto(item: Kept): string | null {
  const { kind, payload } = item;
  if (kind !== 'photo' || typeof payload !== 'object' || payload === null) return null;
  const known = visits.get(payload);
  if (known !== undefined) return known;
  const visitId = openPayload({ ...item, kind: 'photo' })?.visitId ?? null;
  visits.set(payload, visitId);
  return visitId;
}

/** How far a visit's photos are that were added on this device: those removed are not meant any more. */
export function photoProgress(
  items: readonly OutboxItem[],
  visitId: string,
): { received: number; total: number } {
  const photos = items.filter((i) => i.state !== 'removed' && visitOfPhoto(i) === visitId);
  return { received: photos.filter((i) => i.state === 'received').length, total: photos.length };
}

/**
 * Whether the service has a visit of that id, so that photos of it can go there. It has one too that it keeps as it
 * was before: that visit is sent no more, and its photos would wait for nothing.
 */
export const isVisitThere = ({ state, lastProblem }: OutboxItem): boolean =>
  state === 'received' || lastProblem?.code === kinds.visit.taken;

/** A photo waits until its visit is there; one whose visit is not on this device is sent at once. */
export function waitsForVisit(item: OutboxItem, known: ReadonlyMap<string, OutboxItem>): boolean {
  const visit = known.get(visitOfPhoto(item) ?? '');
  return visit !== undefined && !isVisitThere(visit);
}

/** Words go before pictures: those of them that are to be sent while there are any. */
export function textsFirst(items: readonly OutboxItem[]): readonly OutboxItem[] {
  const texts = items.filter(({ kind }) => kind !== 'photo');
  return texts.length > 0 ? texts : items;
}
