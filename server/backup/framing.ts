import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { BackupRefused } from './refusal.ts';

/**
 * How a backup lies in its file, before it is compressed: lines of text, and streams of
 * bytes in frames (the length as a line, then so many bytes; a stream ends with 0). The
 * last line is the SHA-256 of everything before it.
 */
const MARK = 'sha256 ';
/** Longer is no line of ours. */
const LONGEST_LINE = 10_000_000;

/** Fails when the stream ends instead: the disk is full. */
async function drained(out: Writable): Promise<void> {
  if (out.destroyed) throw out.errored ?? new Error('the file ended');
  await Promise.race([
    once(out, 'drain'),
    once(out, 'close').then(() => {
      throw out.errored ?? new Error('the file ended');
    }),
  ]);
}

/** Writes one, with the pressure of whoever takes the bytes. */
export class FrameWriter {
  readonly #out: Writable;
  readonly #hash = createHash('sha256');

  constructor(out: Writable) {
    this.#out = out;
  }

  async #write(bytes: Uint8Array | string): Promise<void> {
    this.#hash.update(bytes);
    if (!this.#out.write(bytes)) await drained(this.#out);
  }

  line(text: string): Promise<void> {
    return this.#write(`${text}\n`);
  }

  async stream(source: AsyncIterable<Uint8Array>): Promise<void> {
    for await (const bytes of source) {
      if (bytes.length === 0) continue;
      await this.line(`${bytes.length}`);
      await this.#write(bytes);
    }
    await this.line('0');
  }

  /** Writes the last line; nothing can follow. */
  close(): void {
    this.#out.end(`${MARK}${this.#hash.digest('hex')}\n`);
  }
}

/** Reads one; throws `BackupRefused` where it ends too soon or is not what was written. */
export class FrameReader {
  readonly #source: AsyncIterator<Uint8Array>;
  readonly #hash = createHash('sha256');
  #left = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done) return false;
    this.#left = this.#left.length > 0 ? Buffer.concat([this.#left, value]) : Buffer.from(value);
    return true;
  }

  async #rawLine(): Promise<string> {
    for (;;) {
      const end = this.#left.indexOf('\n');
      if (end >= 0) {
        const text = this.#left.toString('utf8', 0, end);
        this.#left = this.#left.subarray(end + 1);
        return text;
      }
      if (this.#left.length > LONGEST_LINE || !(await this.#more())) {
        throw new BackupRefused('The backup is damaged or ends too soon');
      }
    }
  }

  async line(): Promise<string> {
    const text = await this.#rawLine();
    this.#hash.update(`${text}\n`);
    return text;
  }

  /** The bytes of one stream. */
  async *stream(): AsyncGenerator<Buffer> {
    for (;;) {
      const text = await this.line();
      if (!/^\d{1,12}$/.test(text)) throw new BackupRefused('The backup is damaged');
      let wanted = Number(text);
      if (wanted === 0) return;
      while (wanted > 0) {
        if (this.#left.length === 0 && !(await this.#more())) {
          throw new BackupRefused('The backup ends too soon');
        }
        const bytes = this.#left.subarray(0, wanted);
        this.#left = this.#left.subarray(bytes.length);
        this.#hash.update(bytes);
        wanted -= bytes.length;
        yield bytes;
      }
    }
  }

  /** Reads the last line, and that nothing follows. */
  async close(): Promise<void> {
    const text = await this.#rawLine();
    if (text !== MARK + this.#hash.digest('hex')) throw new BackupRefused('The backup is damaged');
    if (this.#left.length > 0 || (await this.#more())) throw new BackupRefused('The backup is damaged');
  }
}
