import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Gone, type Stores } from '#server/store/port.ts';
import { hosted, send } from '#tests/support/hosted.ts';
import { postgresStores } from '#tests/support/postgres-store.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { everywhere } from '#tests/support/store-suite.ts';

describe('a client that goes away', () => {
  /** Asks, and hears nothing. */
  async function asking(url: string): Promise<Socket> {
    const { port, hostname, host } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write(`GET /api/about HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    return socket;
  }

  it('is seen by the work that was begun for it, and the work that waits is not begun', async () => {
    const begun: Request[] = [];
    let isGone = (_request: Request): boolean => false;
    let finish = (): void => undefined;
    const finished = new Promise<void>((done) => (finish = done));
    const host = await hosted({
      mount: ({ gone }) => {
        isGone = gone;
        return async (request) => {
          begun.push(request);
          await finished;
          return Response.json('answered');
        };
      },
    });
    // More than are worked on at once.
    const sockets = await Promise.all(Array.from({ length: 20 }, () => asking(host.url)));
    await expect.poll(() => begun.length, { timeout: 60_000 }).toBeGreaterThan(0);
    // What waits for nobody and is answered was read after all of them: on a busy machine some are only read now.
    const turns = async () => {
      for (let turn = 0; turn < 3; turn += 1) await send(`${host.url}/api/health/live`);
    };
    await turns();
    expect(begun.map(isGone)).not.toContain(true);
    for (const socket of sockets) socket.destroy();
    await expect.poll(() => begun.every(isGone), { timeout: 60_000 }).toBe(true);
    await turns();
    const before = begun.length;
    const next = send(`${host.url}/api/about`);
    finish();
    expect((await next).status).toBe(200);
    expect(begun.length).toBe(before + 1);
    expect(before).toBeLessThan(sockets.length);
    expect(host.lines.filter((line) => line.includes('"level":50'))).toEqual([]);
    await host.close();
  });
});

describe('a store whose asker goes away', () => {
  const [record] = sampleRecords;
  let stores: Stores;
  let pool: Pool;
  beforeAll(async () => ({ stores, pool } = await postgresStores({ records: record ? [record] : [] })));
  afterAll(() => pool.end());

  it('sends nothing for who has gone, and makes nothing of what came for who goes meanwhile', async () => {
    const id = record?.village.id ?? '';
    await expect(stores.as({ ...everywhere, gone: () => true }).villageRecord(id)).rejects.toThrow(Gone);
    let asked = 0;
    const goesMeanwhile = () => (asked += 1) > 1;
    await expect(stores.as({ ...everywhere, gone: goesMeanwhile }).villageRecord(id)).rejects.toThrow(Gone);
    expect(asked).toBe(2);
    expect(await stores.as({ ...everywhere, gone: () => false }).villageRecord(id)).toEqual(record);
  });
});
