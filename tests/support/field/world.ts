import { createHash } from 'node:crypto';

interface Event {
  at: number;
  order: number;
  run: () => unknown;
}

/** All real work that is under way has come as far as it can without time going on. */
export async function settled(turns = 2): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((done) => setImmediate(done));
}

/**
 * Hashes are made at once, and not aside in the machine's own time as the platform makes them: a world of many
 * phones spent more of its time in waiting for them than in anything else.
 */
crypto.subtle.digest = async (algorithm, data) => {
  if (algorithm !== 'SHA-256') throw new TypeError(`nobody here asks for ${JSON.stringify(algorithm)}`);
  const bytes = ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
  return new Uint8Array(createHash('sha256').update(bytes).digest()).buffer;
};

/**
 * Time that goes on only from one event to the next, so that weeks take milliseconds and a
 * seed gives the same weeks again.
 */
export function createWorld() {
  const heap: Event[] = [];
  const held = new Set<Promise<unknown>>();
  let now = 0;
  let order = 0;

  const before = (a: Event, b: Event): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
  const at = (index: number): Event => {
    const event = heap[index];
    if (!event) throw new RangeError('no such event');
    return event;
  };
  const swap = (a: number, b: number): void => {
    const kept = at(a);
    heap[a] = at(b);
    heap[b] = kept;
  };
  function push(event: Event): void {
    heap.push(event);
    let child = heap.length - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!before(at(child), at(parent))) return;
      swap(child, parent);
      child = parent;
    }
  }
  function pop(): Event {
    const first = at(0);
    const last = heap.pop() ?? first;
    if (heap.length > 0) heap[0] = last;
    let parent = 0;
    for (;;) {
      let least = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && before(at(child), at(least))) least = child;
      }
      if (least === parent) return first;
      swap(parent, least);
      parent = least;
    }
  }

  /** Nothing is under way that time has to wait for. */
  async function still(): Promise<void> {
    while (held.size > 0) {
      await Promise.allSettled(held);
      await settled();
    }
  }

  return {
    now: (): number => now,
    /** Runs it in so many milliseconds. Returns how to call it off. */
    after(ms: number, run: () => unknown): () => void {
      const event: Event = { at: now + Math.max(0, ms), order: (order += 1), run };
      push(event);
      return () => {
        event.run = () => {};
      };
    },
    wait: (ms: number): Promise<void> =>
      new Promise((done) => push({ at: now + Math.max(0, ms), order: (order += 1), run: done })),
    /** Time stands still until this is done: it is work of the machine, not of the network. */
    async holding<T>(work: Promise<T>): Promise<T> {
      held.add(work);
      try {
        return await work;
      } finally {
        held.delete(work);
      }
    },
    /** Lets so much time go by. Whatever an event begins is awaited before the next one. */
    async pass(ms: number): Promise<void> {
      const end = now + ms;
      for (;;) {
        await settled();
        await still();
        if (heap.length === 0) {
          await settled(20);
          await still();
        }
        if (heap.length === 0 || at(0).at > end) break;
        const event = pop();
        now = event.at;
        await event.run();
      }
      now = end;
    },
  };
}
export type World = ReturnType<typeof createWorld>;
