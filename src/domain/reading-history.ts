import type { Reading } from './reading.ts';

/** All of what that reading is one of, the last one recorded first; null where it is not among them. */
export function historyIn(
  readings: readonly Reading[],
  readingId: string,
): { subject: Reading['subject']; readings: Reading[] } | null {
  const asked = readings.find(({ id }) => id === readingId);
  if (!asked) return null;
  const { subject, indicator } = asked;
  return {
    subject,
    readings: readings
      .filter((r) => r.subject.id === subject.id && r.indicator === indicator)
      .toSorted((a, b) => b.sequence - a.sequence),
  };
}
