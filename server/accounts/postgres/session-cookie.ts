import { createHmac, timingSafeEqual } from 'node:crypto';
import { SESSION_COOKIE } from './auth.ts';

const FOUND = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([^;]*)`);

/** The cookie that forgets the session. A browser takes it only with what `__Host-` asks for. */
export const FORGET_SESSION = `${SESSION_COOKIE}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict`;

/**
 * The session's token that a request brings, if better-auth signed it with the secret;
 * else null. Its own way to verify takes ten times as long, and each request pays for it.
 */
export function tokenInCookie(request: Request, secret: string): string | null {
  const value = decoded(FOUND.exec(request.headers.get('cookie') ?? '')?.[1] ?? '');
  const at = value.lastIndexOf('.');
  if (at < 1) return null;
  const token = value.slice(0, at);
  const given = Buffer.from(value.slice(at + 1));
  const due = Buffer.from(createHmac('sha256', secret).update(token).digest('base64'));
  return given.length === due.length && timingSafeEqual(given, due) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
