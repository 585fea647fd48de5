import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isSound, lineOf, type FleetReport } from '#tests/support/field/fleet.ts';
import type { TemperName } from '#tests/support/field/temper.ts';

/**
 * `npm run torture:field`: phones in the field over a bad network, in made-up time; prints a line a
 * seed and fails if anything, photos as well, was lost, doubled or stuck. `-- --seeds 1000` for the long run,
 * `--from` for another first seed, `--devices` and `--visits` for another size, `--workers` for fewer worlds
 * at once than there are processors, `--wild` for worlds in which what is seldom comes together.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    from: { type: 'string', default: '1' },
    devices: { type: 'string', default: '50' },
    visits: { type: 'string', default: '200' },
    wild: { type: 'boolean', default: false },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});
const from = Number(values.from);
const seeds = Number(values.seeds);
const temper: TemperName = values.wild ? 'wild' : 'usual';
const total = { saved: 0, requests: 0, lost: 0, duplicated: 0, stuck: 0, misattributed: 0, falseCalm: 0 };
const photos = { saved: 0, lost: 0, duplicated: 0, stuck: 0 };
let begun = 0;
let ended = 0;
let unsound = 0;

function count(report: FleetReport): void {
  ended += 1;
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

/** One world after the other, each from the first seed that nobody has: every world stands for itself. */
async function work(): Promise<void> {
  const worker = fork(
    fileURLToPath(new URL('field-worker.ts', import.meta.url)),
    [temper, values.devices, values.visits],
    { execArgv: ['--max-semi-space-size=64', '--import', 'tsx'] },
  );
  const died = new Promise<never>((_resolve, reject) => {
    worker.once('exit', (code) => reject(new Error(`a world ended with ${code}`)));
  });
  while (begun < seeds) {
    const seed = from + begun;
    begun += 1;
    const told = new Promise<FleetReport>((resolve) => worker.once('message', resolve));
    worker.send(seed);
    const report = await Promise.race([told, died]);
    console.log(lineOf(report));
    count(report);
  }
  died.catch(() => {});
  worker.kill();
}

await Promise.all(Array.from({ length: Math.min(Number(values.workers), seeds) }, work));
console.log(
  `${ended} ${temper} seeds of ${values.devices} phones with ${values.visits} visits: ${total.saved} saved, ` +
    `${total.requests} requests, ${total.lost} lost, ${total.duplicated} duplicated, ${total.stuck} stuck, ` +
    `${total.misattributed} in another's name, ${total.falseCalm} times falsely "everything received"; ` +
    `${photos.saved} photos saved, ${photos.lost} lost, ${photos.duplicated} duplicated, ${photos.stuck} stuck`,
);
process.exitCode = unsound > 0 || ended < seeds ? 1 : 0;
