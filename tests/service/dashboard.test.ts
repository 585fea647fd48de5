import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDashboard } from '#server/host/dashboard.ts';
import { hosted, send } from '#tests/support/hosted.ts';

describe('the dashboard', () => {
  let folder: string;
  let host: Awaited<ReturnType<typeof hosted>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dist-'));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, '.vite'));
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><html><head><title>page</title></head></html>',
    );
    await writeFile(join(folder, 'assets', 'index-abc.js'), `export const text = '${'long '.repeat(1000)}';`);
    await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await writeFile(join(folder, '.vite', 'manifest.json'), '{}');
    host = await hosted({ dashboard: await openDashboard(folder) });
  });
  afterAll(async () => {
    await host.close();
    await rm(folder, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) => send(host.url + path, { headers });
  const policy = async (path: string): Promise<string> =>
    `${(await get(path)).headers['content-security-policy'] ?? ''}`;

  it.each([
    '/assets/gone-abc.js',
    '/gone.png',
    '/.vite/manifest.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5cdist',
  ])('has nothing at %s', async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(404);
    expect(headers['content-type']).toMatch(/^text\/plain/);
  });

  it('takes no writes', async () => {
    const { status, headers } = await send(`${host.url}/villages`, { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it.each(['/', '/index.html', '/villages/nangangzi', '/log?village=nangangzi'])(
    'answers %s with the page, to be asked for each time',
    async (path) => {
      const { status, headers, text } = await get(path);
      expect(status).toBe(200);
      expect(text).toContain('<title>page</title>');
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers.etag).toBeUndefined();
    },
  );

  it('never answers with the page below the API', async () => {
    expect((await get('/api/villages')).text).toBe('"answered"');
  });

  it('gives each page a nonce of its own, in its policy and in its head', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/log']) {
      const { headers, text } = await get(path);
      const [, nonce = 'none'] = /'nonce-([^']+)'/.exec(`${headers['content-security-policy'] ?? ''}`) ?? [];
      expect(text).toContain(`<meta property="csp-nonce" nonce="${nonce}" />`);
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(2);
  });

  it.each(['/', '/assets/index-abc.js', '/api/about', '/gone.png'])(
    'has nothing unsafe in the policy of %s',
    async (path) => {
      const told = await policy(path);
      expect(told).toContain("default-src 'none'");
      expect(told).toContain("frame-ancestors 'none'");
      expect(told).toContain("base-uri 'none'");
      expect(told).not.toMatch(/unsafe|\*|https?:|strict-dynamic/);
    },
  );

  it('lets the page make no markup and no code out of text', async () => {
    expect(await policy('/')).toContain("require-trusted-types-for 'script'; trusted-types default");
    expect(await policy('/')).toContain("object-src 'none'");
  });

  it.each(['/', '/icon.svg', '/api/about', '/gone.png'])(
    'tells the browser to be careful with %s',
    async (path) => {
      const { headers } = await get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('geolocation=()') as string,
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('lets what is named by its content be kept for good, and nothing else', async () => {
    expect((await get('/assets/index-abc.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/icon.svg')).headers['cache-control']).toBe('no-cache');
  });

  it('sends a file once to whoever keeps it', async () => {
    const { headers } = await get('/icon.svg');
    const again = await get('/icon.svg', { 'if-none-match': `${headers.etag}` });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it.each(['br', 'gzip'])('packs text as %s for whoever takes it so', async (packing) => {
    const whole = await get('/assets/index-abc.js');
    const packed = await get('/assets/index-abc.js', { 'accept-encoding': packing });
    expect(packed.headers['content-encoding']).toBe(packing);
    expect(Number(packed.headers['content-length'])).toBeLessThan(whole.text.length / 10);
    const headers = { 'accept-encoding': packing };
    expect(await (await fetch(`${host.url}/assets/index-abc.js`, { headers })).text()).toBe(whole.text);
  });
});
