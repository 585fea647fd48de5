import type { Invitation } from '#src/domain/account.ts';
import type { Role } from '#src/domain/permission.ts';
import type { Place } from '#src/domain/place.ts';

export const NANGANGZI: Place = 'cn/22/2208/220882/honggangzi/nangangzi';
export const PASSWORD = 'mushrooms in the yard';

/** Asks the mocked service with an administrator's right. */
async function asAdministrator<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`http://localhost:3000/api${path}`, {
    method,
    headers: {
      authorization: 'Bearer administrator',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Somebody who was invited and has no password yet. */
export function invited({
  signInName = 'li.na',
  name = 'Li Na',
  role = 'villageCadre',
  places = [NANGANGZI],
}: { signInName?: string; name?: string; role?: Role; places?: Place[] } = {}): Promise<Invitation> {
  return asAdministrator('POST', '/accounts', { signInName, name, role, places });
}

/** Somebody who has set the password and is not signed in. */
export async function withPassword(given?: Parameters<typeof invited>[0]): Promise<Invitation> {
  const invitation = await invited(given);
  await asAdministrator('POST', '/invitations/accept', { secret: invitation.secret, password: PASSWORD });
  return invitation;
}

export const disable = (accountId: string): Promise<unknown> =>
  asAdministrator('POST', `/accounts/${accountId}/disable`, { reason: 'Left the village.' });
