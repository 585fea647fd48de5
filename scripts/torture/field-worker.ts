import { runFleet } from '#tests/support/field/fleet.ts';
import { tempers, type TemperName } from '#tests/support/field/temper.ts';

/** A process of `field.ts`: runs the world of each seed that it is told, and tells what became of it. */
const [temper, ...size] = process.argv.slice(2);
const [devices, visits] = size.map(Number);
process.on('message', (seed: number) => {
  void runFleet(seed, devices ?? 0, visits ?? 0, tempers[temper as TemperName]).then((report) =>
    process.send?.(report),
  );
});
