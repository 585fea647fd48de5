import type { BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { SAMPLE_TODAY } from '#mocks/sample/sample.ts';
import type { Day } from '#src/domain/day.ts';
import type { Role } from '#src/domain/permission.ts';
import { whoWords } from '#src/messages/who.ts';
import { openBrowser, type Reader } from '../browser.ts';

/** Whose eyes the sample can be seen with; `nobody` is signed out. */
export type Eyes = Role | 'nobody';

export interface Visitor extends Reader {
  /** The view's path and search, such as `/villages/nangangzi/households`. */
  path?: string;
  /** Whose eyes; a village's cadre unless told otherwise. */
  role?: Eyes;
}

/** Where a journey takes place: the same steps are gone on the demo and on the real service. */
export interface Stage {
  /** A page as one person sees it, in a browser of its own. */
  open: (visitor: Visitor) => Promise<Page>;
  /** The address of a view. */
  linkTo: (path: string) => string;
  /** The view that a page shows: its path and search, in clear letters. */
  placeOf: (page: Page) => string;
  /** The same page with another role's eyes. */
  seeAs: (page: Page, role: Role) => Promise<void>;
  /** The day from which days are counted there. */
  today: () => Day;
}

/** Where the demo keeps with whose eyes it is seen. */
const SEEN_AS = 'sample-seen-as';
const SEEN_AS_LABEL = new RegExp(`${whoWords.en.seenAs}|${whoWords['zh-CN'].seenAs}`);

/** A browser that sees the demo as one reader does. */
export async function demoBrowser({ role, ...reader }: Omit<Visitor, 'path'>): Promise<BrowserContext> {
  const context = await openBrowser(new URL(inject('demoUrl')).origin, reader);
  if (role) {
    await context.addInitScript(
      ([key, first]) => {
        // An empty page has no storage.
        if (location.host) localStorage.setItem(key, localStorage.getItem(key) ?? first);
      },
      [SEEN_AS, role] as const,
    );
  }
  return context;
}

/** The demo: its place stands behind the #, and everybody has a service of their own. */
export const demo: Stage = {
  async open({ path = '/', ...visitor }) {
    const context = await demoBrowser(visitor);
    const page = await context.newPage();
    await page.goto(demo.linkTo(path));
    return page;
  },
  linkTo: (path) => `${inject('demoUrl')}#${path}`,
  placeOf: (page) => decodeURIComponent(new URL(page.url()).hash.slice(1)),
  async seeAs(page, role) {
    await page.getByLabel(SEEN_AS_LABEL).selectOption(role);
  },
  today: () => SAMPLE_TODAY,
};

/**
 * The stage with one browser for each person who comes again: for journeys that look and change nothing. As for people, the
 * program is there already when they come the second time. For a file whose browser keeps (`useBrowser`).
 */
export function forRegulars(stage: Stage): Stage {
  const browsers = new Map<string, BrowserContext>();
  return {
    ...stage,
    async open({ path = '/', ...visitor }) {
      const who = JSON.stringify(visitor, ['width', 'locale', 'scheme', 'role']);
      const browser = browsers.get(who);
      const page = (await browser?.newPage()) ?? (await stage.open({ path, ...visitor }));
      browsers.set(who, page.context());
      if (browser) await page.goto(stage.linkTo(path));
      return page;
    },
  };
}

/** Another tab of the same browser. */
export async function openTab(beside: Page, address: string): Promise<Page> {
  const page = await beside.context().newPage();
  await page.goto(address);
  return page;
}
