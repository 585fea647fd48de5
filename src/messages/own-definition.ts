import type { Locale } from '#src/domain/text.ts';

/** What a figure means; `docs/measures.md` says it at length. */
export interface Definition {
  name: string;
  /** The query in words; the visits stand beside it. */
  query: string;
  formula: string;
  /** Where the formula comes from. */
  source: string;
  /** What happens to what nobody knows. */
  unknowns: string;
}

/** Of a figure that is no official index. */
export const own = (locale: Locale) =>
  locale === 'en'
    ? 'Counted by this dashboard from the register, no official index'
    : '本系统按建档立卡登记计数，并非官方指标';
