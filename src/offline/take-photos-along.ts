import { isUnsent, wentOnAs, type OutboxItem } from './outbox-item.ts';
import type { Outbox } from './outbox.ts';
import { openPayload, type Payloads } from './payloads.ts';
import { isVisitThere, visitOfPhoto } from './photo-progress.ts';

/**
 * The photos of a visit that go along when it is saved as another: all that are not received, unless the service has
 * a visit of its id, for then they go to that one.
 */
export function photosToTakeAlong(items: readonly OutboxItem[], visitId: string): readonly OutboxItem[] {
  const visit = items.find(({ id }) => id === visitId);
  if (visit && isVisitThere(visit)) return [];
  return items.filter((item) => isUnsent(item) && visitOfPhoto(item) === visitId);
}

/**
 * The service has not the visit of a photo, nor has this device it to offer: where its content went on as another
 * visit, the photo goes to that one.
 */
export async function followVisit(outbox: Outbox, photo: OutboxItem): Promise<void> {
  const payload = openPayload({ ...photo, kind: 'photo' });
  const visit = outbox.view().items.find(({ id }) => id === payload?.visitId);
  const to = visit ? wentOnAs(visit) : null;
  if (payload && to !== null) await putUnder(outbox, photo, payload, to);
}

/**
 * Puts them under the other visit, each in a step of its own and under its own id: wherever it stops, each is with
 * one of the two, and the next time goes on with the rest. Rejects where the device does not take it.
 */
export async function takePhotosAlong(outbox: Outbox, from: string, to: string): Promise<void> {
  for (const item of photosToTakeAlong(outbox.view().items, from)) {
    const payload = openPayload({ ...item, kind: 'photo' });
    if (payload) await putUnder(outbox, item, payload, to);
  }
}

const putUnder = (
  outbox: Outbox,
  { id, accountId }: OutboxItem,
  payload: Payloads['photo'],
  visitId: string,
): Promise<OutboxItem> => outbox.put({ id, kind: 'photo', accountId, payload: { ...payload, visitId } });
