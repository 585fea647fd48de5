import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { canonical, type Act } from '#src/domain/audit.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { statements, type Statement } from '#server/store/postgres/statements.ts';
import { toldDatabase, type Started } from './child.ts';

/**
 * The yardstick: one bare Node http process that sends the statements which the
 * service sends for a request, and answers with what they answer. It asks nobody who
 * they are, checks nothing and computes nothing. For an answer it has the whole record
 * told; before a save, as the service does, what the visit is checked against.
 */
const pool = openPool({ ...toldDatabase(), max: 20 });
const SCOPE = [['cn'], null];

async function value(statement: Statement, given: unknown[]): Promise<unknown> {
  const { rows } = await pool.query<{ answer: unknown }>({ ...statement, values: [...SCOPE, ...given] });
  return rows[0]?.answer;
}

/** The whole record of the village that a thing is, or belongs to: its two texts as they come. */
async function record(kind: 'village' | 'household', id: string): Promise<string> {
  const { rows } = await pool.query<{ record: string; readings: string }>({
    ...statements.villageRecord,
    values: [...SCOPE, kind, id, null, null, null],
  });
  return `${rows[0]?.record ?? ''}\n${rows[0]?.readings ?? ''}`;
}

const act = (given: Partial<Act>): string =>
  canonical({
    at: new Date().toISOString(),
    actor: { id: 'yardstick', name: 'yardstick', role: 'villageCadre', via: 'session' },
    action: 'recordVisit',
    place: null,
    subject: { kind: 'visit', id: 'visit' },
    householdId: null,
    reason: null,
    before: null,
    after: null,
    ...given,
  });

async function household(id: string): Promise<string> {
  const answer = await record('household', id);
  const payload = act({ action: 'viewHousehold', householdId: id, subject: { kind: 'household', id } });
  const since = new Date(Date.now() - 3_600_000).toISOString();
  await value(statements.recordLook, [id, 'viewHousehold', 'yardstick', since, payload]);
  return answer;
}

async function save(id: string, body: string): Promise<string> {
  const draft = JSON.parse(body) as VisitDraft;
  const { villageId, on } = draft;
  const households = [...new Set(draft.stops.map(({ subjectId }) => subjectId))];
  await value(statements.visitGround, [villageId, households, [], []]);
  const source = { kind: 'visit', visitId: id };
  const given = { recordedOn: on, recordedBy: 'yardstick', source };
  const stops = draft.stops.map((stop) => ({ ...stop, source }));
  const visit = { id, villageId, kind: draft.kind, on, present: [], stops, note: null, ...given };
  const readings = draft.readings.map((r) => ({ ...r, trueOn: on, ...given }));
  const written = await value(statements.recordVisit, [
    JSON.stringify(visit),
    JSON.stringify(readings),
    null,
    null,
    body,
    act({ subject: { kind: 'visit', id } }),
  ]);
  return JSON.stringify(written);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const server = createServer((request, response) => {
  const [, , kind, id = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
  const answering =
    request.method === 'PUT'
      ? bodyOf(request).then((body) => save(id, body))
      : kind === 'households'
        ? household(id)
        : record('village', id);
  answering.then(
    (answer) => response.setHeader('content-type', 'application/json').end(answer),
    () => response.writeHead(500).end(),
  );
});
server.keepAliveTimeout = 65_000;
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.send?.({ url: `http://127.0.0.1:${port}`, cookies: { office: {}, cadre: {} } } satisfies Started);
});
