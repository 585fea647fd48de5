import { chainText } from '#src/domain/audit.ts';
import { sha256 } from '#src/domain/content-hash.ts';

/** The hash of an entry, SHA-256 in hexadecimal. */
export const chainHash = (prevHash: string, number: number, payload: string): Promise<string> =>
  sha256(chainText(prevHash, number, payload));
