import { delay, http, type HttpHandler } from 'msw';
import { createApp } from '#server/app.ts';
import type { Store } from '#server/store/port.ts';
import { SAMPLE_TODAY } from './sample/sample.ts';

const cadre = {
  name: { zh: '样例干部', en: 'Sample cadre' },
  role: { zh: '村干部（演示）', en: 'Village cadre (demo)' },
};

/**
 * The whole service behind one handler, at every path under `api`. Its today
 * stands still, so that "overdue" means something.
 */
export function createHandlers(store: Store, latency: 'real' | 0 = 0, api = '*/api'): HttpHandler[] {
  const app = createApp({
    store,
    identity: async () => cadre,
    clock: () => SAMPLE_TODAY,
    sample: true,
  });
  return [
    http.all(`${api}/*`, async ({ request }) => {
      await delay(latency);
      return app(await atRoot(request));
    }),
  ];
}

/**
 * The demo may live under a sub-path; the service always lives at /api. Made anew
 * from its parts: Node takes no method, Firefox no body from a request given as options.
 */
async function atRoot(request: Request): Promise<Request> {
  const url = new URL(request.url);
  const at = url.pathname.indexOf('/api/');
  if (at === 0) return request;
  url.pathname = url.pathname.slice(at);
  const { method, headers } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.text();
  return new Request(url, { method, headers, body });
}
