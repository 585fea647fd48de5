import { wasRefused, type OutboxItem } from './outbox-item.ts';
import { visitOfPhoto } from './photo-progress.ts';

interface Parts {
  items: () => readonly OutboxItem[];
  /** Changes all that are so. */
  changeEach: (
    isMeant: (item: OutboxItem) => boolean,
    changed: (item: OutboxItem) => OutboxItem,
  ) => Promise<void>;
  /** Whether the service refused it because it has another under its id. */
  isTaken: (item: OutboxItem) => boolean;
}

/** What becomes due again because something is otherwise now at the service. Part of the outbox. */
export function offeredAgain({ items, changeEach, isTaken }: Parts) {
  const asNew = (item: OutboxItem): OutboxItem => ({ ...item, state: 'saved', attempts: 0, nextTryAt: 0 });
  return {
    /**
     * What the account was told in another epoch is offered again: a backup may not have what was received, nor what
     * stood in the way of what was refused.
     */
    async offerAgain(accountId: string, epoch: string): Promise<void> {
      const isMine = (item: OutboxItem): boolean => item.accountId === accountId;
      const isGone = (item: OutboxItem): boolean =>
        isMine(item) && item.state === 'received' && item.receipt?.epoch !== epoch;
      if (!items().some(isGone)) return;
      // The refused first: should this page die in between, what was received tells the next one of the epoch.
      await changeEach((item) => isMine(item) && wasRefused(item), asNew);
      await changeEach(isGone, asNew);
    },

    /** The service has the visit: those of its photos that it refused because it had not are due. */
    photosMayGo: (visitId: string): Promise<void> =>
      changeEach(
        (item) => wasRefused(item) && item.nextTryAt !== null && visitOfPhoto(item) === visitId,
        (item) => ({ ...item, nextTryAt: 0 }),
      ),

    /** The service has no visit of that id, whatever it said before: one that it refused for having it is due. */
    visitMayGo: (visitId: string): Promise<void> =>
      changeEach((item) => item.id === visitId && wasRefused(item) && isTaken(item), asNew),
  };
}
