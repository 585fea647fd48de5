import { describe, expect, it } from 'vitest';
import { contract } from '#src/contract/contract.ts';
import * as problems from '#src/contract/problems.ts';
import { html } from '#server/reference/html.ts';
import { apiOver } from '#tests/support/api.ts';
import { createMockServer } from '#mocks/node.ts';

const { app } = apiOver([], { actor: null });
const ask = (path: string) => app(new Request(`http://service.test/api${path}`));
const page = await (await ask('/reference')).text();

describe('the page for integrators', () => {
  it('is for anybody, holds nothing that runs, and may load its stylesheet alone', async () => {
    const { status, headers } = await ask('/reference');
    expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|<img|<iframe|<form/i);
    expect(page.match(/<link [^>]+>/g)).toEqual(['<link rel="stylesheet" href="reference.css" />']);
    const sheet = await ask('/reference.css');
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await sheet.text()).not.toMatch(/url\(|@import/);
  });

  it('tells every route with its sentence, and every code with what it means', () => {
    for (const procedure of Object.values(contract)) {
      const { method, path, summary = '' } = procedure['~orpc'].route;
      expect(page).toContain(`${method} ${path}</code></h3>`);
      expect(page).toContain(html`<p>${summary}</p>`.text);
    }
    for (const codes of Object.values(problems)) {
      for (const code of Object.keys(codes)) expect(page).toContain(`<dt><code>${code}</code>`);
    }
  });

  it('leads nowhere that is not on it', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const led = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led.filter((id) => !ids.includes(id))).toEqual([]);
    const away = [...page.matchAll(/href="([^#"][^"]*)"/g)].map(([, to]) => to);
    expect(new Set(away)).toEqual(new Set(['openapi.json', 'reference.css']));
  });

  it('says how a program gets and sends its token', () => {
    expect(page).toContain('A token for your program');
    expect(page).toContain('Authorization: Bearer cpd_');
    expect(page).toContain('Who may: auditor (at their place and below). Also with a token.');
    expect(page).toContain('Who may: village cadre (at their own place). Not with a token.');
  });

  it('escapes what is put into it', () => {
    expect(html`<p title="${'"&'}">${'<b>'}${[html`<i>`, "'"]}</p>`.text).toBe(
      '<p title="&quot;&amp;">&lt;b&gt;<i>&#39;</p>',
    );
  });

  it('is there on the mock too, for it is the same app', async () => {
    const mock = createMockServer();
    mock.listen();
    try {
      expect(await (await fetch('http://localhost/api/reference')).text()).toBe(page);
      expect((await fetch('http://localhost/some/folder/api/openapi.json')).status).toBe(200);
    } finally {
      mock.close();
    }
  });
});
