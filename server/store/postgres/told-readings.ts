import type { Reading } from '#src/domain/reading.ts';

/** What stands between two readings, and between the parts of one (see `app.readings_since`). */
const BETWEEN = '\u001E';
const WITHIN = '\u001F';
/** Codes begin with a letter. */
const NUMBER = /^[-\d]/;

/**
 * Readings from the lines in which the database tells them. What many of them share
 * (who recorded it, its source) is made once and frozen.
 */
export function readingsTold(lines: string): Reading[] {
  if (lines === '') return [];
  const shared = sharedParts();
  return lines.split(BETWEEN).map((line) => {
    const [
      id,
      kind,
      subjectId,
      indicator,
      value = '',
      trueOn,
      recordedOn,
      sequence,
      recordedBy = '',
      source = '',
      evidence,
      note,
      supersedesId,
      reason = '',
    ] = line.split(WITHIN);
    return {
      id,
      subject: { kind, id: subjectId },
      indicator,
      value: NUMBER.test(value) ? Number(value) : value,
      trueOn,
      recordedOn,
      sequence: Number(sequence),
      recordedBy: shared(recordedBy),
      source: shared(source.startsWith('{') ? source : `{"kind":"visit","visitId":"${source}"}`),
      evidence,
      ...(note && { note: shared(note) }),
      ...(supersedesId && { supersedes: { readingId: supersedesId, reason: shared(reason) } }),
    } as Reading;
  });
}

/** Parts of readings by their JSON. */
function sharedParts(): (json: string) => unknown {
  const made = new Map<string, unknown>();
  return (json) => {
    if (!made.has(json)) made.set(json, JSON.parse(json));
    return made.get(json);
  };
}
