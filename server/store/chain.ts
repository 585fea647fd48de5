import { chainText } from '#src/domain/audit.ts';

/** The hash of an entry, SHA-256 in hexadecimal. */
export async function chainHash(prevHash: string, number: number, payload: string): Promise<string> {
  const bytes = new TextEncoder().encode(chainText(prevHash, number, payload));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
