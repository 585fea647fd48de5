import { describe, expect, it } from 'vitest';
import { auditCursor, canonical, chainText } from '#src/domain/audit.ts';
import { isMaskedName, maskedName, maskedText } from '#src/domain/masked-name.ts';
import { isShown, namesTyped, required, textIn, typed } from '#src/domain/text.ts';

describe('a name that is masked', () => {
  it('keeps its first sign in either language', () => {
    const name = { zh: '样例户', en: 'Sample' };
    expect(maskedName(name)).toEqual({ zh: '样＊＊', en: 'S***' });
    expect(maskedText(name)).toEqual({ zh: '样＊＊', en: 'S***' });
    expect(maskedText('样例户')).toBe('样＊＊');
    expect([maskedName({ zh: '', en: '' }), maskedText('')]).toEqual([{ zh: '＊＊', en: '***' }, '＊＊']);
  });

  it('is known as masked in both, not in one', () => {
    expect(isMaskedName(maskedName({ zh: '样例户', en: 'Sample' }))).toBe(true);
    for (const name of [
      { zh: '样＊＊', en: 'Sample' },
      { zh: '样例户', en: 'S***' },
      { zh: '＊＊样', en: '***S' },
    ]) {
      expect(isMaskedName(name)).toBe(false);
    }
  });
});

describe('words', () => {
  it('are told in the reader’s language, or as they were typed', () => {
    const both = { zh: '村', en: 'village' };
    expect([textIn(both, 'zh-CN'), textIn(both, 'en'), textIn('typed', 'en')]).toEqual([
      '村',
      'village',
      'typed',
    ]);
  });

  it('are names apart by whichever comma', () => {
    expect(namesTyped(' a, b，c、d;e；\nf ,, ')).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('can be shown without control signs and halves of signs, at any depth', () => {
    for (const good of ['', 'a\tb\r\nc', '🍄', 5, null, undefined, { a: ['b', null] }])
      expect(isShown(good)).toBe(true);
    for (const bad of ['\u0000', 'a\u0007', '\ud800', ['a', '\u0000'], { a: { b: 'x\u001b' } }]) {
      expect(isShown(bad)).toBe(false);
    }
  });

  it('have a limit, and may have to be there', () => {
    const problem = (schema: ReturnType<typeof typed>, value: string) =>
      schema.safeParse(value).error?.issues[0]?.message;
    expect(typed(3).parse(' abc ')).toBe('abc');
    expect(problem(typed(3), 'abcd')).toBe('tooLong');
    expect(problem(typed(3), 'a\u0000')).toBe('notText');
    expect(problem(required(3), '   ')).toBe('required');
    expect(problem(required(3), 'abc')).toBeUndefined();
  });
});

describe('the text of an act', () => {
  it('is the same whatever the order of its keys, at every depth, and keeps that of its lists', () => {
    expect(canonical({ b: { d: 1, c: null }, a: [{ y: 1, x: 2 }, 'z'] })).toBe(
      '{"a":[{"x":2,"y":1},"z"],"b":{"c":null,"d":1}}',
    );
    expect([canonical(null), canonical('a'), canonical([2, 1])]).toEqual(['null', '"a"', '[2,1]']);
  });

  it('is chained to the one before', () => {
    expect(chainText('hash', 7, '{}')).toBe('hash\n7\n{}');
  });

  it('is found again by where a page of the trail ends', () => {
    expect(auditCursor.safeParse('2018-07-02T08:00:00.000Z~v~12').success).toBe(true);
    for (const wrong of ['2018-13-02T08:00:00.000Z~v~12', '2018-07-02T08:00:00.000Z~v', 'x']) {
      expect(auditCursor.safeParse(wrong).error?.issues[0]?.message).toBe('notACursor');
    }
  });
});
