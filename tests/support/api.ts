import type { VillageRecord } from '#src/domain/village-record.ts';
import { createApp } from '#server/app.ts';
import { createMemoryStore } from '#server/store/memory.ts';
import type { Store } from '#server/store/port.ts';

export interface Answer {
  status: number;
  /** The JSON body, or the text where it is none. */
  body: unknown;
  contentType: string | null;
}

/** The service over these records, with a today that stands still. */
export function apiOver(records: readonly VillageRecord[], today = '2018-07-16') {
  const store: Store = createMemoryStore(records);
  const app = createApp({
    store,
    clock: () => today,
    identity: async (request) =>
      request.headers.get('authorization') === 'nobody'
        ? null
        : { name: { zh: '测试', en: 'Tester' }, role: { zh: '测试', en: 'Tester' } },
  });
  const send = async (method: string, path: string, body?: unknown, raw?: RequestInit): Promise<Answer> => {
    const response = await app(
      new Request(`http://service.test/api${path}`, {
        method,
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        }),
        ...raw,
      }),
    );
    const text = await response.text();
    const contentType = response.headers.get('content-type');
    return {
      status: response.status,
      contentType,
      body: contentType?.includes('json') ? JSON.parse(text) : text,
    };
  };
  return {
    app,
    store,
    send,
    get: (path: string) => send('GET', path),
    put: (path: string, body: unknown) => send('PUT', path, body),
    post: (path: string, body: unknown) => send('POST', path, body),
  };
}
