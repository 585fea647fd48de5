import { constantTimeEqual, makeSignature } from 'better-auth/crypto';
import { SESSION_COOKIE } from './auth.ts';

const FOUND = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([^;]*)`);

/** The cookie that forgets the session. A browser takes it only with what `__Host-` asks for. */
export const FORGET_SESSION = `${SESSION_COOKIE}=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict`;

/** The session's token that a request brings, if it was signed with the secret; else null. */
export async function tokenInCookie(request: Request, secret: string): Promise<string | null> {
  const value = decoded(FOUND.exec(request.headers.get('cookie') ?? '')?.[1] ?? '');
  const at = value.lastIndexOf('.');
  if (at < 1) return null;
  const token = value.slice(0, at);
  return constantTimeEqual(value.slice(at + 1), await makeSignature(token, secret)) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
