import type { Page } from 'playwright-core';

/** Each letter and each deletion changes how many rows there are, in a list of 21 and in one of 10,000. */
const KEYS = ['1', '4', 'Backspace', '8', 'Backspace', 'Backspace', '2', '0', 'Backspace', 'Backspace'];
const ROUNDS = 3;
const CHOICES = ['registered', 'out', ''];

/** What is measured in the page, which tells of it by itself: to be asked again and again would be a part of it. */
interface Measuring {
  measured: number[];
  told?: () => void;
}

/** Sets up `measured`: milliseconds from an input event to the frame after the number of rows changed. */
async function watchRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const table = document.querySelector('[role=table]')?.parentElement;
    if (!table) throw new Error('there is no list');
    const rowCount = () => table.querySelector('[role=table]')?.getAttribute('aria-rowcount') ?? '1';
    const times: number[] = [];
    let [began, before] = [0, rowCount()];
    const begin = (event: Event) => {
      began = event.timeStamp;
      before = rowCount();
    };
    addEventListener('input', begin, true);
    new MutationObserver(() => {
      if (began === 0 || rowCount() === before) return;
      const from = began;
      began = 0;
      // The frame after this callback is on screen once a task runs behind it.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        const taken = () => {
          times.push(performance.now() - from);
          (window as unknown as Measuring).told?.();
        };
        port1.addEventListener('message', taken, { once: true });
        port1.start();
        port2.postMessage(null);
      });
    }).observe(table, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-rowcount'],
    });
    Object.assign(window, { measured: times });
  });
}

const measuredIn = (page: Page) => page.evaluate(() => [...(window as unknown as Measuring).measured]);

/** Milliseconds after which nothing has changed. */
const NOTHING = 10_000;

/** Waits until one more time was taken. Rejects where nothing changed. */
async function oneMore(page: Page, act: () => Promise<unknown>): Promise<void> {
  const more = page.evaluate(
    (limit) =>
      new Promise<boolean>((done) => {
        (window as unknown as Measuring).told = () => done(true);
        setTimeout(() => done(false), limit);
      }),
    NOTHING,
  );
  await act();
  if (!(await more)) throw new Error('the list did not change');
}

/** Milliseconds from each key in the search field to its rows painted. */
export async function measureTyping(page: Page): Promise<number[]> {
  await watchRows(page);
  await page.getByRole('searchbox').focus();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const key of KEYS) await oneMore(page, () => page.keyboard.press(key));
  }
  // The link follows a moment later; what is measured next shall not pay for it.
  await page.waitForTimeout(400);
  return measuredIn(page);
}

/** Milliseconds from each choice of a register status to its rows painted. */
export async function measureChoosing(page: Page): Promise<number[]> {
  await watchRows(page);
  const status = page.getByLabel('Register status', { exact: true });
  for (let round = 0; round < 2 * ROUNDS; round += 1) {
    for (const choice of CHOICES) await oneMore(page, () => status.selectOption(choice));
  }
  return measuredIn(page);
}

export interface Scrolled {
  frames: number;
  pixels: number;
  /** Frames in which the list's part of the screen was not all rows. */
  blankFrames: number;
  /** Of the list's part of the screen, 0 to 1. */
  leastFilled: number;
}

/** Scrolls from top to bottom at more than three screens a frame, then jumps about, and looks at every frame. */
export async function watchScrolling(page: Page): Promise<Scrolled> {
  return page.evaluate(async () => {
    const body = document.querySelector('[role=table] [role=rowgroup]:last-child');
    if (!body) throw new Error('there is no list');
    const frame = () =>
      new Promise<number>((next) => {
        requestAnimationFrame(next);
      });
    const visible = (box: DOMRect) => Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
    const filled = () => {
      const room = visible(body.getBoundingClientRect());
      const rows = [...body.querySelectorAll('[role=row]')].map((row) =>
        visible(row.getBoundingClientRect()),
      );
      return room < 1 ? 1 : rows.reduce((sum, part) => sum + part, 0) / room;
    };
    const fills: number[] = [];
    const goTo = async (y: number) => {
      scrollTo(0, y);
      await frame();
      fills.push(filled());
    };
    const bottom = () => document.documentElement.scrollHeight - innerHeight;
    for (let y = 0; y < bottom(); y += 3000) await goTo(y);
    for (const part of [1, 0, 0.5, 0.9, 0.1, 0.7, 0.3, 1, 0]) await goTo(part * bottom());
    return {
      frames: fills.length,
      pixels: bottom(),
      blankFrames: fills.filter((part) => part < 0.98).length,
      leastFilled: Math.min(...fills),
    };
  });
}
