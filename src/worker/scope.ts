/** As much of a service worker's world as is used: TypeScript's own words for it shut out those for a page. */
export interface WorkerScope {
  readonly registration: { readonly scope: string; readonly active: unknown };
  readonly clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: <K extends keyof WorkerEvents>(type: K, heard: (event: WorkerEvents[K]) => void) => void;
}

interface Lasting extends Event {
  /** The browser lets the worker live until the work is done. */
  waitUntil: (work: Promise<unknown>) => void;
}

interface WorkerEvents {
  install: Lasting;
  activate: Lasting;
  message: Lasting & { readonly data: unknown; readonly ports: readonly MessagePort[] };
  fetch: Lasting & { readonly request: Request; respondWith: (answer: Promise<Response>) => void };
}
