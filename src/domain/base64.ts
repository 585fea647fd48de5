/** Bytes as base64 (RFC 4648 §4), padded. */
export function encodeBase64(bytes: Uint8Array): string {
  let text = '';
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCodePoint(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}

/** @throws where it is no base64 */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text);
  const bytes = new Uint8Array(signs.length);
  for (let at = 0; at < signs.length; at += 1) bytes[at] = signs.codePointAt(at) ?? 0;
  return bytes;
}
