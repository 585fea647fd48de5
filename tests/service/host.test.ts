import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleActors } from '#mocks/sample/actors.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { hosted, send, sendJson } from '#tests/support/hosted.ts';
import { mountSample } from '#tests/support/sample-app.ts';

describe('the host', () => {
  let host: Awaited<ReturnType<typeof hosted>>;
  beforeAll(async () => {
    host = await hosted({ mount: mountSample });
  });
  afterAll(() => host.close());

  const at = (path: string): string => host.url + path;
  const problem = (status: number, code: string) => ({ defined: false, code, status, message: code });

  it.each([
    ['an unknown path', 'GET', '/api/nothing', 404, 'NOT_FOUND'],
    ['the bare root of the API', 'GET', '/api', 404, 'NOT_FOUND'],
    ['an unknown path below health', 'GET', '/api/health/dead', 404, 'NOT_FOUND'],
    ['a method that the path does not have', 'DELETE', '/api/contact-points', 405, 'METHOD_NOT_ALLOWED'],
    ['a question about methods', 'OPTIONS', '/api/contact-points', 405, 'METHOD_NOT_ALLOWED'],
  ])('answers %s with a problem', async (_what, method, path, status, code) => {
    const answer = await send(at(path), { method });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toEqual(problem(status, code));
  });

  it('names the methods that a path has', async () => {
    const { headers } = await send(at('/api/session'), { method: 'PUT' });
    expect(headers.allow).toBe('POST, DELETE');
    expect((await send(at('/api/about'), { method: 'POST' })).headers.allow).toBe('GET, HEAD');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk', ''])(
    'refuses a body of the type “%s”',
    async (type) => {
      const answer = await send(at('/api/session'), {
        method: 'POST',
        headers: { 'content-type': type },
        body: '{}',
      });
      expect(answer.status).toBe(415);
      expect(JSON.parse(answer.text)).toEqual(problem(415, 'UNSUPPORTED_MEDIA_TYPE'));
    },
  );

  it('refuses a body that says it is too large without reading it', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '2000001' };
    const answer = await send(at('/api/session'), { method: 'POST', headers, body: ['{}'] }).catch(
      () => null,
    );
    expect(answer?.status).toBe(413);
  });

  it('refuses a body that grows too large as it comes', async () => {
    const part = 'x'.repeat(100_000);
    const headers = { 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const body = Array.from({ length: 21 }, () => part);
    const answer = await send(at('/api/session'), { method: 'POST', headers, body });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.text)).toEqual(problem(413, 'PAYLOAD_TOO_LARGE'));
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour under the same site', { 'sec-fetch-site': 'same-site' }],
    ['another origin, by an old browser', { origin: 'http://elsewhere.example' }],
    ['no known origin', { origin: 'null' }],
    ['a browser with a cookie that does not say where it is', { cookie: 'session=1' }],
  ])('refuses a write from %s', async (_where, headers) => {
    const answer = await sendJson(at('/api/session'), 'POST', {}, headers);
    expect(answer.status).toBe(403);
    expect(JSON.parse(answer.text)).toEqual(problem(403, 'FORBIDDEN'));
  });

  it.each([
    ['its own page', { 'sec-fetch-site': 'same-origin', cookie: 'session=1' }],
    ['a program without cookies', {}],
  ])('takes a write from %s', async (_where, headers) => {
    expect((await sendJson(at('/api/session'), 'POST', {}, headers)).status).toBe(400);
    const origin = { origin: host.url, cookie: 'session=1' };
    expect((await sendJson(at('/api/session'), 'POST', {}, origin)).status).toBe(400);
  });

  it.each(['/api/villages/%E0%A4%A/progress', '/api/villages/%00', '/api/%2Fabout', '/api//about'])(
    'answers the crooked path %s with a problem of the asker',
    async (path) => {
      const { status, text } = await send(at(path));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(JSON.parse(text)).toMatchObject({ status });
    },
  );

  it('answers what is no HTTP host with a problem', async () => {
    const { status, text } = await send(at('/api/about'), { headers: { host: 'a b' } });
    expect(status).toBe(400);
    expect(text).not.toContain('at ');
  });

  it('answers HEAD as GET, without the body', async () => {
    const { status, text, headers } = await send(at('/api/about'), { method: 'HEAD' });
    expect([status, text]).toEqual([200, '']);
    expect(headers['content-type']).toBe('application/json');
  });

  it('lets nobody keep an answer of the API', async () => {
    for (const path of ['/api/about', '/api/nothing', '/api/health'])
      expect((await send(at(path))).headers['cache-control']).toBe('no-store');
  });

  it('packs a long answer for whoever takes it packed', async () => {
    const village = `/api/villages/${sampleRecords[0]?.village.id}/households`;
    const packed = await send(at(village), { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(packed.headers.vary).toBe('accept-encoding');
    const whole = await fetch(at(village));
    expect(await whole.json()).toEqual(JSON.parse((await send(at(village))).text));
  });

  it('logs methods, routes and outcomes, and nothing that was asked or told', async () => {
    const from = host.lines.length;
    await send(at('/api/villages/secret-village/households?from=secret-day'));
    await sendJson(at('/api/session'), 'POST', { signInName: 'secret-name', password: 'secret-word' });
    await send(at('/secret-file.txt'));
    const lines = host.lines.slice(from).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ method, route, status, account }) => [method, route, status, account])).toEqual([
      ['GET', '/villages/{villageId}/households', 404, sampleActors.villageCadre.id],
      ['POST', '/session', 401, sampleActors.villageCadre.id],
      ['GET', 'dashboard', 404, undefined],
    ]);
    expect(host.lines.slice(from).join('')).not.toContain('secret');
    expect(Object.keys(lines[0] ?? {}).toSorted()).toEqual(
      ['account', 'id', 'level', 'method', 'ms', 'route', 'status', 'time'].toSorted(),
    );
  });

  it('names each request to whoever sent it', async () => {
    const one = (await send(at('/api/about'))).headers['x-request-id'];
    expect(one).toMatch(/^[0-9a-f-]{36}$/);
    expect(host.lines.at(-1)).toContain(one);
  });
});

