/** Why bytes are not a picture as it is kept here: no JPEG, or one that tells more than the picture. */
export type JpegProblem = 'notJpeg' | 'carriesMore';

export interface JpegFacts {
  width: number;
  height: number;
}

interface Segment {
  marker: number;
  /** Of its first byte (the 0xFF of its marker), and of the byte after its last. */
  from: number;
  to: number;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const DQT = 0xdb;
const DHT = 0xc4;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
/** A JFIF header without a thumbnail in it. */
const BARE_JFIF = 16;
/** Baseline, extended and progressive; what browsers draw. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);
/** Of a marker with nothing behind it: restarts, and one that only fills. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/**
 * The parts of a JPEG (ISO/IEC 10918-1, annex B), a scan's coded data with its header; null where they do not
 * lead from its start to its end, or anything comes after that.
 */
function segmentsIn(bytes: Uint8Array): Segment[] | null {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) return null;
  const found: Segment[] = [];
  let at = 2;
  // Wherever lengths lead, also back into a length or beyond the end: what begins with no marker ends it.
  while (bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return at + 2 === bytes.length ? found : null;
    if (isBare(marker) || marker === 0x00 || marker === SOI) return null;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    let to = at + 2 + length;
    if (marker === SOS) to = endOfScan(bytes, to);
    found.push({ marker, from: at, to });
    at = to;
  }
  return null;
}

/** Coded data goes on until a marker that is neither a stuffed 0xFF nor a restart. */
function endOfScan(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0x00 && !isBare(next)) return at;
    at += 1;
  }
  return bytes.length;
}

/** Whether a segment draws the picture. Exif with position and device, thumbnails, comments and profiles do not. */
function draws(bytes: Uint8Array, { marker, from, to }: Segment): boolean {
  if (marker === APP0) {
    const name = String.fromCodePoint(...bytes.subarray(from + 4, from + 9));
    return name === 'JFIF\0' && to - from === BARE_JFIF + 2;
  }
  // Adobe's says how colours are coded. All others from there up are data of programs, reserved, or comments.
  return marker === APP14 || marker < APP1;
}

/** What a JPEG is, as far as it says; or why it is none that is kept. It does not decode it. */
export function readJpeg(bytes: Uint8Array): JpegFacts | JpegProblem {
  const segments = segmentsIn(bytes);
  if (!segments) return 'notJpeg';
  const has = (marker: number): boolean => segments.some((s) => s.marker === marker);
  const [frame, another] = segments.filter((s) => FRAMES.has(s.marker));
  if (!frame || another || !has(DQT) || !has(DHT) || !has(SOS)) return 'notJpeg';
  const two = (at: number): number =>
    ((bytes[frame.from + at] ?? 0) << 8) | (bytes[frame.from + at + 1] ?? 0);
  const height = two(5);
  const width = two(7);
  if (height === 0 || width === 0) return 'notJpeg';
  return segments.every((s) => draws(bytes, s)) ? { width, height } : 'carriesMore';
}

/**
 * The same picture with nothing but what draws it: some browsers write an Exif header of their own when they
 * encode. Null where it is no JPEG.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const segments = segmentsIn(bytes);
  if (!segments) return null;
  const kept = segments.filter((s) => draws(bytes, s)).map(({ from, to }) => bytes.subarray(from, to));
  const bare = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 4));
  bare.set([0xff, SOI]);
  let at = 2;
  for (const part of kept) {
    bare.set(part, at);
    at += part.length;
  }
  bare.set([0xff, EOI], at);
  return bare;
}
