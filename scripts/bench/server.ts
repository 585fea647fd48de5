import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '#server/postgres/start.ts';
import { migrate } from '#server/store/postgres/migrate.ts';
import { startTarget } from './server/child.ts';
import { perSecond, percentile } from './server/counted.ts';
import { cutOff } from './server/cut-off.ts';
import { load } from './server/load.ts';
import { HEADER, inTurns, lineOf, type Measured } from './server/measure.ts';
import { drawing, scenarios, withCookie } from './server/scenarios.ts';
import { HOUSEHOLDS_EACH, loadVillages } from './server/villages.ts';

/**
 * Measures the service on PostgreSQL against a yardstick on the same PostgreSQL, in
 * turns: a bare Node http process with the same statements and nothing else. The
 * service is measured as it is served, which the goals are about, and cold: with no
 * record kept in its process, as it is for a village's first reader after a start.
 *
 * `npm run bench:server`; `-- --million` for a million households, `-- --small` for a
 * thousand alone, `-- --quick` for a look, `-- --only=progress` for the scenarios whose name
 * bears that word. Fails where a goal is missed.
 */
const flags = new Set(process.argv.slice(2));
const only = [...flags].find((flag) => flag.startsWith('--only='))?.slice('--only='.length) ?? '';
const chosen = scenarios.filter(({ name }) => name.includes(only));
if (chosen.length === 0) throw new Error(`no scenario is called ${only}`);
const SIZES = [1000, 100_000, 1_000_000].slice(0, flags.has('--small') ? 1 : flags.has('--million') ? 3 : 2);
const ROUNDS = flags.has('--quick') ? 1 : 3;
const ROUND_MS = flags.has('--quick') ? 1500 : 2500;
/** A process that serves for weeks is not measured while its code is still being compiled. */
const WARM_MS = flags.has('--quick') ? 1500 : 6000;
const LEAST_RATIO = 0.5;
/** How much longer village progress may take for all that the database holds of others. */
const FLAT = 1.5;
const NEXT_MS = 200;
const firstWrite = chosen.find(({ who }) => who === 'cadre');
const FEWEST = (SIZES[0] ?? 0) / HOUSEHOLDS_EACH;
/**
 * Asked evenly of all villages, the service meets more of them for the first time the more there
 * are: that tells how many it keeps, and not what a large database costs. Told, not judged.
 */
const FLAT_FOR = new Set(['service, cold', `service of the same ${FEWEST} villages`]);

const say = (line = ''): void => void process.stdout.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'bench-server-'));
const postgres = await startPostgres({ dataDir: folder });
const clients = [new Client(postgres.connection), new Client(postgres.connection)] as const;
const faults: string[] = [];
/** Median milliseconds of village progress at ten connections, by target and size. */
const progressTimes = new Map<string, number[]>();

