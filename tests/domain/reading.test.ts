import { describe, expect, it } from 'vitest';
import { indicatorNames, indicatorSpec, valueProblem } from '#src/domain/indicator.ts';

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
