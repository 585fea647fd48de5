import { describe, expect, it } from 'vitest';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const { app } = apiOver([new RecordBuilder('v').visit('jan', '2018-01-22').household('a').record]);
const json = { 'content-type': 'application/json' };

async function send(method: string, path: string, body?: BodyInit, headers: Record<string, string> = json) {
  const request = new Request(`http://service.test${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  const response = await app(request);
  const text = await response.text();
  const { code, data } = (text === '' ? {} : JSON.parse(text)) as { code?: string; data?: unknown };
  return { status: response.status, code, data, allow: response.headers.get('allow') };
}

describe('a request that no route can take', () => {
  it.each([
    ['another method', 'DELETE', '/api/visits/jan', 'GET, PUT, HEAD'],
    ['a question about methods', 'OPTIONS', '/api/session', 'POST, DELETE'],
    ['a method that nobody knows', 'BREW', '/api/about', 'GET, HEAD'],
  ])('by %s → 405 with what is allowed', async (_what, method, path, allow) => {
    expect(await send(method, path)).toMatchObject({ status: 405, code: 'METHOD_NOT_ALLOWED', allow });
  });

  it.each([
    '/api',
    '/api/',
    '/api/about/',
    '/api//about',
    '/api/villages//progress',
    '/apis/about',
    '/about',
  ])('at %s → 404', async (path) => {
    expect(await send('GET', path)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['a form with parts', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['JSON in another character set', { 'content-type': 'application/json; charset=gbk' }],
    ['packed JSON', { ...json, 'content-encoding': 'gzip' }],
    ['what does not say what it is', { 'content-type': '' }],
  ])('with %s → 415', async (_what, headers: Record<string, string>) => {
    expect(await send('POST', '/api/session', '{}', headers)).toMatchObject({
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
    });
  });

  it('with more than it says, as it comes → 413', async () => {
    const parts = new ReadableStream({
      pull(controller) {
        controller.enqueue(new Uint8Array(100_000));
      },
    });
    const request = new Request('http://service.test/api/session', {
      method: 'POST',
      headers: json,
      body: parts,
      duplex: 'half',
    } as RequestInit);
    expect((await app(request)).status).toBe(413);
  });

  it.each([
    ['a list', '[]'],
    ['a number', '1'],
    ['nothing that is something', 'null'],
  ])('with %s for an object → 400', async (_what, body) => {
    expect(await send('POST', '/api/session', body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('with bytes that are no UTF-8 → 400', async () => {
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    expect(await send('POST', '/api/session', bytes)).toMatchObject({ status: 400, code: 'MALFORMED_JSON' });
  });

  it('that says again what its path says → 400', async () => {
    const issues = [{ field: 'visitId', code: 'other' }];
    expect(await send('PUT', '/api/visits/new', '{"visitId":"other"}')).toMatchObject({ data: { issues } });
    expect(await send('GET', '/api/visits/jan?visitId=jan')).toMatchObject({ status: 400, data: { issues } });
  });

  it('that writes with a query, or reads with one that the route does not have → 400', async () => {
    expect((await send('DELETE', '/api/session?all=1')).status).toBe(400);
    expect((await send('GET', '/api/about?x=1')).status).toBe(400);
    expect((await send('GET', '/api/villages/v/progress?From=jan')).status).toBe(400);
  });
});

describe('a typed text', () => {
  const note = (text: string) =>
    send('POST', '/api/visits/jan/answers', JSON.stringify({ id: 'n', note: text }));

  it.each([
    ['the sign of no sign', 'a\u0000b'],
    ['half of a sign', 'a\ud83d'],
    ['a bell', '\u0007'],
  ])('with %s is refused', async (_what, text) => {
    expect(await note(text)).toMatchObject({
      status: 400,
      data: { issues: [{ field: 'note', code: 'notText' }] },
    });
  });

  it('may have lines, tabs, and signs of any script', async () => {
    expect(await note('一\n\t𠮷 👍🏽')).toMatchObject({ status: 409, code: 'NOT_SENT_BACK' });
  });
});

it('HEAD is answered as GET, without the body', async () => {
  const answer = await app(new Request('http://service.test/api/about', { method: 'HEAD' }));
  expect([answer.status, await answer.text()]).toEqual([200, '']);
  expect(answer.headers.get('content-type')).toBe('application/json');
});
