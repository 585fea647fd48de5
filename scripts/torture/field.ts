import { parseArgs } from 'node:util';
import { isSound, lineOf, runFleet } from '#tests/support/field/fleet.ts';

/**
 * `npm run torture:field`: phones in the field over a bad network, in made-up time; prints a line a
 * seed and fails if anything, photos as well, was lost, doubled or stuck. `-- --seeds 1000` for the long run,
 * `--from` for another first seed, `--devices` and `--visits` for another size.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    devices: { type: 'string', default: '50' },
    visits: { type: 'string', default: '200' },
  },
});
const from = Number(values.from);
const seeds = Number(values.seeds);
const total = { saved: 0, requests: 0, lost: 0, duplicated: 0, stuck: 0, misattributed: 0, falseCalm: 0 };
const photos = { saved: 0, lost: 0, duplicated: 0, stuck: 0 };
let unsound = 0;

for (let seed = from; seed < from + seeds; seed += 1) {
  const report = await runFleet(seed, Number(values.devices), Number(values.visits));
  console.log(lineOf(report));
  if (!isSound(report)) unsound += 1;
  total.saved += report.saved;
  total.requests += report.requests;
  total.lost += report.lost.length;
  total.duplicated += report.duplicated.length;
  total.stuck += report.stuck.length;
  total.misattributed += report.misattributed.length;
  total.falseCalm += report.falseCalm;
  photos.saved += report.photos.saved;
  photos.lost += report.photos.lost.length;
  photos.duplicated += report.photos.duplicated.length;
  photos.stuck += report.photos.stuck.length;
}
console.log(
  `${seeds} seeds of ${values.devices} phones with ${values.visits} visits: ${total.saved} saved, ` +
    `${total.requests} requests, ${total.lost} lost, ${total.duplicated} duplicated, ${total.stuck} stuck, ` +
    `${total.misattributed} in another's name, ${total.falseCalm} times falsely "everything received"; ` +
    `${photos.saved} photos saved, ${photos.lost} lost, ${photos.duplicated} duplicated, ${photos.stuck} stuck`,
);
process.exitCode = unsound > 0 ? 1 : 0;
