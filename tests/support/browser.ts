import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

/** Who looks at the dashboard, and on what. */
export interface Reader {
  /** Phone or desktop, in CSS pixels. */
  width?: 390 | 1280;
  locale?: 'zh-CN' | 'en';
  scheme?: 'light' | 'dark';
}

let browser: Browser;
let complaints: string[] = [];
/** What the test said may be complained of, or not. */
let allowed: RegExp | null = null;

/**
 * Call once at the top of a journey's file: a browser for the file, and whatever a page complains of
 * fails its test. What a test opened is closed after it, unless the file looks and changes nothing:
 * with `keeps`, one reader's browser is there for all tests of the file, and only pages are closed.
 */
export function useBrowser({ keeps = false } = {}): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('browserPath'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
  });
  afterEach(async () => {
    const ends = keeps ? browser.contexts().flatMap((context) => context.pages()) : browser.contexts();
    await Promise.all(ends.map((one) => one.close()));
    const heard = complaints.filter((words) => !allowed?.test(words));
    complaints = [];
    allowed = null;
    expect(heard, 'what the page complained of').toEqual([]);
  });
  afterAll(() => browser.close());
}

/**
 * A browser of one reader's own: nothing is left in it of other tests. Errors, warnings,
 * breaches of a page's policy and requests to anywhere but `origin` are complaints.
 */
export async function openBrowser(
  origin: string,
  { width = 1280, locale = 'zh-CN', scheme = 'light' }: Reader = {},
): Promise<BrowserContext> {
  const phone = width === 390;
  const context = await browser.newContext({
    viewport: { width, height: phone ? 844 : 900 },
    hasTouch: phone,
    isMobile: phone,
    locale,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      throw new Error(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  context.on('weberror', (error) => complain(error.error().stack ?? error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
  });
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (asked !== origin && !['data:', 'blob:'].includes(protocol)) complain(`asked ${request.url()}`);
  });
  return context;
}

/** Tells of what no page should do; its test fails, unless it expects just that. */
export const complain = (words: string): void => void complaints.push(words);

/** For a test in which a page may ask something before it hears that it may not. */
export function allowComplaint(pattern: RegExp): void {
  allowed = pattern;
}

/** Expects and forgets what the page complained of, for a test that breaks something on purpose. */
export function expectComplaint(pattern: RegExp): void {
  expect(complaints.join('\n')).toMatch(pattern);
  complaints = [];
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds wrong by WCAG 2.2 AA and its best practices: rule and place, one line each. Of a
 * page with a dialog open, the dialog: what lies behind it cannot be touched.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const dialog = '[role="dialog"][aria-modal="true"]';
  const builder = new AxeBuilder({ page });
  if ((await page.locator(dialog).count()) > 0) builder.include(dialog);
  const { violations } = await builder
    // Of what passes, one place of each rule is told and not thousands: a third of the time.
    .options({ runOnly: { type: 'tag', values: RULES }, resultTypes: ['violations'] })
    // The dashboard is one document: nothing is to be carried from frame to frame.
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
