import type { Unit } from '#src/domain/indicator.ts';
import { textIn, type Locale, type Text } from '#src/domain/text.ts';
import { calendar } from './calendar.ts';
import { useLocale } from './locale.tsx';

/** What stands where a figure is not known. Shown with a word beside it wherever there is room. */
export const UNKNOWN_SIGN = '—';

const unitWords: Record<Locale, Record<Unit, (n: string, one: boolean) => string>> = {
  en: {
    yuan: (n) => `¥${n}`,
    person: (n, one) => `${n} ${one ? 'person' : 'people'}`,
    percent: (n) => `${n}%`,
    mu: (n) => `${n} mu`,
    household: (n, one) => `${n} ${one ? 'household' : 'households'}`,
    bag: (n, one) => `${n} ${one ? 'bag' : 'bags'}`,
    none: (n) => n,
  },
  'zh-CN': {
    yuan: (n) => `¥${n}`,
    person: (n) => `${n} 人`,
    percent: (n) => `${n}%`,
    mu: (n) => `${n} 亩`,
    household: (n) => `${n} 户`,
    bag: (n) => `${n} 袋`,
    none: (n) => n,
  },
};

/** Numbers, units, days and texts as the reader writes them. */
export function formatFor(locale: Locale): Format {
  made[locale] ??= makeFormat(locale);
  return made[locale];
}

/** One for each language: every cell of a long list wants it, and the browser's own formats take long to make. */
const made: Partial<Record<Locale, Format>> = {};

/** Made when it is first wanted: a page shows its first words without any. */
function later<Made>(make: () => Made): () => Made {
  let one: Made | null = null;
  return () => (one ??= make());
}

function makeFormat(locale: Locale) {
  const digits = (least: number, most: number) =>
    later(() => new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most }));
  const [whole, precise, index] = [digits(0, 0), digits(0, 1), digits(3, 3)];
  const signed = (words: string, n: number) => (n > 0 ? `+${words}` : words);

  /** A number alone: whole for money and counts, one decimal for percent. */
  const number = (n: number, unit: Unit = 'none'): string =>
    (unit === 'percent' || unit === 'mu' || unit === 'none' ? precise : whole)().format(n);

  /** With its unit; 万 from a hundred thousand yuan on in Chinese, where people say it so. */
  const quantity = (n: number | null, unit: Unit): string => {
    if (n === null) return UNKNOWN_SIGN;
    if (unit === 'yuan' && locale === 'zh-CN' && Math.abs(n) >= 100_000) {
      return `¥${precise().format(n / 10_000)}万`;
    }
    const words = unitWords[locale][unit](number(Math.abs(n), unit), Math.abs(n) === 1);
    return n < 0 ? `−${words}` : words;
  };

  return {
    number,
    quantity,
    /** An index without a unit, such as a Gini coefficient: three decimals. */
    index: (n: number): string => index().format(n).replace('-', '−'),
    /** A share of 1, in percent. */
    share: (n: number): string => quantity(100 * n, 'percent'),
    /** A difference, with its sign. */
    difference: (n: number | null, unit: Unit): string =>
      n === null ? UNKNOWN_SIGN : signed(quantity(n, unit), n),
    /** For sentences; tables keep the ISO day. */
    day: (iso: string): string => {
      const [year = NaN, month = NaN, day = NaN] = iso.split('-').map(Number);
      return calendar[locale].day(year, month, day);
    },
    text: (words: Text): string => textIn(words, locale),
  };
}
export type Format = ReturnType<typeof makeFormat>;

/** The same, in the reader's language. */
export const useFormat = (): Format => formatFor(useLocale().locale);
