import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createApp } from '#server/app.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import { accountsOnPostgres } from '#tests/support/accounts-database.ts';
import { PASSWORD } from '#tests/support/accounts-suite.ts';
import { findBrowser } from '#tests/support/find-browser.ts';
import { hosted, sendJson } from '#tests/support/hosted.ts';

const headers = {
  'content-type': 'text/html',
  'content-security-policy': "default-src 'self'",
};

/** The service on a port and a database of its own, and the first administrator's link. */
async function served() {
  const { accounts, identity, firstAdministrator, pool, clock } = await accountsOnPostgres();
  const stores = createPostgresStores({ pool });
  const { url, close } = await hosted({
    dashboard: { answer: async () => new Response('<!doctype html><title>page</title>', { headers }) },
    mount: ({ identity: seen }) =>
      createApp({ stores, accounts, clock: clock.read, identity: seen(identity) }),
  });
  onTestFinished(close);
  const first = await firstAdministrator();
  return { url, secret: first?.secret ?? '' };
}

const signedIn = { signInName: 'admin', password: PASSWORD };

/** Asks as a browser's page does that brings this cookie. */
async function ask(url: string, method: string, path: string, body?: unknown, cookie?: string) {
  const answer = await sendJson(`${url}/api${path}`, method, body ?? {}, {
    'sec-fetch-site': 'same-origin',
    ...(cookie && { cookie }),
  });
  const json = JSON.parse(answer.text) as { code?: string; actor?: { id: string } | null; id?: string };
  return { ...answer, json, cookies: answer.headers['set-cookie'] ?? [] };
}

describe('over a socket', () => {
  it('a password that a guesser tries first is refused, and the link stays good', async () => {
    const { url, secret } = await served();
    for (const password of ['passwordpassword', 'administrator', 'my own admin word']) {
      const refused = await ask(url, 'POST', '/invitations/accept', { secret, password });
      expect(refused).toMatchObject({
        status: 422,
        json: { code: 'PASSWORD_TOO_COMMON', data: { field: 'password' } },
      });
    }
    expect((await ask(url, 'POST', '/invitations/open', { secret })).status).toBe(200);
  });

  it('the way in and out is one cookie, which no script and no other site gets', async () => {
    const { url, secret } = await served();
    const refused = await ask(url, 'POST', '/session', signedIn);
    expect(refused).toMatchObject({ status: 401, json: { code: 'SIGN_IN_REFUSED' }, cookies: [] });
    await ask(url, 'POST', '/invitations/accept', { secret, password: PASSWORD });
    const entered = await ask(url, 'POST', '/session', signedIn);
    expect(entered.cookies).toHaveLength(1);
    const [pair = '', ...attributes] = entered.cookies[0]?.split('; ') ?? [];
    expect(pair).toMatch(/^__Host-session=[^;]{70,}$/);
    expect(attributes.toSorted()).toEqual([
      'HttpOnly',
      'Max-Age=2592000',
      'Path=/',
      'SameSite=Strict',
      'Secure',
    ]);
    expect((await ask(url, 'GET', '/about', undefined, pair)).json.actor?.id).toMatch(/^[\w-]{36}$/);
    const left = await ask(url, 'DELETE', '/session', undefined, pair);
    expect(left.cookies).toEqual(['__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict']);
    expect((await ask(url, 'GET', '/about', undefined, pair)).json.actor).toBeNull();
  });

  it('better-auth’s own routes are not there', async () => {
    const { url } = await served();
    for (const path of ['/auth/sign-in', '/auth/sign-up/email', '/auth/get-session', '/auth/ok']) {
      expect(await ask(url, 'POST', path)).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    }
  });

  it('too many tries are told with the seconds to wait', async () => {
    const { url } = await served();
    let answer = await ask(url, 'POST', '/session', signedIn);
    for (let tries = 1; tries <= 10; tries += 1) answer = await ask(url, 'POST', '/session', signedIn);
    expect(answer).toMatchObject({ status: 429, json: { code: 'TOO_MANY_REQUESTS' } });
    expect(answer.headers['retry-after']).toBe('600');
  });
});

describe('in a browser, without TLS', () => {
  it.each(['127.0.0.1', 'localhost'])(
    'http://%s keeps the session, out of reach of scripts',
    async (name) => {
      const { url, secret } = await served();
      await ask(url, 'POST', '/invitations/accept', { secret, password: PASSWORD });
      const browser = await chromium.launch({
        executablePath: findBrowser(),
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-dev-shm-usage'],
      });
      onTestFinished(() => browser.close());
      const page = await browser.newPage();
      await page.goto(url.replace('127.0.0.1', name));
      const seen = await page.evaluate(async (given) => {
        const api = async (method: string, path: string, body?: unknown) => {
          const sent = body
            ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
            : {};
          return (await fetch(`/api${path}`, { method, ...sent })).json();
        };
        const before = await api('GET', '/about');
        const entered = await api('POST', '/session', given);
        const after = await api('GET', '/about');
        const { cookie } = document;
        await api('DELETE', '/session');
        const left = await api('GET', '/about');
        return { before: before.actor, entered, after: after.actor?.role, cookie, left: left.actor };
      }, signedIn);
      expect(seen).toEqual({
        before: null,
        entered: { done: true },
        after: 'administrator',
        cookie: '',
        left: null,
      });
      expect(await page.context().cookies()).toEqual([]);
    },
  );
});
