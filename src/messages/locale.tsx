import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { locale as localeSchema, type Locale } from '#src/domain/text.ts';

/**
 * Words live in typed bundles, both languages side by side: a missing or extra
 * message is a type error, and no code is generated (docs/decisions).
 */
export interface Bundle<Words> {
  en: Words;
  'zh-CN': Words;
}

/** The messages of one part of the product, `en` giving the shape that `zh-CN` must have. */
export function bundle<Words extends object>(words: { en: Words; 'zh-CN': NoInfer<Words> }): Bundle<Words> {
  return words;
}

const STORAGE_KEY = 'locale';

/** The language chosen before, else the browser's, else Chinese. */
export function preferredLocale(stored: string | null, browser: readonly string[]): Locale {
  const chosen = localeSchema.safeParse(stored);
  if (chosen.success) return chosen.data;
  const first = browser.find((tag) => /^(zh|en)\b/i.test(tag));
  return first?.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

interface LocaleChoice {
  locale: Locale;
  setLocale: (locale: Locale) => void;
}
const LocaleContext = createContext<LocaleChoice | null>(null);

/** Gives everything below it a language. Switching re-renders words and keeps state, so a half-filled form stays. */
export function LocaleProvider({ children, initial }: { children: ReactNode; initial?: Locale }) {
  const [locale, setLocale] = useState<Locale>(
    () => initial ?? preferredLocale(localStorage.getItem(STORAGE_KEY), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const choice = useMemo(
    () => ({
      locale,
      setLocale: (next: Locale) => {
        localStorage.setItem(STORAGE_KEY, next);
        setLocale(next);
      },
    }),
    [locale],
  );
  return <LocaleContext value={choice}>{children}</LocaleContext>;
}

/** The reader's language and how to change it. */
export function useLocale(): LocaleChoice {
  const choice = use(LocaleContext);
  if (!choice) throw new Error('useLocale needs a LocaleProvider above it');
  return choice;
}

/** The bundle's words in the reader's language. */
export function useMessages<Words>(words: Bundle<Words>): Words {
  return words[useLocale().locale];
}

/** English plural: `count(3, 'household')` → "3 households". Chinese needs none. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
}
