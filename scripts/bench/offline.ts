import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { largeVillage } from '#mocks/sample/large.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { programWords } from '#src/messages/program.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { startFieldService } from '#tests/support/journeys/field-service.ts';
import { measureChoosing, measureTyping } from './household-list.ts';

/**
 * Measures what a phone in the village does with no network: the service is stopped, the browser started anew
 * with four times less of a processor, and the village's page opened from what the device keeps. Two yardsticks on
 * the same machine in the same run: the village of 21 households, and an empty page that parses JSON. Beside the
 * time that passed stands the processor time of the page, which says the same on a machine that others use too.
 *
 * `npm run bench:offline`
 */
const HOUSEHOLDS = 5000;
const RUNS = 5;
const SLOWER = 4;
const START_MS = 2500;
const FILTER_MS = 100;
/** Bytes of JSON of the empty page. */
const PARSED = 10_000_000;
const LONG = 'sample-village-9';
const SHORT = 'nangangzi';

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const ms = (n: number): string => `${n.toFixed(0).padStart(6)} ms`;

const service = await startFieldService([...sampleRecords, largeVillage(HOUSEHOLDS)]);
const profile = await mkdtemp(join(tmpdir(), 'bench-offline-'));
const faults: string[] = [];

async function start(): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    viewport: { width: 390, height: 844 },
    locale: 'en',
  });
  context.setDefaultTimeout(120_000);
  // tsx names functions by a helper of its own, which functions sent to the page would miss there.
  await context.addInitScript('globalThis.__name = (made) => made');
  return context;
}

async function slowed(context: BrowserContext, rate = SLOWER): Promise<Page> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return page;
}

interface Taken {
  /** From the opening of the link to the figures painted, in milliseconds, as the page itself sees it. */
  passed: number;
  /** Processor time of the page's own thread in it, in milliseconds; slowing counts in it. */
  worked: number;
}

/** Looks at every frame for the village's figures. The page tells of them: whoever asks it has it do that beside. */
const watch = () => {
  const look = (): void => {
    if (!document.querySelector('main dl')) return void requestAnimationFrame(look);
    setTimeout(() =>
      (globalThis as unknown as { painted: (at: string) => void }).painted(`${performance.now()}`),
    );
  };
  requestAnimationFrame(look);
};

/** Answers with what resolves to the milliseconds from the opening of the next page to its figures on screen. */
async function figuresPainted(page: Page, session: CDPSession): Promise<() => Promise<number>> {
  const told = new Promise<number>((tell) => {
    session.on('Runtime.bindingCalled', ({ payload }) => tell(Number(payload)));
  });
  await session.send('Runtime.enable');
  await session.send('Runtime.addBinding', { name: 'painted' });
  await page.addInitScript(watch);
  return () => told;
}

/** In a browser that was just started. */
async function coldStart(villageId: string, slower = SLOWER): Promise<Taken> {
  const context = await start();
  const page = await slowed(context, slower);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const painted = await figuresPainted(page, session);
  await page.goto(`${service.url}/villages/${villageId}`, { waitUntil: 'commit' });
  const passed = await painted();
  const { metrics } = await session.send('Performance.getMetrics');
  await context.close();
  return {
    passed,
    worked: 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN),
  };
}

/** What an empty page takes to parse JSON of so many bytes, slowed as much. */
async function parseJson(): Promise<number> {
  const context = await start();
  const page = await slowed(context);
  const times = await page.evaluate((length) => {
    const row = { id: 'household-00001', value: 'met', on: '2018-07-02', of: [1, 2, 3], known: true };
    const text = JSON.stringify(Array.from({ length: length / JSON.stringify(row).length }, () => row));
    return Array.from({ length: 5 }, () => {
      const began = performance.now();
      JSON.parse(text);
      return performance.now() - began;
    });
  }, PARSED);
  await context.close();
  return median(times);
}

try {
  const first = await start();
  const page = await first.newPage();
  for (const villageId of [SHORT, LONG]) {
    const began = performance.now();
    await page.goto(`${service.url}/villages/${villageId}`);
    await page.getByRole('button', { name: programWords.en.keep }).click();
    await page.getByText(/can be read here without a network/).waitFor();
    console.log(`Kept ${villageId} in ${ms(performance.now() - began)}`);
  }
  await page.evaluate(async () => {
    const { scope } = await navigator.serviceWorker.ready;
    while (!(await caches.match(scope))) await new Promise((go) => setTimeout(go, 50));
  });
  await first.close();
  await service.down();

  const yardstick = await parseJson();
  console.log(`Yardstick: an empty page parses 10 MB of JSON, ${SLOWER} times slowed, in ${ms(yardstick)}`);
  const taken: Record<string, Taken[]> = { [SHORT]: [], [LONG]: [] };
  const unslowed: Record<string, Taken[]> = { [SHORT]: [], [LONG]: [] };
  for (let run = 0; run < RUNS; run += 1) {
    for (const villageId of [SHORT, LONG]) {
      taken[villageId]?.push(await coldStart(villageId));
      unslowed[villageId]?.push(await coldStart(villageId, 1));
    }
  }
  const medians = (villageId: string): Taken => ({
    passed: median((taken[villageId] ?? []).map(({ passed }) => passed)),
    worked: median((unslowed[villageId] ?? []).map(({ worked }) => worked)),
  });
  const [base, long] = [medians(SHORT), medians(LONG)];
  console.log(
    `Cold start without a network to the village's figures, ${SLOWER} times slowed, median of ${RUNS}:`,
  );
  for (const [households, one] of [
    [HOUSEHOLDS, long],
    [21, base],
  ] as const) {
    const words = `${String(households).padStart(6)} households  ${ms(one.passed)}`;
    console.log(
      `${words}, ${(one.passed / yardstick).toFixed(1)} yardsticks; processor time unslowed ${ms(one.worked)}`,
    );
  }
  const ratio = (of: keyof Taken): string => (long[of] / base[of]).toFixed(2);
  console.log(`  ratio ${ratio('passed')}, of the processor time ${ratio('worked')}`);
  if (!(long.passed <= START_MS)) faults.push(`the cold start takes ${ms(long.passed)}, over ${START_MS} ms`);

  const context = await start();
  const list = await slowed(context);
  // Where the filters lie open.
  await list.setViewportSize({ width: 1280, height: 900 });
  const kinds = [
    ['a key in the search field', measureTyping],
    ['a choice in a filter', measureChoosing],
  ] as const;
  await list.goto(`${service.url}/villages/${LONG}/households`);
  await list.locator('[role=table] [role=row]').nth(5).waitFor();
  for (const [name, measure] of kinds) {
    const filtered = await measure(list);
    console.log(`From ${name} to the rows painted, ${SLOWER} times slowed: ${ms(median(filtered))}`);
    if (!(median(filtered) <= FILTER_MS)) faults.push(`${name}: over ${FILTER_MS} ms`);
  }
  await context.close();
} finally {
  await service.down();
  await rm(profile, { recursive: true, force: true });
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
