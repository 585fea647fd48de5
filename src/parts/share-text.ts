import { useLocale, useMessages } from '#src/messages/locale.tsx';
import { whyWords } from '#src/messages/why.ts';

/** A household's share of a change: one digit more than the change itself, so that few of many show. */
export function useShare(unit: 'percent' | 'yuan'): (value: number) => string {
  const { locale } = useLocale();
  const { points } = useMessages(whyWords);
  const digits = unit === 'percent' ? 2 : 1;
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
  return (value) => {
    const size = numbers.format(Math.abs(value));
    const sign = size === '0' ? '' : value < 0 ? '−' : '+';
    return unit === 'percent' ? points(`${sign}${size}`) : `${sign}¥${size}`;
  };
}
