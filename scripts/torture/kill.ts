import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuid } from 'uuid';
import { serve } from '#tests/support/serve.ts';
import { cadreOf, getJson, put } from './service-client.ts';

/**
 * Kills the service with -9 at random moments while visits are being saved, starts it
 * again, and at the end asks for every visit that was ever acknowledged.
 *
 * `npm run torture:kill`, or `npm run torture:kill -- KILLS SEED`. Fails if a visit is
 * lost, stands twice, or has another receipt than before.
 */
const KILLS = Number(process.argv[2] ?? 50);
const SEED = Number(process.argv[3] ?? 20_180_702);
const WRITERS = 4;
/** The most visits that are acknowledged in one life of the service, and the most milliseconds that it lives after them. */
const MOST_SAVED = 20;
const LONGEST_AFTER = 60;
const VILLAGE = 'nangangzi';
const PLACE = 'cn/22/2208/220882/honggangzi/nangangzi';

let state = SEED;
const draw = (): number => {
  state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state / 4_294_967_296;
};
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const draft = {
  villageId: VILLAGE,
  kind: 'helper',
  on: '2018-07-16',
  present: [],
  stops: [{ kind: 'household', subjectId: 'nangangzi-005', outcome: 'met', said: '' }],
  readings: [],
  verdicts: [],
  commitments: [],
  note: '',
};
const draftWith = (id: string) => ({
  ...draft,
  readings: [
    {
      id: `${id}-r`,
      subject: { kind: 'household', id: 'nangangzi-005' },
      indicator: 'water',
      value: 'met',
      evidence: 'seenOnSite',
    },
  ],
});

const dataDir = await mkdtemp(join(tmpdir(), 'torture-kill-'));
let running = serve({ DATA_DIR: dataDir }, ['--sample']);
/** Where the service answers now; null between a death and the next start. */
let url: string | null = await running.ready;
let cookie = '';
const acknowledged = new Map<string, string>();
let unanswered = 0;
const stopping = new AbortController();

async function write(): Promise<void> {
  while (!stopping.signal.aborted) {
    const id = uuid();
    for (let sent = false; !sent;) {
      const at = url;
      const receipt = at && (await put(at, cookie, id, draftWith(id)));
      if (receipt) acknowledged.set(id, receipt);
      else {
        unanswered += 1;
        if (stopping.signal.aborted) return;
        await pause(20);
      }
      sent = receipt !== null && receipt !== '';
    }
  }
}

/** Sends everything again, as a phone does that is not sure, and looks at the receipts and at the village. */
async function lookedAt(at: string): Promise<string[]> {
  const faults: string[] = [];
  const page = await getJson<{ visits: { id: string }[] }>(at, `/villages/${VILLAGE}`, cookie);
  const times = new Map<string, number>();
  for (const { id } of page.visits) times.set(id, (times.get(id) ?? 0) + 1);
  for (const id of acknowledged.keys()) {
    if (times.get(id) !== 1) faults.push(`${id} was acknowledged and stands ${times.get(id) ?? 0} times`);
  }
  for (const [id, receipt] of [...acknowledged].slice(-200)) {
    if ((await put(at, cookie, id, draftWith(id))) !== receipt) faults.push(`${id} got another receipt`);
  }
  return faults;
}

try {
  await pause(100);
  const [, secret = ''] = /\/invitation#(\S+)/.exec(running.said()) ?? [];
  cookie = await cadreOf(url, secret, PLACE);
  const writers = Array.from({ length: WRITERS }, write);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const enough = acknowledged.size + Math.floor(draw() * (MOST_SAVED + 1));
    while (acknowledged.size < enough) await pause(5);
    await pause(draw() * LONGEST_AFTER);
    url = null;
    running.signal('SIGKILL');
    await running.ended;
    const died = performance.now();
    running = serve({ DATA_DIR: dataDir });
    url = await running.ready;
    say(
      `kill ${kill}: ${acknowledged.size} visits acknowledged so far, ready again after ${Math.round(performance.now() - died)} ms`,
    );
  }
  stopping.abort();
  await Promise.all(writers);
  const faults = await lookedAt(url);
  say(
    `seed ${SEED}: ${KILLS} kills, ${acknowledged.size} visits acknowledged, ${unanswered} tries unanswered, ${faults.length} faults`,
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length > 0 || acknowledged.size === 0 ? 1 : 0;
} finally {
  running.signal('SIGTERM');
  await running.ended;
  await rm(dataDir, { recursive: true });
}
