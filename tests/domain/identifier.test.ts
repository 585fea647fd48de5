import { describe, expect, it } from 'vitest';
import { isIdentifier, maskOf, normalIdentifier } from '#src/domain/identifier.ts';

describe('an identifier', () => {
  it('is taken as typed, without spaces and dashes, in capitals', () => {
    expect(normalIdentifier(' 999999-1990 0101\t001x ')).toBe('99999919900101001X');
  });

  it.each([
    ['certificate', ['9'.repeat(18), '9'.repeat(20), `${'9'.repeat(21)}B`], [17, 19, 21, 23]],
    ['phone', ['9'.repeat(7), '9'.repeat(15), `+${'9'.repeat(12)}`], [6, 16]],
    ['bankAccount', ['9'.repeat(12), '9'.repeat(24)], [11, 25]],
  ] as const)('is possible as a %s of some lengths and no others', (kind, possible, lengths) => {
    expect(possible.filter((value) => !isIdentifier(kind, value))).toEqual([]);
    expect(lengths.filter((length) => isIdentifier(kind, '9'.repeat(length)))).toEqual([]);
    expect(isIdentifier(kind, `${possible[0]}-`)).toBe(false);
    expect(isIdentifier(kind, `-${possible[0]}`)).toBe(false);
  });

  it.each([
    ['certificate', '999999199001011234', '9999************34'],
    ['phone', '13900001234', '139******34'],
    ['bankAccount', '622200001111', '********1111'],
    // Short ones are covered all the same.
    ['phone', '1234567', '123****67'],
  ] as const)('is masked as a %s but for a few signs', (kind, value, mask) => {
    expect(maskOf(kind, value)).toBe(mask);
  });
});
