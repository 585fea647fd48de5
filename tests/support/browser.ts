import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Role } from '#src/domain/permission.ts';

interface Reader {
  /** Phone or desktop, in CSS pixels. */
  width?: 390 | 1280;
  locale?: 'zh-CN' | 'en';
  scheme?: 'light' | 'dark';
  /** The view's path and search, such as `/villages/nangangzi/progress`. */
  path?: string;
  /** With whose eyes the sample is seen; a village's cadre unless told otherwise. */
  role?: Role;
}

/** Where the demo keeps that choice. */
const SEEN_AS = 'sample-seen-as';

let browser: Browser;
let complaints: string[] = [];

/** Call once at the top of a journey's file: a browser for the file, and every error that a page logs fails its test. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('browserPath'),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
    });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    const heard = complaints;
    complaints = [];
    expect(heard, 'what the page complained of').toEqual([]);
  });
  afterAll(() => browser.close());
}

/** The demo, as one reader sees it, in a profile of its own: nothing is left of other tests. */
export async function openPage({
  width = 1280,
  locale = 'zh-CN',
  scheme = 'light',
  path = '/',
  role,
}: Reader = {}): Promise<Page> {
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
  context.setDefaultTimeout(15_000);
  if (role) {
    await context.addInitScript(
      ([key, first]) => localStorage.setItem(key, localStorage.getItem(key) ?? first),
      [SEEN_AS, role] as const,
    );
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(linkTo(path));
  return page;
}

/** The address of a view of the demo, whose place stands behind the #. */
export function linkTo(path: string): string {
  return `${inject('demoUrl')}#${path}`;
}

/** Expects and forgets what the page complained of, for a test that breaks something on purpose. */
export function expectComplaint(pattern: RegExp): void {
  expect(complaints.join('\n')).toMatch(pattern);
  complaints = [];
}

/** What axe finds wrong by WCAG 2.2 AA and its best practices: rule and place, one line each. */
export async function axeViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  );
}