try {
  await Promise.all(clients.map((client) => client.connect()));
  await migrate(postgres.connection);
  const postgresPid = Number((await readFile(await pidFile(), 'utf8')).split('\n')[0]);
  let loaded = 0;
  for (const size of SIZES) {
    const villages = size / HOUSEHOLDS_EACH;
    const began = performance.now();
    await loadVillages(clients, loaded, villages, (done) => {
      if (done % 100 === 0) process.stderr.write(`\r${done} villages loaded `);
    });
    loaded = villages;
    await clients[0].query('vacuum analyze');
    // Otherwise PostgreSQL writes the load out while what comes first is measured.
    await clients[0].query('checkpoint');
    say(
      `\n${size} households in ${villages} villages (loaded in ${((performance.now() - began) / 1000).toFixed(0)} s)`,
    );
    await measureAt(villages, postgresPid);
  }
  for (const [name, times] of progressTimes) {
    const growth = Math.max(...times) / (times[0] ?? Number.NaN);
    if (SIZES.length > 1) say(`Village progress, ${name}: ×${growth.toFixed(2)} from the smallest size`);
    if (FLAT_FOR.has(name) && growth > FLAT)
      faults.push(`village progress, ${name}, grew ×${growth.toFixed(2)}`);
  }
} finally {
  await Promise.allSettled(clients.map((client) => client.end()));
  await postgres.stop();
  await rm(folder, { recursive: true });
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function pidFile(): Promise<string> {
  const { rows } = await clients[0].query<{ data_directory: string }>('show data_directory');
  return join(rows[0]?.data_directory ?? folder, 'postmaster.pid');
}

async function measureAt(villages: number, postgresPid: number): Promise<void> {
  const database = { ...postgres.connection, application_name: 'contact-points' };
  const service = await startTarget('service', 'service.ts', [], database, villages);
  const cold = await startTarget('service, cold', 'service.ts', ['--cold'], database, villages);
  const yardstick = await startTarget('yardstick', 'yardstick.ts', [], database, villages);
  const targets = [service, cold, yardstick];
  try {
    for (const scenario of chosen) {
      // Before the writes, after which the few villages of the smallest size have thousands of visits each.
      if (scenario === firstWrite) await measureCutOff(new URL(service.url), service.cookies, villages);
      for (const connections of [10, 50]) {
        const how = {
          scenario,
          connections,
          villages,
          rounds: ROUNDS,
          roundMs: ROUND_MS,
          warmMs: connections === 10 ? WARM_MS : ROUND_MS,
          postgresPid,
        };
        const measured = await inTurns(scenario.coldToo ? targets : [service, yardstick], how);
        say(`\n${scenario.name}, ${connections} connections\n${HEADER}`);
        const base = measured.get(yardstick.name);
        if (!base) continue;
        for (const [name, one] of measured) {
          say(lineOf(name, one, base));
          if (name === service.name) judge(`${scenario.name}, ${connections} connections`, one, base);
        }
        if (scenario.name.includes('progress') && connections === 10) {
          noteProgress(measured, '');
          const same = await inTurns([service], { ...how, villages: FEWEST });
          noteProgress(same, ` of the same ${FEWEST} villages`);
        }
      }
    }
  } finally {
    await Promise.all(targets.map((target) => target.stop()));
  }
}

function noteProgress(measured: ReadonlyMap<string, Measured>, of: string): void {
  for (const [name, { counted }] of measured) {
    const times = progressTimes.get(name + of) ?? [];
    progressTimes.set(name + of, [...times, percentile(counted.times, 0.5)]);
  }
}

function judge(name: string, { counted }: Measured, yardstick: Measured): void {
  if (counted.refused > 0) faults.push(`${name}: ${counted.refused} requests were refused`);
  const ratio = perSecond(counted) / perSecond(yardstick.counted);
  if (ratio < LEAST_RATIO) faults.push(`${name}: ratio ${ratio.toFixed(2)} is under ${LEAST_RATIO}`);
}

async function measureCutOff(
  base: URL,
  cookies: Parameters<typeof withCookie>[1],
  villages: number,
): Promise<void> {
  const draw = drawing(7);
  const kinds = scenarios.filter(({ name }) => /progress|save/.test(name));
  const next = () => {
    const scenario = kinds[draw(kinds.length)] ?? kinds[0];
    if (!scenario) throw new Error('nothing to cut off');
    const { village, asked } = scenario.next(villages, draw);
    const [first] = withCookie(scenario, cookies, village, asked);
    if (!first) throw new Error('nothing was asked');
    return first;
  };
  await load(base, 4, WARM_MS, () => [next()]);
  const { open, closedMs, nextMs } = await cutOff(base, next, clients[0]);
  say(
    `\n50 clients cut off in mid-request: ${open} transactions open after ${closedMs.toFixed(0)} ms, the next request took ${nextMs.toFixed(0)} ms`,
  );
  if (open > 0) faults.push(`${open} transactions stayed open after clients were cut off`);
  if (!(nextMs <= NEXT_MS)) faults.push(`the request after the cut took ${nextMs.toFixed(0)} ms`);
}
