import { describe, expect, it } from 'vitest';
import { isCommonPassword } from '#src/domain/common-password.ts';

describe('a common password', () => {
  it.each([
    ['a common one', 'passwordpassword'],
    ['a common one in capitals', 'Qwerty123456'],
    ['a common one in wide letters', 'ｐａｓｓｗｏｒｄ１２３４'],
    ['a common one among blanks', ' 123456789012 '],
    ['one character', 'aaaaaaaaaaaaaaaa'],
    ['few characters', '121212341212'],
    ['the sign-in name and more', 'my.cadre-1.2018'],
    ['the sign-in name in capitals', 'CADRE-1 came by'],
  ])('is %s', (_kind, password) => {
    expect(isCommonPassword(password, 'cadre-1')).toBe(true);
  });

  it.each(['a long and quiet evening', '七月二日，水渠修到了村口边上', 'cadre 1 came by the canal'])(
    'is not “%s”',
    (password) => {
      expect(isCommonPassword(password, 'cadre-1')).toBe(false);
    },
  );
});
