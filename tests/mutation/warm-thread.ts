import {
  type PoolOptions,
  type PoolWorker,
  type TestProject,
  ThreadsPoolWorker,
  type Vitest,
  type WorkerRequest,
} from 'vitest/node';

type Listener = (message: unknown) => void;

const NAME = 'warm-thread';
/** A thread that grows old keeps what earlier runs left in it. */
const RUNS_OF_A_THREAD = 200;

let idle: { thread: ThreadsPoolWorker; runs: number } | undefined;

/**
 * Vitest starts a thread for every run and ends it afterwards. Here a run is one change to the
 * code, and a new thread, with the libraries loaded into it, costs ten times as much as the tests.
 * So the thread is kept: it is told neither of the end of a run nor of the next start, and each run
 * brings its own settings. That no module outlives a run is looked after by `each-change.ts`.
 */
class WarmThread implements PoolWorker {
  readonly name = NAME;
  readonly #options: PoolOptions;
  #listeners: { event: string; listener: Listener }[] = [];
  #thread: ThreadsPoolWorker;
  #runs = 0;
  #ended = false;

  constructor(options: PoolOptions) {
    this.#options = options;
    this.#thread = new ThreadsPoolWorker(options);
  }

  async start(): Promise<void> {
    if (idle) {
      this.#thread = idle.thread;
      this.#runs = idle.runs;
      idle = undefined;
    } else {
      await this.#thread.start();
    }
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push({ event, listener });
    this.#thread.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    this.#listeners = this.#listeners.filter((one) => one.event !== event || one.listener !== listener);
    this.#thread.off(event, listener);
  }

  send(message: WorkerRequest): void {
    if (message.type === 'start' && this.#runs > 0) {
      this.#answer('started');
    } else if (message.type === 'stop' && this.#runs < RUNS_OF_A_THREAD) {
      this.#ended = true;
      this.#answer('stopped');
    } else if (message.type === 'run') {
      this.#runs += 1;
      const config = this.#options.project.serializedConfig;
      this.#thread.send({ ...message, context: Object.assign(message.context, { config }) });
    } else {
      this.#thread.send(message);
    }
  }

  async stop(): Promise<void> {
    for (const { event, listener } of this.#listeners) this.#thread.off(event, listener);
    if (this.#ended) idle = { thread: this.#thread, runs: this.#runs };
    else await this.#thread.stop();
  }

  deserialize(message: unknown): unknown {
    return message;
  }

  #answer(type: 'started' | 'stopped'): void {
    const message = { type, __vitest_worker_response__: true };
    queueMicrotask(() => {
      for (const { event, listener } of this.#listeners) if (event === 'message') listener(message);
    });
  }
}

/** Has Vitest run its tests in one thread that is kept from run to run. */
export function keepThread({ project, vitest }: { project: TestProject; vitest: Vitest }): void {
  project.config.pool = NAME;
  project.config.poolRunner = { name: NAME, createPoolWorker: (options) => new WarmThread(options) };
  vitest.onClose(async () => idle?.thread.stop());
}
