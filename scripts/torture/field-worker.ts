import { runFleet } from '#tests/support/field/fleet.ts';

/** A process of `field.ts`: runs the world of each seed that it is told, and tells what became of it. */
const [devices, visits] = process.argv.slice(2).map(Number);
process.on('message', (seed: number) => {
  void runFleet(seed, devices ?? 0, visits ?? 0).then((report) => process.send?.(report));
});
