import { describe, expect, it } from 'vitest';
import type { Bundle } from '#src/messages/locale.tsx';

/** Written the same in both languages: formats, signs and names of units. */
const SAME_IN_BOTH = new Set(['CSV', 'PNG', 'SVG', '—']);
/** A language is offered in its own name. */
const IN_THE_OTHER_LANGUAGE = new Set(['switchLanguage']);
/** A number without a unit has no hint of one. */
const EMPTY_BY_NATURE = new Set(['unitHint.none']);

type Words = Record<string, unknown>;
const modules = import.meta.glob<Record<string, unknown>>('../../src/messages/*.{ts,tsx}', { eager: true });

const isBundle = (value: unknown): value is Bundle<Words> =>
  typeof value === 'object' && value !== null && 'en' in value && 'zh-CN' in value;

const bundles = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) =>
    isBundle(value) ? [{ name: `${name} in ${file.replace('../../', '')}`, words: value }] : [],
  ),
);

/**
 * A stand-in for whatever a message is given: it has every property, can be called,
 * and reads as 3, in numbers and in text alike.
 */
const anything: unknown = new Proxy(() => anything, {
  get: (_target, key) => {
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'string' ? '3' : 3);
    if (key === Symbol.iterator) return [][Symbol.iterator].bind([]);
    if (key === 'toString' || key === 'toLocaleString' || key === 'join') return () => '3';
    return anything;
  },
});

/** Every text of a bundle with the path to it; what is a function is asked for its sentence. */
function texts(words: unknown, path: string[] = []): [path: string, text: string][] {
  if (typeof words === 'string') return [[path.join('.'), words]];
  if (typeof words === 'function') {
    const sentence: unknown = words(anything, anything, anything, anything);
    return texts(sentence, path);
  }
  if (typeof words === 'object' && words !== null) {
    return Object.entries(words).flatMap(([key, value]) => texts(value, [...path, key]));
  }
  return [];
}

const hasChinese = (text: string) => /\p{Script=Han}/u.test(text);
const hasWords = (text: string) => /\p{L}/u.test(text);

it('finds the bundles', () => {
  expect(bundles.map(({ name }) => name)).toContain('terms in src/messages/terms.ts');
});

describe.each(bundles)('$name', ({ words }) => {
  const english = texts(words.en);
  const chinese = texts(words['zh-CN']);
  const other = new Map(english);

  it('says the same things in both languages', () => {
    expect(chinese.map(([path]) => path).toSorted()).toEqual(english.map(([path]) => path).toSorted());
    expect(chinese.length).toBeGreaterThan(0);
  });

  it('leaves nothing empty', () => {
    const empty = [...english, ...chinese].filter(
      ([path, text]) => !EMPTY_BY_NATURE.has(path) && !text.trim(),
    );
    expect(empty).toEqual([]);
  });

  it('is Chinese in Chinese and not in English', () => {
    const judged = ([path, text]: [string, string]) =>
      hasWords(text) && !SAME_IN_BOTH.has(text) && !IN_THE_OTHER_LANGUAGE.has(path);
    expect(chinese.filter(judged).filter(([, text]) => !hasChinese(text))).toEqual([]);
    expect(chinese.filter(judged).filter(([path, text]) => text === other.get(path))).toEqual([]);
    expect(english.filter(judged).filter(([, text]) => hasChinese(text))).toEqual([]);
  });
});
