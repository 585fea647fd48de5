import { parseArgs } from 'node:util';
import { findBrowser } from '#tests/support/find-browser.ts';
import { areSound, killsLine, runKills } from '#tests/support/journeys/kills.ts';

/**
 * `npm run torture:browser`: kills a Chromium with -9 while somebody types, saves and sends, and looks at each
 * next start for what was typed, saved and acknowledged. `-- --kills 50 --seed 1` are what it does unless told
 * otherwise. Fails if anything was lost, doubled or stuck, or more than a second of typing is gone.
 */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const report = await runKills(Number(values.seed), Number(values.kills), findBrowser(), console.log);
console.log(killsLine(report));
process.exitCode = areSound(report) ? 0 : 1;
