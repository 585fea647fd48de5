import { isUnsent } from '#src/offline/outbox-item.ts';
import { createOutbox, type NewItem } from '#src/offline/outbox.ts';
import { createSender, type SenderParts } from '#src/offline/sender.ts';
import { createMemoryDevice } from './device.ts';

/** How many times faster than everybody's a phone's clock goes here, so that its waits are short. */
const FASTER = 20;

/** A phone in real time, which asks over the network; what it does with an answer before it believes it is the test's. */
export function realPhone(
  url: string,
  fetch: SenderParts['fetch'] = (...asked) => globalThis.fetch(...asked),
) {
  const device = createMemoryDevice();
  const { storage, news, alone } = device.open();
  const began = Date.now();
  const clock = {
    now: () => began + (Date.now() - began) * FASTER,
    after(ms: number, run: () => void) {
      const timer = setTimeout(run, ms / FASTER);
      return () => clearTimeout(timer);
    },
  };
  const outbox = createOutbox({ storage, news, clock });
  const sender = createSender({
    outbox,
    photos: device.photos.store,
    api: () => `${url}/api`,
    fetch,
    clock,
    random: () => 0.5,
    alone,
  });
  const stop = sender.start();
  return {
    stop,
    items: device.items,
    /** As the form does it: once this resolves the person was told "saved". */
    async save(item: NewItem): Promise<void> {
      await outbox.put(item);
      void sender.wake();
    },
    /** As the form does it before it saves a photo. */
    keepPicture: device.photos.store.keep,
    /** As a person does it with what was refused. */
    async tryAgain(id: string): Promise<void> {
      await outbox.tryAgain(id);
      void sender.wake();
    },
    /** As a look at the phone does it. */
    wake: sender.wake,
    unsent: () => [...device.items.values()].filter(isUnsent).map(({ id }) => id),
    receipts: () => [...device.items.values()].map(({ receipt }) => receipt),
  };
}