describe('what goes wrong inside', () => {
  it('is told without its words, in the answer and in the log', async () => {
    const lines: string[] = [];
    const fails = async () => {
      throw Object.assign(new Error('secret words'), {
        code: '23505',
        table: 'visits',
        detail: 'secret detail',
      });
    };
    const host = await hosted({ lines, mount: () => fails });
    const { status, text } = await send(`${host.url}/api/about`);
    expect(status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(lines.join('')).toContain('"table":"visits"');
    expect(text + lines.join('')).not.toContain('secret');
    await host.close();
  });
});

describe('limits', () => {
  const rate = (requests: number) => ({ requests, seconds: 600 });
  const many = rate(1000);

  async function until429(url: string, times: number, sending: () => Promise<{ status: number }>) {
    const statuses: number[] = [];
    for (let at = 0; at < times; at += 1) statuses.push((await sending()).status);
    return { statuses, url };
  }

  it('refuses an address that asks too much and says when to come back', async () => {
    const host = await hosted({
      mount: mountSample,
      rates: { address: rate(2), account: many, signIn: many },
    });
    const about = () => send(`${host.url}/api/about`);
    expect((await until429(host.url, 3, about)).statuses).toEqual([200, 200, 429]);
    const { headers, text } = await about();
    expect(Number(headers['retry-after'])).toBeGreaterThan(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429 });
    expect((await send(`${host.url}/api/health/live`)).status).toBe(200);
    await host.close();
  });

  it('refuses an account that asks too much, whatever address it has', async () => {
    const host = await hosted({
      mount: mountSample,
      trustProxy: true,
      rates: { address: many, account: rate(2), signIn: many },
    });
    let from = 0;
    const about = () => {
      from += 1;
      return send(`${host.url}/api/contact-points`, { headers: { 'x-forwarded-for': `10.0.0.${from}` } });
    };
    expect((await until429(host.url, 3, about)).statuses).toEqual([200, 200, 429]);
    await host.close();
  });

  it('takes fewer tries to sign in than other requests, also from one network of IPv6', async () => {
    const host = await hosted({
      mount: mountSample,
      trustProxy: true,
      rates: { address: many, account: many, signIn: rate(2) },
    });
    let from = 0;
    const signIn = () => {
      from += 1;
      const headers = { 'x-forwarded-for': `2001:db8:0:1::${from}` };
      return sendJson(`${host.url}/api/session`, 'POST', { signInName: 'a', password: 'b' }, headers);
    };
    expect((await until429(host.url, 3, signIn)).statuses).toEqual([401, 401, 429]);
    expect(
      (await send(`${host.url}/api/about`, { headers: { 'x-forwarded-for': '2001:db8:0:1::9' } })).status,
    ).toBe(200);
    await host.close();
  });

  it('believes no address that a client gives itself', async () => {
    const host = await hosted({
      mount: mountSample,
      rates: { address: rate(2), account: many, signIn: many },
    });
    let from = 0;
    const about = () => {
      from += 1;
      const headers = { 'x-forwarded-for': `10.0.0.${from}`, 'x-client-address': `10.0.1.${from}` };
      return send(`${host.url}/api/about`, { headers });
    };
    expect((await until429(host.url, 3, about)).statuses).toEqual([200, 200, 429]);
    await host.close();
  });
});

describe('TLS', () => {
  const told = async (trustProxy: boolean) => {
    const host = await hosted({ trustProxy });
    const { headers } = await send(host.url, { headers: { 'x-forwarded-proto': 'https' } });
    await host.close();
    return headers['strict-transport-security'];
  };

  it('is not believed from whoever says so', async () => {
    expect(await told(false)).toBeUndefined();
  });

  it('is kept to where the trusted proxy speaks it', async () => {
    expect(await told(true)).toMatch(/^max-age=\d{8}/);
  });
});

describe('health', () => {
  it('is live without being ready, and ready again by itself', async () => {
    let works = false;
    const ready = async () => {
      if (!works) throw new Error('away');
    };
    const host = await hosted({ ready });
    const ask = async (path: string) => (await send(host.url + path)).status;
    expect(await ask('/api/health/ready')).toBe(503);
    expect(await ask('/api/health/live')).toBe(200);
    const both = await send(`${host.url}/api/health`);
    expect([both.status, JSON.parse(both.text)]).toEqual([503, { live: true, ready: false }]);
    expect(both.headers['retry-after']).toBe('5');
    works = true;
    await expect.poll(() => ask('/api/health/ready'), { timeout: 60_000 }).toBe(200);
    await host.close();
  });
});
