/** How the program itself stands on this device. */
export interface ProgramState {
  /** Whether it opens here without a network; null where that is not known yet. */
  opensOffline: boolean | null;
  /** A newer version is on this device, or was taken over by another tab: a reload shows it. */
  newer: boolean;
}

/** Milliseconds between two looks for a newer version, while the page is open. */
const LOOK_AGAIN = 3_600_000;
/** Beside the page, wherever that is served from. */
const workerUrl = (): string =>
  new URL('worker.js', new URL(import.meta.env.BASE_URL, document.baseURI)).pathname;

/** Keeps the program on this device, and hears of newer versions. None is taken over by itself. */
export function createProgram(workers: ServiceWorkerContainer) {
  let state: ProgramState = { opensOffline: null, newer: false };
  let registration: ServiceWorkerRegistration | null = null;
  let isAsked = false;
  const listeners = new Set<() => void>();
  const tell = (news: Partial<ProgramState>): void => {
    state = { ...state, ...news };
    for (const heard of listeners) heard();
  };
  const look = (): void => {
    if (registration?.waiting && workers.controller) tell({ newer: true });
  };

  /** Asks the worker to fetch whatever is missing. */
  async function keep(): Promise<void> {
    const { active } = await workers.ready;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<boolean>) => tell({ opensOffline: data }));
    port1.start();
    active?.postMessage('keep', [port2]);
  }

  async function register(): Promise<void> {
    registration = await workers.register(workerUrl(), { updateViaCache: 'none' });
    registration.addEventListener('updatefound', () => {
      registration?.installing?.addEventListener('statechange', look);
    });
    look();
    await keep();
  }

  return {
    view: (): ProgramState => state,
    subscribe(heard: () => void): () => void {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },

    /** Begins to keep it and to look for newer ones. Returns how to stop. */
    start(): () => void {
      let hadWorker = workers.controller !== null;
      const onTakenOver = (): void => {
        if (isAsked) location.reload();
        else if (hadWorker) tell({ newer: true });
        hadWorker = true;
      };
      const ask = (): void => {
        if (document.visibilityState === 'visible') registration?.update().catch(() => {});
      };
      workers.addEventListener('controllerchange', onTakenOver);
      document.addEventListener('visibilitychange', ask);
      const timer = setInterval(ask, LOOK_AGAIN);
      // Without it the program runs all the same, as long as there is a network.
      register().catch(() => tell({ opensOffline: false }));
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', ask);
        workers.removeEventListener('controllerchange', onTakenOver);
      };
    },

    /** A person said so: the newer version takes over, and this page is opened anew with it. */
    takeOver(): void {
      isAsked = true;
      if (registration?.waiting) registration.waiting.postMessage('takeOver', []);
      else location.reload();
    },
  };
}
