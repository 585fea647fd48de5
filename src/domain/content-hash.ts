import { canonical } from './audit.ts';

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits. */
export const sha256 = (text: string): Promise<string> => sha256Of(new TextEncoder().encode(text));

/** SHA-256 of bytes, 64 hexadecimal digits. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * What a device and the service both call this content: the same on either side,
 * whatever the order of the keys. Taken of what the schema made of it (texts
 * trimmed), so a device parses what it is about to send before it hashes it.
 */
export const contentHash = (content: unknown): Promise<string> => sha256(canonical(content));
