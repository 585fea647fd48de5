import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { createOutbox, type NewItem } from '#src/offline/outbox.ts';
import type { Kinds } from '#src/offline/payloads.ts';
import { createSender, type SenderParts } from '#src/offline/sender.ts';
import type { MemoryDevice } from './device.ts';
import type { Chance } from './random.ts';
import { START } from './service.ts';
import type { World } from './world.ts';

interface Parts {
  world: World;
  device: MemoryDevice;
  fetch: SenderParts['fetch'];
  luck: Chance;
  /** How far the device's clock is ahead, in milliseconds. */
  ahead?: () => number;
  kinds?: Kinds;
  /** How many bytes of a photo go at once. */
  piece?: number;
}

/** The program as it runs in one page on a phone. */
export async function openPage({ world, device, fetch, luck, ahead = () => 0, kinds, piece }: Parts) {
  const tab = device.open();
  let alive = true;
  const clock = {
    now: () => START + world.now() + ahead(),
    after: (ms: number, run: () => void) => world.after(ms, () => alive && run()),
  };
  const outbox = createOutbox({ storage: tab.storage, news: tab.news, clock, ...(kinds && { kinds }) });
  outbox.listen();
  const sender = createSender({
    outbox,
    photos: device.photos.store,
    api: () => 'http://service.test/api',
    // Whoever is dead asks for nothing more: of a photo, the rest stays unsent.
    fetch: (...given) => (alive ? fetch(...given) : new Promise(() => {})),
    clock,
    random: luck.next,
    alone: tab.alone,
    ...(kinds && { kinds }),
    ...(piece && { piece }),
  });
  const stop = sender.start();
  return {
    outbox,
    sender,
    /** As the form does it: once this resolves the person was told "saved". */
    async save(item: NewItem): Promise<OutboxItem> {
      const saved = await outbox.put(item);
      void sender.wake();
      return saved;
    },
    kill(): void {
      alive = false;
      stop();
      tab.kill();
    },
  };
}
export type Page = Awaited<ReturnType<typeof openPage>>;
