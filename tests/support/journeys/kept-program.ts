import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a browser says of a service that is not there; of a worker's newer script that is not there it says nothing. */
export const NOT_THERE = /^$|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|Failed to fetch/;

/** Until the program is on the device whole. */
export async function isKept(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => {
      const { scope } = await navigator.serviceWorker.ready;
      return (await caches.match(scope)) !== undefined;
    });
  await expect.poll(kept).toBe(true);
}
