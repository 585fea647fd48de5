import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const FILE_NAME = 'mockServiceWorker.js';

/**
 * Serves MSW's worker script in development and ships it with the demo, straight
 * from the installed package: it can neither go stale nor end up in production.
 */
export function mockWorker(on: boolean): Plugin {
  const source = createRequire(import.meta.url).resolve(`msw/${FILE_NAME}`);
  return {
    name: 'mock-worker',
    apply: () => on,
    configureServer(server) {
      server.middlewares.use(`${server.config.base}${FILE_NAME}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        createReadStream(source).pipe(response);
      });
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: FILE_NAME, source: await readFile(source) });
    },
  };
}
