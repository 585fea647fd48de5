import { describe, expect, it } from 'vitest';
import { correctionIn, correctionOf, standing } from '#src/domain/reading.ts';
import { indicatorNames, indicatorSpec, valueProblem } from '#src/domain/indicator.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

describe('a value of an indicator', () => {
  it('may always be unknown', () => {
    for (const name of indicatorNames) expect(valueProblem(name, 'unknown')).toBeNull();
  });

  it('is refused beyond its bounds, in the words of its fault', () => {
    expect(valueProblem('satisfaction', 101)).toBe('tooLarge');
    expect(valueProblem('satisfaction', 100)).toBeNull();
    expect(valueProblem('wage', -1)).toBe('tooSmall');
    expect(valueProblem('persons', 2.5)).toBe('notWhole');
    expect(valueProblem('persons', Number.NaN)).toBe('notANumber');
    expect(valueProblem('wage', 'met')).toBe('notANumber');
    expect(valueProblem('status', 'met')).toBe('notACode');
    expect(valueProblem('status', 1)).toBe('notACode');
    expect(valueProblem('housing', 'notApplicable')).toBeNull();
  });

  it('has a window where it is an income', () => {
    expect(indicatorSpec('wage')).toMatchObject({ window: 'rolling12Months', unit: 'yuan' });
  });
});

describe('a corrected reading', () => {
  const corrects = (readingId: string) => ({ supersedes: { readingId, reason: 'a slip of the pen' } });
  const { readings } = new RecordBuilder()
    .household('a')
    .read('a', 'wage', 10, '2018-01-22', { id: 'first' })
    .read('a', 'wage', 20, '2018-01-22', { id: 'second', ...corrects('first') })
    .read('a', 'wage', 30, '2018-01-22', { id: 'third', evidence: 'document', ...corrects('second') })
    .read('a', 'persons', 4, '2018-01-22', { id: 'other' }).record;

  it('has the end of its corrections in its place', () => {
    expect(['first', 'second', 'third', 'other', 'none'].map((id) => correctionOf(readings, id)?.id)).toEqual(
      ['third', 'third', undefined, undefined, undefined],
    );
    expect(correctionOf(readings, 'other')).toBeNull();
    expect(standing(readings).map(({ id }) => id)).toEqual(['third', 'other']);
  });

  it('is told as the correction was sent', () => {
    const [first, , third] = readings;
    if (!first || !third) throw new Error('there are four readings');
    expect(correctionIn(third)).toEqual({
      readingId: 'second',
      id: 'third',
      value: 30,
      evidence: 'document',
      reason: 'a slip of the pen',
    });
    expect(correctionIn(first)).toMatchObject({ readingId: null, reason: null });
  });
});
