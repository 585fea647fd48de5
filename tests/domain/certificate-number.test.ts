import { assert, constantFrom, integer, property, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  certificateBirthday,
  certificateOddity,
  certificateSex,
  checkCharacter,
} from '#src/domain/certificate-number.ts';
import { seeded } from '#tests/support/seed.ts';

/** The two worked examples of the standard GB 11643, which belong to nobody. */
const WITH_X = '11010519491231002X';
const WITH_DIGIT = '440524188001010014';

describe('the check character', () => {
  it('of the standard’s examples is X and 4', () => {
    expect(checkCharacter(WITH_X.slice(0, 17))).toBe('X');
    expect(checkCharacter(WITH_DIGIT.slice(0, 17))).toBe('4');
  });

  it('of ISO 7064’s example 0794 is 0', () => {
    expect(checkCharacter('0794')).toBe('0');
  });

  it('is that of the weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    assert(
      property(stringMatching(/^\d{17}$/), (digits) => {
        const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
        expect(checkCharacter(digits)).toBe('10X98765432'[sum % 11]);
      }),
      seeded(1000),
    );
  });

  it('finds every wrong digit and every two neighbours that changed places', () => {
    assert(
      property(
        stringMatching(/^\d{17}$/),
        integer({ min: 0, max: 15 }),
        integer({ min: 1, max: 9 }),
        (digits, at, by) => {
          const wrong = digits.slice(0, at) + String((Number(digits[at]) + by) % 10) + digits.slice(at + 1);
          expect(checkCharacter(wrong)).not.toBe(checkCharacter(digits));
          const swapped = digits.slice(0, at) + digits[at + 1] + digits[at] + digits.slice(at + 2);
          expect(checkCharacter(swapped) === checkCharacter(digits)).toBe(swapped === digits);
        },
      ),
      seeded(1000),
    );
  });
});

describe('a certificate number', () => {
  it('is not odd where it is right, with a small x as well', () => {
    expect(certificateOddity(WITH_X)).toBeNull();
    expect(certificateOddity(WITH_DIGIT)).toBeNull();
    expect(certificateOddity(WITH_X.toLowerCase())).toBeNull();
  });

  it('may have two or four more characters: a disability certificate', () => {
    expect(certificateOddity(`${WITH_X}43`)).toBeNull();
    expect(certificateOddity(`${WITH_X}43B1`)).toBeNull();
    expect(certificateOddity('11010519491231002043')).toBe('checkDigit');
  });

  it.each([
    ['', 'length'],
    [WITH_X.slice(1), 'length'],
    [`${WITH_X}4`, 'length'],
    [`${WITH_X}43B12`, 'length'],
    [`A${WITH_X.slice(1)}`, 'notDigits'],
    ['11010519491331002X', 'birthday'],
    ['11010519490230002X', 'birthday'],
    ['110105194912310021', 'checkDigit'],
  ])('%s is odd by its %s', (number, oddity) => {
    expect(certificateOddity(number)).toBe(oddity);
  });

  it('tells the birthday and the sex that stand in it', () => {
    expect(certificateBirthday(WITH_X)).toBe('1949-12-31');
    expect(certificateBirthday('00000019000229')).toBeNull();
    expect(certificateBirthday('00000020000229')).toBe('2000-02-29');
    expect(certificateSex(WITH_X)).toBe('female');
    expect(certificateSex(WITH_DIGIT)).toBe('male');
  });

  it('is odd with any other check character', () => {
    assert(
      property(constantFrom(...'0123456789'), (last) => {
        expect(certificateOddity(WITH_X.slice(0, 17) + last)).toBe('checkDigit');
      }),
      seeded(20),
    );
  });
});
