import type { Reading } from '#src/domain/reading.ts';
import type { Text } from '#src/domain/text.ts';
import { deepFreeze } from '../freeze.ts';

/** What stands between two readings, and between the parts of one (see `app.readings_since`). */
const BETWEEN = '\u001E';
const WITHIN = '\u001F';
/** Codes begin with a letter. */
const NUMBER = /^[-\d]/;

/**
 * Readings from the lines in which the database tells them, frozen. What many of them share (the
 * subject, who recorded it, its source) is made once; those of one visit follow each other, so
 * that most parts are the same as in the line before, and are not even taken out of the text.
 *
 * @param visitBy who recorded a visit, and with it what was read there if nothing else is told
 */
export function readingsTold(lines: string, visitBy: (visitId: string) => Text | undefined): Reading[] {
  if (lines === '') return [];
  const readings: Reading[] = [];
  const walk = new Walk(lines);
  const asItIs = () => column((text) => text);
  const kinds = new Map<string, Column<unknown>>();
  const kindOf = column((kind) => {
    const known = kinds.get(kind) ?? column((id) => Object.freeze({ kind, id }));
    kinds.set(kind, known);
    return known;
  });
  const [indicator, trueOn, recordedOn, evidence] = [asItIs(), asItIs(), asItIs(), asItIs()];
  const value = column((text) => (NUMBER.test(text) ? Number(text) : text));
  const [recordedBy, note, reason] = [column(unpacked), column(unpacked), column(unpacked)];
  const source = column((told) => {
    if (told.startsWith(PACKED)) return { source: unpacked(told), by: undefined };
    return { source: Object.freeze({ kind: 'visit', visitId: told }), by: visitBy(told) };
  });
  while (walk.isInside()) {
    const id = walk.text();
    const subject = walk.part(walk.part(kindOf));
    const what = walk.part(indicator);
    const held = walk.part(value);
    const when = walk.part(trueOn);
    const recorded = walk.part(recordedOn);
    const sequence = Number(walk.text());
    const from = walk.part(source);
    const by = walk.part(recordedBy) ?? from.by;
    // One literal: spread together of two, a reading takes a hundred times as long to make.
    const reading: Record<string, unknown> = {
      id,
      subject,
      indicator: what,
      value: held,
      trueOn: when,
      recordedOn: recorded,
      sequence,
      recordedBy: by,
      source: from.source,
      evidence: walk.part(evidence),
    };
    const said = walk.part(note);
    if (said !== undefined) reading['note'] = said;
    if (walk.isInLine()) {
      reading['supersedes'] = Object.freeze({ readingId: walk.text(), reason: walk.part(reason) });
    }
    readings.push(Object.freeze(reading) as unknown as Reading);
    walk.nextLine();
  }
  return readings;
}

/** Json is packed in base64 behind this sign, so that all lines are ASCII. */
const PACKED = '=';
const unpacked = (told: string): unknown =>
  told === '' ? undefined : deepFreeze(JSON.parse(Buffer.from(told.slice(1), 'base64').toString()));

/** One part of all the lines: what was made of each text, and the text that came last. */
interface Column<T> {
  last: string | null;
  value: T | undefined;
  of: (text: string) => T;
}

function column<T>(make: (text: string) => T): Column<T> {
  const made = new Map<string, T>();
  return {
    last: null,
    value: undefined,
    of(text) {
      const known = made.get(text) ?? make(text);
      made.set(text, known);
      return known;
    },
  };
}

/** Goes through the lines part by part. */
class Walk {
  readonly #lines: string;
  #at = 0;
  #lineEnd: number;

  constructor(lines: string) {
    this.#lines = lines;
    this.#lineEnd = this.#endOf(BETWEEN, lines.length);
  }

  isInside = (): boolean => this.#at < this.#lines.length;
  isInLine = (): boolean => this.#at < this.#lineEnd;

  nextLine(): void {
    this.#at = this.#lineEnd + 1;
    this.#lineEnd = this.#endOf(BETWEEN, this.#lines.length);
  }

  text(): string {
    const end = this.#partEnd();
    const text = this.#lines.slice(this.#at, end);
    this.#at = end + 1;
    return text;
  }

  part<T>(of: Column<T>): T {
    const { last } = of;
    if (last !== null && this.#isNext(last)) {
      this.#at += last.length + 1;
      return of.value as T;
    }
    of.last = this.text();
    of.value = of.of(of.last);
    return of.value;
  }

  #isNext(text: string): boolean {
    const end = this.#at + text.length;
    return (
      (end === this.#lineEnd || this.#lines.startsWith(WITHIN, end)) && this.#lines.startsWith(text, this.#at)
    );
  }

  #partEnd(): number {
    const end = this.#endOf(WITHIN, this.#lineEnd);
    return Math.min(end, this.#lineEnd);
  }

  #endOf(sign: string, most: number): number {
    const end = this.#lines.indexOf(sign, this.#at);
    return end < 0 ? most : end;
  }
}
