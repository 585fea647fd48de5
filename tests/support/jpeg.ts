import { sha256Of } from '#src/domain/content-hash.ts';

export const segment = (marker: number, body: readonly number[]): number[] => [
  0xff,
  marker,
  (body.length + 2) >> 8,
  (body.length + 2) & 0xff,
  ...body,
];
export const ascii = (text: string): number[] => [...text].map((sign) => sign.codePointAt(0) ?? 0);

export const EXIF = segment(0xe1, [...ascii('Exif\0\0MM'), 0, 42, 0, 0, 0, 8, 0, 0, ...ascii('GPSLatitude')]);
export const COMMENT = segment(0xfe, ascii('taken by a phone'));

interface Given {
  width?: number;
  height?: number;
  /** Bytes of coded data: another one makes another picture. */
  scan?: number;
  seed?: number;
  /** What stands before the picture. */
  before?: readonly number[];
  /** The coded data themselves. */
  coded?: readonly number[];
  /** Its parts in another order, more of them or fewer. */
  parts?: (all: Record<Part, number[]>) => readonly (readonly number[])[];
}
type Part = 'jfif' | 'tables' | 'frame' | 'codes' | 'scan';

/** A JPEG as far as its segments tell; no decoder would draw much of it. */
export function jpeg({
  width = 16,
  height = 8,
  scan = 60,
  seed = 1,
  before = [],
  coded = Array.from({ length: scan }, (_, at) => (at * 31 + seed) % 251),
  parts = ({ jfif, tables, frame, codes, scan }) => [jfif, before, tables, frame, codes, scan],
}: Given = {}) {
  const all = {
    jfif: segment(0xe0, [...ascii('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    tables: segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    frame: segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    codes: segment(0xc4, [0, 1, ...Array.from({ length: 15 }, () => 0), 0]),
    scan: [...segment(0xda, [1, 1, 0, 0, 63, 0]), ...coded],
  };
  return new Uint8Array([0xff, 0xd8, ...parts(all).flat(), 0xff, 0xd9]);
}

export const base64Of = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** A photo in one piece, or one of its pieces. */
export async function pieceOf(
  id: string,
  bytes: Uint8Array<ArrayBuffer>,
  from = 0,
  to: number = bytes.length,
) {
  return {
    id,
    size: bytes.length,
    sha256: await sha256Of(bytes),
    at: from,
    bytes: base64Of(bytes.subarray(from, to)),
  };
}
