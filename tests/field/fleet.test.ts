import { expect, it } from 'vitest';
import { isSound, lineOf, runFleet, type FleetReport } from '#tests/support/field/fleet.ts';

const SEEDS = 50;
/** Small, so that the suite stays short; `npm run torture:field` has 50 phones of 200 visits. */
const DEVICES = 4;
const VISITS = 15;

it(`${SEEDS} worlds of ${DEVICES} phones with ${VISITS} visits each and photos of some: nothing is lost, doubled or stuck, no picture has changed, and no screen says more than is so`, async () => {
  const reports: FleetReport[] = [];
  for (let seed = 1; seed <= SEEDS; seed += 1) reports.push(await runFleet(seed, DEVICES, VISITS));
  const bad = reports.filter((report) => !isSound(report));
  expect(bad.map(lineOf)).toEqual([]);
  // The worlds were as bad as they are meant to be: most requests did not do what they were sent for.
  const sum = (of: (report: FleetReport) => number): number => reports.reduce((n, r) => n + of(r), 0);
  expect(sum((r) => r.saved)).toBeGreaterThan(SEEDS * DEVICES * VISITS);
  expect(sum((r) => r.photos.saved)).toBeGreaterThan(2 * SEEDS * DEVICES);
  expect(sum((r) => r.requests)).toBeGreaterThan(5 * sum((r) => r.saved));
});
