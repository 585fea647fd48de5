import { z } from 'zod';

/** Limits in characters, the same in the form and in the API. */
export const TEXT_LIMITS = { name: 80, line: 200, note: 2000 } as const;

export const locales = ['zh-CN', 'en'] as const;
export const locale = z.enum(locales);
export type Locale = z.infer<typeof locale>;

/** A name or sentence kept in both languages (places, people, sample data). */
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/**
 * Words as they were given: in both languages, or as one person typed them.
 * Typed words are never machine-translated.
 */
export const text = z.union([z.string(), bilingual]);
export type Text = z.infer<typeof text>;

/** The words in the reader's language, or as they were typed. */
export function textIn(words: Text, reader: Locale): string {
  if (typeof words === 'string') return words;
  return reader === 'zh-CN' ? words.zh : words.en;
}

/** Names as they are typed into one field, whichever comma stands between them. */
export const namesTyped = (words: string): string[] =>
  words
    .split(/[,，、;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Lines of signs that can be shown: no control sign but tab and line end, no half of a surrogate pair. */
const SHOWN = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** Whether every text within is one that can be shown and kept. */
export function isShown(value: unknown): boolean {
  if (typeof value === 'string') return SHOWN.test(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isShown);
}

/** A typed text with a limit; the message is a code that the form puts into words. */
export const typed = (limit: number) =>
  z.string().trim().max(limit, { error: 'tooLong' }).regex(SHOWN, { error: 'notText' });

/** The same, but something has to be there. */
export const required = (limit: number) => typed(limit).min(1, { error: 'required' });
