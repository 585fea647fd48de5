import { byMaking, type OutboxItem } from './outbox-item.ts';

/**
 * The items that a page knows of, by id and in the order in which they were made. One that changes costs its place
 * in that order and not a sorting of all: with some hundreds of them a page does this at every step of sending.
 */
export function createKnownItems() {
  const byId = new Map<string, OutboxItem>();
  let inOrder: readonly OutboxItem[] = [];

  /** Where it stands, or where it belongs. */
  const placeOf = (item: OutboxItem): number => {
    let [low, high] = [0, inOrder.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = inOrder[middle];
      if (there && byMaking(there, item) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    byId: byId as ReadonlyMap<string, OutboxItem>,
    inOrder: (): readonly OutboxItem[] => inOrder,

    /** These and no others. */
    replace(items: readonly OutboxItem[]): void {
      if (items.length === byId.size && items.every((item) => byId.get(item.id) === item)) return;
      byId.clear();
      for (const item of items) byId.set(item.id, item);
      inOrder = items.toSorted(byMaking);
    },

    /** What became of one; null where it is gone. */
    note(id: string, item: OutboxItem | null): void {
      const before = byId.get(id);
      if (item === (before ?? null)) return;
      if (item) byId.set(id, item);
      else byId.delete(id);
      if (before && item && before.createdAt === item.createdAt) {
        inOrder = inOrder.with(placeOf(before), item);
        return;
      }
      if (before) inOrder = inOrder.toSpliced(placeOf(before), 1);
      if (item) inOrder = inOrder.toSpliced(placeOf(item), 0, item);
    },
  };
}
