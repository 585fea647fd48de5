import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page, Response } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { complain, openBrowser, type Reader } from '../browser.ts';
import { serve } from '../serve.ts';

/** The real service: a process of its own, with its own PostgreSQL on the sample data. */
export interface Service {
  url: () => string;
  /** The one-time link that the first start prints. */
  firstLink: () => string;
  /** A browser that complains of every answer that is not as strict as it should be. */
  browser: (reader?: Reader) => Promise<BrowserContext>;
  /** The view that a page shows: its path and search, in clear letters. */
  placeOf: (page: Page) => string;
  /** Takes it away, in order, and brings it back at the same address over the same data. */
  down: () => Promise<void>;
  up: () => Promise<void>;
}

/** Starts it before the tests around, and ends it after them: in order, and without having logged a failure. */
export function useService(): Service {
  let dataDir: string;
  let process: ReturnType<typeof serve>;
  let url: string;
  let firstLink: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'journeys-'));
    process = serve({ DATA_DIR: dataDir }, ['--sample']);
    url = await process.ready;
    firstLink = await process.firstLink();
  });
  let logged = '';
  const down = async (): Promise<void> => {
    process.signal('SIGTERM');
    expect(await process.ended).toBe(0);
    logged += process.logged();
  };
  afterAll(async () => {
    await down();
    await rm(dataDir, { recursive: true });
    const failures = logged.match(/^\{"level":[56]0.*$/gm);
    expect(failures, 'what the service logged as failed').toBeNull();
  });
  return {
    url: () => url,
    firstLink: () => firstLink,
    down,
    async up() {
      process = serve({ DATA_DIR: dataDir, PORT: new URL(url).port });
      expect(await process.ready).toBe(url);
    },
    async browser(reader) {
      const context = await openBrowser(url, reader);
      context.on('response', (response) => void checkAnswer(response));
      return context;
    },
    placeOf(page) {
      const { pathname, search, hash } = new URL(page.url());
      return decodeURIComponent(pathname + search + hash);
    },
  };
}

/** A page says what it may do, and nothing of a household is kept by anybody on the way. */
async function checkAnswer(response: Response): Promise<void> {
  // A picture that the page holds itself is no answer.
  if (response.url().startsWith('blob:')) return;
  const headers = response.headers();
  const policy = headers['content-security-policy'] ?? '';
  const is = (held: boolean, what: string) => {
    if (!held) complain(`${response.url()}: ${what}`);
  };
  if (!policy.startsWith("default-src 'none'") || policy.includes('unsafe-')) {
    is(response.status() === 304, `the policy ${policy}`);
  }
  is(headers['x-content-type-options'] === 'nosniff', 'no nosniff');
  if (response.request().isNavigationRequest()) {
    is(policy.includes("require-trusted-types-for 'script'"), 'no trusted types');
  }
  if (new URL(response.url()).pathname.startsWith('/api/')) {
    is(headers['cache-control'] === 'no-store', 'an answer that may be kept');
  }
}
