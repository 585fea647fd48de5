import { describe, expect, it } from 'vitest';
import { callBetween } from '#src/domain/calls.ts';
import type { Stop } from '#src/domain/visit.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const stop = (subjectId: string | null, given: Partial<Stop> = {}): Partial<Stop> => ({
  subjectId,
  ...given,
});

/** Calls of three visits, between the first and the second. */
function calls(stops: { jan?: Partial<Stop>[]; jul?: Partial<Stop>[]; aug?: Partial<Stop>[] }) {
  const { record } = new RecordBuilder()
    .visit('jan', '2018-01-22', { stops: stops.jan ?? [] })
    .visit('jul', '2018-07-02', { stops: stops.jul ?? [] })
    .visit('aug', '2018-08-01', { stops: stops.aug ?? [] });
  const [jan, jul] = record.visits;
  if (!jan || !jul) throw new Error('the test has no two visits');
  return { since: callBetween(record.visits, jan, jul), ever: callBetween(record.visits, null, jul) };
}

describe('how far anybody got with a household', () => {
  it('is met where somebody was spoken to or what was asked about was seen', () => {
    const { since } = calls({ jul: [stop('a'), stop('b', { outcome: 'seen' })] });
    expect([since('a'), since('b')]).toEqual(['met', 'met']);
  });

  it('is nobody home where the door was shut, and none where nobody came', () => {
    const { since } = calls({ jul: [stop('a', { outcome: 'nobodyHome' })] });
    expect([since('a'), since('b')]).toEqual(['nobodyHome', 'none']);
  });

  it('is the best of them, whichever came first', () => {
    const shut = stop('a', { outcome: 'nobodyHome' });
    expect(calls({ jul: [shut, stop('a')] }).since('a')).toBe('met');
    expect(calls({ jul: [stop('a'), shut] }).since('a')).toBe('met');
  });

  it('counts what came after the first visit, up to and including the second', () => {
    const { since, ever } = calls({ jan: [stop('a')], jul: [stop('b')], aug: [stop('c')] });
    expect(['a', 'b', 'c'].map(since)).toEqual(['none', 'met', 'none']);
    expect(['a', 'b', 'c'].map(ever)).toEqual(['met', 'met', 'none']);
  });

  it('is of households alone', () => {
    const { since } = calls({ jul: [stop('a', { kind: 'projectSite' }), stop(null)] });
    expect([since('a'), since('null')]).toEqual(['none', 'none']);
  });
});
