import { chromium, type Page } from 'playwright-core';
import { builtDemo } from '#tests/support/built-demo.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { hostFolder } from '#tests/support/static-host.ts';
import { measureChoosing, measureTyping, watchScrolling } from './household-list.ts';

/**
 * Measures the list of a village of 10,000 households in a real browser: from a
 * key or a choice to the rows painted, and whether a fast scroll ever shows a
 * blank. The yardstick is the same list with the 21 households of Nangangzi, on
 * the same machine in the same run. Fails over 100 ms or at one blank frame.
 *
 * `npm run bench`, or `npm run bench -- FOLDER` on a demo that is built already.
 */
const HOUSEHOLDS = 10_000;
const BUDGET_MS = 100;
const LONG = '/villages/sample-village-9/households';
const SHORT = '/villages/nangangzi/households';

const median = (times: readonly number[]): number => {
  const sorted = times.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
};
const ms = (n: number) => `${n.toFixed(1).padStart(6)} ms`;

const host = await hostFolder(process.argv[2] ?? (await builtDemo()), '/bench/');
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const faults: string[] = [];

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en' });
  page.setDefaultTimeout(120_000);
  // tsx names functions by a helper of its own, which functions sent to the page would miss there.
  await page.addInitScript('globalThis.__name = (made) => made');
  await page.goto(`${host.url}?households=${HOUSEHOLDS}#${path}`);
  await page.locator('[role=table] [role=row]').nth(5).waitFor();
  return page;
}

try {
  const long = await open(LONG);
  const rows = Number(await long.locator('[role=table]').getAttribute('aria-rowcount')) - 1;
  if (rows !== HOUSEHOLDS) faults.push(`the list holds ${rows} households, not ${HOUSEHOLDS}`);
  const short = await open(SHORT);
  const kinds = [
    ['a key in the search field', measureTyping],
    ['a choice in a filter', measureChoosing],
  ] as const;
  for (const [name, measure] of kinds) {
    await short.bringToFront();
    const yardstick = await measure(short);
    await long.bringToFront();
    const times = await measure(long);
    const [time, base] = [median(times), median(yardstick)];
    console.log(`From ${name} to the rows painted, median of ${times.length}:`);
    console.log(`  ${HOUSEHOLDS} households  ${ms(time)}  (worst ${ms(Math.max(...times))})`);
    console.log(`      21 households  ${ms(base)}  ratio ${(time / base).toFixed(2)}`);
    if (!(time <= BUDGET_MS)) faults.push(`${name}: ${ms(time)} is over ${BUDGET_MS} ms`);
  }
  await long.reload();
  await long.locator('[role=table] [role=row]').nth(5).waitFor();
  const scroll = await watchScrolling(long);
  console.log(
    `Scrolled ${scroll.pixels} px in ${scroll.frames} frames; the least part of the screen that rows filled: ${(100 * scroll.leastFilled).toFixed(1)} %`,
  );
  if (scroll.frames < 100) faults.push('too few frames to judge the scrolling by');
  if (scroll.blankFrames > 0) faults.push(`${scroll.blankFrames} frames showed a gap in the list`);
} finally {
  await browser.close();
  await host.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
