import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chromium, type BrowserContext } from 'playwright-core';

/** A browser that can be killed as a flat battery does it: at once, with all its processes. */
export interface MortalBrowser {
  context: BrowserContext;
  /** Kills it with -9. Resolves with the instant of the kill, when nothing of it runs any more. */
  kill: () => Promise<number>;
}

/**
 * Started by hand and not by Playwright, which would close it in good order.
 * @param profile the folder of what it keeps, which outlives it
 */
export async function startMortal(program: string, profile: string): Promise<MortalBrowser> {
  const child = spawn(
    program,
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--lang=en',
      '--window-size=390,844',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    // A group of its own: its helpers die with it.
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const closed = once(child, 'close');
  const address = await new Promise<string>((done, failed) => {
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += `${bytes}`;
      const [, found] = /DevTools listening on (ws:\S+)/.exec(said) ?? [];
      if (found) done(found);
    });
    void closed.then(() => failed(new Error(`the browser ended: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('the browser has no window');
  return {
    context,
    async kill() {
      const at = Date.now();
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      await closed;
      await browser.close().catch(() => {});
      return at;
    },
  };
}
