import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import type { Program } from '../src/worker/kept-program.ts';

/** One worker beside the page, whatever is in it. */
const WORKER = 'worker.js';
const MOCK = 'mockServiceWorker.js';

/**
 * After our own listeners, the mock's: one registration for both. It neither takes over
 * open pages, which is for a person to say, nor leaves with the last of them.
 */
const MOCK_BESIDE = `
self.skipWaiting = async () => {};
self.addEventListener('message', (event) => {
  if (event.data === 'CLIENT_CLOSED') event.stopImmediatePropagation();
});
importScripts('${MOCK}');
`;

const integrityOf = (content: string | Uint8Array): string =>
  `sha256-${createHash('sha256').update(content).digest('base64')}`;

/**
 * Builds the service worker with the list of the files that it keeps. With the mock, MSW's script lies
 * beside it straight from the installed package: it can neither go stale nor end up in production.
 * The development server keeps no files, so it serves the mock's script alone.
 */
export function worker(mocked: boolean): Plugin {
  const mock = createRequire(import.meta.url).resolve(`msw/${MOCK}`);
  let publicDir = '';
  return {
    name: 'worker',
    enforce: 'post',
    configResolved(config) {
      ({ publicDir } = config);
    },
    configureServer(server) {
      if (!mocked) return;
      server.middlewares.use(`${server.config.base}${WORKER}`, (_request, response) => {
        response.setHeader('content-type', 'text/javascript');
        createReadStream(mock).pipe(response);
      });
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const files: Program['files'] = {};
        let entry = '';
        let page = '';
        for (const [path, file] of Object.entries(bundle)) {
          if (file.type === 'chunk' && file.isEntry) entry = path;
          if (path === 'index.html' && file.type === 'asset') page = String(file.source);
          const isPart = path.startsWith('assets/') && !path.endsWith('.map');
          if (isPart) files[path] = integrityOf(file.type === 'chunk' ? file.code : file.source);
        }
        for (const path of await readdir(publicDir)) {
          files[path] = integrityOf(await readFile(join(publicDir, path)));
        }
        if (!page.includes(entry) || entry === '') throw new Error('the page does not name its script');
        const version = createHash('sha256')
          .update(JSON.stringify([files, page]))
          .digest('hex')
          .slice(0, 12);
        const source = await builtWorker({ version, entry, files });
        this.emitFile({ type: 'asset', fileName: WORKER, source: mocked ? source + MOCK_BESIDE : source });
        if (mocked) this.emitFile({ type: 'asset', fileName: MOCK, source: await readFile(mock) });
      },
    },
  };
}

/** A build of its own: one classic script, which every browser takes as a worker. */
async function builtWorker(program: Program): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { PROGRAM: JSON.stringify(program) },
    build: {
      write: false,
      target: 'es2023',
      rolldownOptions: { input: 'src/worker/main.ts', output: { format: 'iife' } },
    },
  });
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []));
  const code = outputs.flatMap((part) => (part.type === 'chunk' ? part.code : []));
  if (code.length !== 1) throw new Error(`the worker is built as ${code.length} scripts`);
  return code.join('');
}
