/** A machine client's token begins with this, so that a leaked one is recognised. */
export const TOKEN_MARK = 'cpd_';

/** 256 random bits, as text for a link or a header. */
export function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** What is kept of a secret of 256 random bits: SHA-256 in hexadecimal. Passwords need a slow hash instead. */
export async function digestOf(secret: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The machine client's token of a request, or null. */
export function tokenIn(request: Request): string | null {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return bearer?.startsWith(TOKEN_MARK) ? bearer : null;
}
