import { expect, inject, it } from 'vitest';
import { areSound, killsLine, runKills } from '#tests/support/journeys/kills.ts';

const SEED = 3;
/** Each phase once and typing twice; `npm run torture:browser` has fifty. */
const KILLS = 4;

it(`a browser killed ${KILLS} times while somebody types, saves and sends loses nothing but the last second of typing`, async () => {
  const report = await runKills(SEED, KILLS, inject('browserPath'));
  expect(areSound(report) ? [] : [killsLine(report)]).toEqual([]);
  expect(report.kills).toEqual({ typing: 2, saving: 1, sending: 1 });
});
