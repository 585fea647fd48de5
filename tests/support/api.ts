import type { VillageRecord } from '#src/domain/village-record.ts';
import { createApp } from '#server/app.ts';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import type { Stores } from '#server/store/port.ts';
import type { Actor } from '#src/domain/account.ts';
import type { Identifier } from '#src/domain/identifier.ts';
import { placeOf } from '#src/domain/place.ts';

export interface Answer {
  status: number;
  /** The JSON body, or the text where it is none. */
  body: unknown;
  contentType: string | null;
}

interface Over {
  today?: string;
  /** Who asks; a cadre seated in every village of the records unless told otherwise. */
  actor?: Actor | null;
  stores?: Stores;
  identifiers?: readonly Identifier[];
  /** Of the data; another one each time unless told otherwise. */
  epoch?: string;
}

/** A village cadre of every village in the records. */
export const cadreOf = (records: readonly VillageRecord[]): Actor => ({
  id: 'tester',
  name: { zh: '测试', en: 'Tester' },
  role: 'villageCadre',
  places: records.map(({ village }) => placeOf(village)),
  via: 'session',
});

/** The service over these records, with a today that stands still: noon in China. */
export function apiOver(records: readonly VillageRecord[], over: Over | string = {}) {
  const {
    today = '2018-07-16',
    actor = cadreOf(records),
    identifiers = [],
    epoch,
    ...given
  } = typeof over === 'string' ? { today: over } : over;
  const audit = new MemoryAudit();
  const stores = given.stores ?? createMemoryStores({ records, identifiers, audit, ...(epoch && { epoch }) });
  const clock = () => new Date(`${today}T04:00:00.000Z`);
  const { accounts, identity } = createMemoryAccounts({ actors: actor ? [actor] : [], clock, audit });
  const app = createApp({
    stores,
    accounts,
    clock,
    identity: async (request) =>
      request.headers.get('authorization') === 'nobody' ? null : ((await identity(request)) ?? actor),
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
    stores,
    accounts,
    send,
    get: (path: string) => send('GET', path),
    put: (path: string, body: unknown) => send('PUT', path, body),
    post: (path: string, body: unknown) => send('POST', path, body),
  };
}
