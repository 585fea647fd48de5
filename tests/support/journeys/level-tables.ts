import { uncompress } from 'snappyjs';

/** How a LevelDB table ends (`table/format.h`): two handles, padding, and this number. */
const FOOTER = 48;
const MAGIC = Buffer.from('57fb808b247547db', 'hex');
/** Of a block's trailer: how it is compressed, and a checksum. */
const SNAPPY = 1;

interface Handle {
  at: number;
  size: number;
}

/** A whole number of seven bits a byte, and where the next thing stands. */
function varint(bytes: Buffer, from: number): [value: number, next: number] {
  let value = 0;
  for (let at = from, factor = 1; ; at += 1, factor *= 128) {
    const byte = bytes.readUInt8(at);
    value += (byte & 127) * factor;
    if (byte < 128) return [value, at + 1];
  }
}

function handleIn(bytes: Buffer, from: number): [handle: Handle, next: number] {
  const [at, sizeAt] = varint(bytes, from);
  const [size, next] = varint(bytes, sizeAt);
  return [{ at, size }, next];
}

function blockAt(table: Buffer, { at, size }: Handle): Buffer {
  const block = table.subarray(at, at + size);
  return table.readUInt8(at + size) === SNAPPY ? Buffer.from(uncompress(block)) : block;
}

/** The values in a block: keys share what they begin with, and how many places do so stands at its end. */
function valuesIn(block: Buffer): Buffer[] {
  const end = block.length - 4 * (1 + block.readUInt32LE(block.length - 4));
  const values: Buffer[] = [];
  for (let at = 0; at < end;) {
    const [, own] = varint(block, at);
    const [ownLength, length] = varint(block, own);
    const [valueLength, key] = varint(block, length);
    const value = key + ownLength;
    values.push(block.subarray(value, value + valueLength));
    at = value + valueLength;
  }
  return values;
}

/**
 * The blocks of one of LevelDB's tables as they are when they are read, or null for another file: where browsers
 * keep what pages store, they write it compressed.
 * @throws RangeError where the table is cut
 */
export function levelBlocks(file: Buffer): Buffer[] | null {
  if (file.length < FOOTER || !file.subarray(-MAGIC.length).equals(MAGIC)) return null;
  const [about, indexAt] = handleIn(file, file.length - FOOTER);
  const [index] = handleIn(file, indexAt);
  const handles = valuesIn(blockAt(file, index)).map((value) => handleIn(value, 0)[0]);
  return [about, ...handles].map((handle) => blockAt(file, handle));
}
