import type { Reading } from '#src/domain/reading.ts';
import { deepFreeze } from '../freeze.ts';

/** What stands between two readings, and between the parts of one (see `app.readings_since`). */
const BETWEEN = '\u001E';
const WITHIN = '\u001F';
/** Codes begin with a letter. */
const NUMBER = /^[-\d]/;

/**
 * Readings from the lines in which the database tells them, frozen. What many of them
 * share (the subject, who recorded it, its source) is made once.
 */
export function readingsTold(lines: string): Reading[] {
  if (lines === '') return [];
  const shared = sharedParts((json) => JSON.parse(json) as unknown);
  const ofVisit = sharedParts((visitId) => ({ kind: 'visit', visitId }));
  const subjects = new Map<string, (id: string) => unknown>();
  const subject = (kind: string, id: string): unknown => {
    const known = subjects.get(kind) ?? sharedParts((ofId) => ({ kind, id: ofId }));
    subjects.set(kind, known);
    return known(id);
  };
  return lines.split(BETWEEN).map((line) => {
    const [
      id,
      kind = '',
      subjectId = '',
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
    return Object.freeze({
      id,
      subject: subject(kind, subjectId),
      indicator,
      value: NUMBER.test(value) ? Number(value) : value,
      trueOn,
      recordedOn,
      sequence: Number(sequence),
      recordedBy: shared(recordedBy),
      source: source.startsWith('{') ? shared(source) : ofVisit(source),
      evidence,
      ...(note && { note: shared(note) }),
      ...(supersedesId && {
        supersedes: Object.freeze({ readingId: supersedesId, reason: shared(reason) }),
      }),
    }) as Reading;
  });
}

/** Parts of readings, each made of its text once, and frozen. */
function sharedParts(make: (text: string) => unknown): (text: string) => unknown {
  const made = new Map<string, unknown>();
  return (text) => {
    const known = made.get(text) ?? deepFreeze(make(text));
    made.set(text, known);
    return known;
  };
}
