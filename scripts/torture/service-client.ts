import { sendJson, send } from '#tests/support/hosted.ts';

const PASSWORD = 'a torture is no secret';

/** Answers of a service that may be dead at any moment: null where none came whole. */
export async function tried<T>(asking: Promise<T>): Promise<T | null> {
  return asking.catch(() => null);
}

async function signIn(url: string, signInName: string): Promise<string> {
  const answer = await sendJson(`${url}/api/session`, 'POST', { signInName, password: PASSWORD });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (!cookie) throw new Error(`${signInName} was not let in: ${answer.status}`);
  return cookie;
}

async function accept(url: string, secret: string): Promise<void> {
  const answer = await sendJson(`${url}/api/invitations/accept`, 'POST', { secret, password: PASSWORD });
  if (answer.status !== 200) throw new Error(`the link was refused: ${answer.text}`);
}

/** Goes the whole way from the first link to a cadre of that place; the cadre's cookie. */
export async function cadreOf(url: string, firstSecret: string, place: string): Promise<string> {
  await accept(url, firstSecret);
  const cookie = await signIn(url, 'admin');
  const draft = { signInName: 'cadre', name: 'Cadre', role: 'villageCadre', places: [place] };
  const invited = await sendJson(`${url}/api/accounts`, 'POST', draft, { cookie, origin: url });
  await accept(url, (JSON.parse(invited.text) as { secret: string }).secret);
  return signIn(url, 'cadre');
}

/** Sends a visit; its receipt's text where it was acknowledged, null where no answer came or the service is busy. */
export async function put(url: string, cookie: string, id: string, draft: unknown): Promise<string | null> {
  const answer = await tried(sendJson(`${url}/api/visits/${id}`, 'PUT', draft, { cookie, origin: url }));
  if (answer === null || answer.status === 503 || answer.status === 429) return null;
  if (answer.status !== 200) throw new Error(`a visit was refused: ${answer.status} ${answer.text}`);
  return answer.text;
}

export async function getJson<T>(url: string, path: string, cookie: string): Promise<T> {
  const answer = await send(`${url}/api${path}`, { headers: { cookie } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return JSON.parse(answer.text) as T;
}
