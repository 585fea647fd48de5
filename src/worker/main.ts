import { createKeptProgram, type Program } from './kept-program.ts';
import type { WorkerScope } from './scope.ts';

declare const self: WorkerScope;
/** Written into the worker when it is built. */
declare const PROGRAM: Program;

const program = createKeptProgram(PROGRAM, self.registration.scope);
const takeOver = self.skipWaiting.bind(self);

self.addEventListener('install', (event) => {
  // A new version is whole before it is offered. The first one lets the page begin, and is asked for it then.
  if (self.registration.active) event.waitUntil(program.keep());
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([program.forgetOlder(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'takeOver') event.waitUntil(takeOver());
  if (event.data === 'keep') {
    const kept = program.keep().then(
      () => true,
      () => false,
    );
    event.waitUntil(kept.then((whole) => event.ports[0]?.postMessage(whole)));
  }
});

self.addEventListener('fetch', (event) => {
  const answer = program.answer(event.request);
  if (!answer) return;
  event.respondWith(answer);
  // Where the mock listens as well, this is not for it.
  event.stopImmediatePropagation();
});
