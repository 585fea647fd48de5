import { SingleBar } from 'cli-progress';

/** How far some long work is, told on the standard error. */
export interface Progress {
  add: (done: number) => void;
  close: () => void;
}

/** A bar where somebody watches; elsewhere a line for each tenth. `total` may be a guess. */
export function openProgress(unit: string, total: number): Progress {
  return process.stderr.isTTY ? bar(unit, total) : lines(unit, total);
}

function bar(unit: string, total: number): Progress {
  const single = new SingleBar({
    format: `{bar} {percentage} % of {total} ${unit}, {eta_formatted} to go`,
    stream: process.stderr,
    hideCursor: true,
  });
  single.start(total, 0);
  return {
    add: (done) => single.increment(done),
    close: () => single.stop(),
  };
}

function lines(unit: string, total: number): Progress {
  let done = 0;
  let told = 0;
  return {
    add(more) {
      done += more;
      const tenth = total > 0 ? Math.min(10, Math.floor((10 * done) / total)) : 0;
      if (tenth > told) process.stderr.write(`${tenth * 10} % of ${total} ${unit}\n`);
      told = Math.max(told, tenth);
    },
    close: () => undefined,
  };
}
