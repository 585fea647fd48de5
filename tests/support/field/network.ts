import type { Chance } from './random.ts';
import type { World } from './world.ts';

type App = (request: Request) => Promise<Response>;

/** How often what goes wrong; each from 0 to 1. */
export interface Faults {
  /** The network is not there: every request fails at once. */
  down: boolean;
  /** Somebody else answers: a sign-in page, a gateway. */
  strangers: number;
  requestLost: number;
  requestCut: number;
  /** Of a piece of a photo fewer bytes arrive than were sent. */
  pieceCut: number;
  /** A byte of a piece arrives as another one. */
  pieceDamaged: number;
  doubled: number;
  answerLost: number;
  answerCut: number;
  /** The service itself says that it cannot, after it could. */
  trouble: number;
  /** Mean time of one way, in milliseconds. */
  delay: number;
}

export const NO_FAULTS: Faults = {
  down: false,
  strangers: 0,
  requestLost: 0,
  requestCut: 0,
  pieceCut: 0,
  pieceDamaged: 0,
  doubled: 0,
  answerLost: 0,
  answerCut: 0,
  trouble: 0,
  delay: 100,
};

const html = { 'content-type': 'text/html' };
const json = { 'content-type': 'application/json' };
const page = '<!doctype html><title>Sign in to Free WiFi</title><form action=/login></form>';

/** What answers in the service's place. */
export const strangers = {
  page: () => new Response(page, { status: 200, headers: html }),
  pageSaidToBeJson: () => new Response(page, { status: 200, headers: json }),
  otherJson: () => new Response('{"login":true}', { status: 200, headers: json }),
  redirect: () => new Response(null, { status: 302, headers: { location: 'http://wifi.test/login' } }),
  networkSignIn: () => new Response(page, { status: 511, headers: html }),
  forbiddenPage: () => new Response(page, { status: 403, headers: html }),
  badGateway: () => new Response('<h1>502 Bad Gateway</h1>', { status: 502, headers: html }),
  unavailable: () => new Response('', { status: 503, headers: { 'retry-after': '120' } }),
  busy: () => refusal(429, 'TOO_MANY_REQUESTS', { 'retry-after': '30' }),
} as const;

/** A refusal as the service writes it. */
export const refusal = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ defined: true, code, status, message: code }, { status, headers });

/** A piece of a photo with its bytes as they arrive. */
function pieceWith(body: string, arriving: (bytes: Buffer) => Buffer): string {
  const piece = JSON.parse(body) as { bytes: string };
  const bytes = arriving(Buffer.from(piece.bytes, 'base64'));
  return JSON.stringify({ ...piece, bytes: bytes.toString('base64') });
}

/** A network between a device and the service that does whatever real ones do. */
export function faultyFetch(
  world: World,
  app: App,
  luck: Chance,
  faults: () => Faults,
  session: () => string,
) {
  const broken = (): Error => new TypeError('fetch failed');
  const cut = (text: string): string => text.slice(0, luck.whole(0, text.length));
  const damaged = (bytes: Buffer): Buffer => {
    const at = luck.whole(0, bytes.length);
    return Buffer.from(bytes.map((byte, n) => (n === at ? byte ^ 1 : byte)));
  };
  const pieceOnItsWay = (body: string, f: Faults): string => {
    const cutShort = luck.hits(f.pieceCut)
      ? pieceWith(body, (bytes) => bytes.subarray(0, luck.whole(0, bytes.length + 1)))
      : body;
    return luck.hits(f.pieceDamaged) ? pieceWith(cutShort, damaged) : cutShort;
  };

  return (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const f = faults();
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      const body = typeof init.body === 'string' ? init.body : null;
      /** Never, or broken off after a while: both happen. */
      const lose = (): void => {
        if (luck.hits(0.5)) world.after(luck.delay(5000), () => reject(broken()));
      };
      if (f.down) {
        world.after(luck.delay(20), () => reject(broken()));
        return;
      }
      if (luck.hits(f.strangers)) {
        const name = luck.of(Object.keys(strangers) as [keyof typeof strangers]);
        world.after(luck.delay(f.delay), () => resolve(strangers[name]()));
        return;
      }
      if (luck.hits(f.requestLost)) {
        lose();
        return;
      }
      const arrive = async (): Promise<void> => {
        const headers = { ...(init.headers as Record<string, string>), 'x-session': session() };
        const whole = body !== null && url.endsWith('/photos') ? pieceOnItsWay(body, f) : body;
        const sent = whole !== null && luck.hits(f.requestCut) ? cut(whole) : whole;
        const method = init.method ?? 'GET';
        const answer = await app(new Request(url, { method, headers, ...(sent !== null && { body: sent }) }));
        if (luck.hits(f.answerLost)) {
          lose();
          return;
        }
        const told = luck.hits(f.trouble)
          ? refusal(500, 'INTERNAL_SERVER_ERROR')
          : luck.hits(f.answerCut)
            ? new Response(cut(await answer.text()), answer)
            : answer;
        world.after(luck.delay(f.delay), () => resolve(told));
      };
      world.after(luck.delay(f.delay), arrive);
      if (luck.hits(f.doubled)) world.after(luck.delay(f.delay * 20), arrive);
    });
}
