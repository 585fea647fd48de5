import type { Target } from './child.ts';
import { perSecond, percentile, together, type Counted } from './counted.ts';
import { cpuOf, familyOf } from './cpu.ts';
import { load } from './load.ts';
import { drawing, withCookie, type Scenario } from './scenarios.ts';

/** What one target did of one scenario. CPU in milliseconds a request: of its own process, and of PostgreSQL. */
export interface Measured {
  counted: Counted;
  nodeMs: number;
  postgresMs: number;
}

interface How {
  scenario: Scenario;
  connections: number;
  villages: number;
  rounds: number;
  roundMs: number;
  warmMs: number;
  postgresPid: number;
}

/** Measures the targets in turns, so that what else the machine does meets all alike. */
export async function inTurns(targets: readonly Target[], how: How): Promise<Map<string, Measured>> {
  const rounds = new Map<string, Measured[]>(targets.map(({ name }) => [name, []]));
  const last = how.scenario.once ? 1 : how.rounds;
  for (let round = how.scenario.once ? 1 : 0; round <= last; round += 1) {
    for (const target of targets) {
      const measured = await oneRound(target, how, round);
      // The first round warms up.
      if (round > 0) rounds.get(target.name)?.push(measured);
    }
  }
  return new Map([...rounds].map(([name, all]) => [name, summed(all)]));
}

async function oneRound(
  { url, pid, cookies }: Target,
  { scenario, connections, villages, roundMs, warmMs, postgresPid }: How,
  round: number,
): Promise<Measured> {
  const draw = drawing(20_180_702 + round);
  const next = () => {
    const { village, asked } = scenario.next(villages, draw);
    return withCookie(scenario, cookies, village, asked);
  };
  const backends = familyOf(postgresPid);
  const [node, postgres] = [cpuOf([pid]), cpuOf(backends)];
  const counted = await load(new URL(url), connections, round === 0 ? warmMs : roundMs, next);
  const requests = counted.times.length;
  const after = [...new Set([...backends, ...familyOf(postgresPid)])];
  return {
    counted,
    nodeMs: (cpuOf([pid]) - node) / requests,
    postgresMs: (cpuOf(after) - postgres) / requests,
  };
}

function summed(rounds: readonly Measured[]): Measured {
  const requests = rounds.reduce((sum, { counted }) => sum + counted.times.length, 0);
  const mean = (of: (one: Measured) => number): number =>
    rounds.reduce((sum, one) => sum + of(one) * one.counted.times.length, 0) / requests;
  return {
    counted: together(rounds.map(({ counted }) => counted)),
    nodeMs: mean(({ nodeMs }) => nodeMs),
    postgresMs: mean(({ postgresMs }) => postgresMs),
  };
}

const column = (n: number, digits = 1): string => n.toFixed(digits).padStart(9);

/** A line of the table; the ratio is to the yardstick's requests a second. */
export function lineOf(name: string, { counted, nodeMs, postgresMs }: Measured, yardstick: Measured): string {
  const ratio = perSecond(counted) / perSecond(yardstick.counted);
  return (
    `  ${name.padEnd(18)}${column(perSecond(counted))}${column(percentile(counted.times, 0.5))}` +
    `${column(percentile(counted.times, 0.99))}${column(nodeMs, 2)}${column(postgresMs, 2)}${column(ratio, 2)}`
  );
}

export const HEADER = `  ${''.padEnd(18)}${['req/s', 'p50 ms', 'p99 ms', 'node ms', 'pg ms', 'ratio'].map((h) => h.padStart(9)).join('')}`;
