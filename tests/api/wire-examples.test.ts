import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

/**
 * Written by hand, not made from the schemas: if contract, server and client
 * were wrong together, these would still tell. Asked over a real socket.
 */
const record = () => {
  const b = new RecordBuilder('v')
    .visit('jan', '2018-01-22')
    .visit('jul', '2018-07-02', { stops: [{ subjectId: 'a', outcome: 'nobodyHome' }] })
    .household('a')
    .read('a', 'persons', 2, '2018-01-22', { id: 'r1' })
    .read('a', 'status', 'registered', '2018-01-22', { id: 'r2' })
    .read('a', 'status', 'out', '2018-07-02', { id: 'r3', evidence: 'document' })
    .read('v', 'ruralPopulation', 100, '2018-01-22', { id: 'r4' });
  return b.record;
};

let server: Server | undefined;
afterEach(() => new Promise((done) => (server ? server.close(done) : done(undefined))));

/** The app behind a plain Node server, as the real service hosts it. */
async function listen(): Promise<string> {
  const { app } = apiOver([record()], { epoch: '11111111-1111-4111-8111-111111111111' });
  const host = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const asked = new Request(`http://localhost${request.url ?? '/'}`, {
        method: request.method ?? 'GET',
        headers: { 'content-type': request.headers['content-type'] ?? '' },
        ...(body.length > 0 && { body }),
      });
      void app(asked).then(async (answer) => {
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(Buffer.from(await answer.arrayBuffer()));
      });
    });
  });
  server = host;
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}/api`;
}

describe('on the wire', () => {
  it('a household row looks like this', async () => {
    const answer = await fetch(`${await listen()}/villages/v/households`);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual({
      from: '2018-01-22',
      to: '2018-07-02',
      rows: [
        {
          id: 'a',
          number: '001',
          head: { zh: 'a', en: 'a' },
          source: { kind: 'synthetic' },
          status: 'out',
          persons: 2,
          mainCause: 'unknown',
          otherCauses: [],
          guarantees: {
            food: 'unknown',
            clothing: 'unknown',
            education: 'unknown',
            medical: 'unknown',
            housing: 'unknown',
            water: 'unknown',
          },
          income: { from: null, to: null },
          called: 'nobodyHome',
          lastVisitedOn: null,
          helper: null,
          projectIds: [],
          left: false,
          searchText: '001 a a a a a',
        },
      ],
    });
  });

  it('incidence and a move out of poverty look like this', async () => {
    const answer = await fetch(`${await listen()}/villages/v/progress?from=jan&to=jul`);
    expect(await answer.json()).toMatchObject({
      days: 161,
      knownOn: null,
      incidence: {
        from: {
          figure: {
            value: 2,
            unit: 'percent',
            known: 1,
            of: 1,
            countedIn: 'household',
            evidence: ['seenOnSite'],
          },
          poorPersons: 2,
          population: 100,
          statusUnknown: 0,
        },
        to: { figure: { value: 0, known: 0, of: 0 }, poorPersons: 0 },
      },
      transitions: [{ from: 'registered', to: 'out', householdIds: ['a'], persons: 2, personsUnknown: 0 }],
    });
  });

  it('a refusal looks like this', async () => {
    const answer = await fetch(`${await listen()}/visits/new`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"villageId":"v","kind":"helper","on":"2018-07-17","present":[],"stops":[{"kind":"household","subjectId":"a","outcome":"met","said":""}],"readings":[],"verdicts":[],"commitments":[],"note":""}',
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      code: 'VISIT_IN_FUTURE',
      status: 422,
      data: { field: 'on' },
    });
  });

  it('a receipt looks like this', async () => {
    const answer = await fetch(`${await listen()}/visits/new`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"villageId":"v","kind":"helper","on":"2018-07-16","present":["Cadre"],"stops":[{"kind":"household","subjectId":"a","outcome":"met","said":"好"}],"readings":[{"id":"n1","subject":{"kind":"household","id":"a"},"indicator":"persons","value":3,"evidence":"document"}],"verdicts":[],"commitments":[],"note":""}',
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      visitId: 'new',
      villageId: 'v',
      recordedOn: '2018-07-16',
      sequence: 7,
      // sha256 over the JSON above with its keys in order.
      hash: 'b5c879a192767602468929d9296c533f404ef7346fb0ff62013179c9e83f565f',
      epoch: '11111111-1111-4111-8111-111111111111',
    });
  });

  it('a step of the procedure looks like this', async () => {
    const answer = await fetch(`${await listen()}/households/a/steps`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: 's1',
        step: 'appraisal',
        outcome: 'passed',
        on: '2018-07-10',
        until: null,
        people: ['Village meeting'],
        note: '',
      }),
    });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toEqual({
      id: 's1',
      householdId: 'a',
      step: 'appraisal',
      outcome: 'passed',
      on: '2018-07-10',
      until: null,
      people: ['Village meeting'],
      note: null,
      recordedOn: '2018-07-16',
      sequence: 7,
      recordedBy: { zh: '测试', en: 'Tester' },
      source: null,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      epoch: '11111111-1111-4111-8111-111111111111',
    });
  });
});
