import { useMemo } from 'react';
import type { Locale } from '#src/domain/text.ts';
import { useLocale } from '#src/messages/locale.tsx';

const clock = { hour: '2-digit', minute: '2-digit', hour12: false } as const;
const formats = { time: clock, moment: { month: 'short', day: 'numeric', ...clock } } as const;
const made = new Map<string, Intl.DateTimeFormat>();

/** Made when something is to be said: a phone takes a tenth of a second for the first one. */
function formatOf(which: keyof typeof formats, locale: Locale): Intl.DateTimeFormat {
  const name = `${which} ${locale}`;
  const format = made.get(name) ?? new Intl.DateTimeFormat(locale, formats[which]);
  made.set(name, format);
  return format;
}

/** Hour and day of this device's clock, for what is kept on it: what the register holds has days, not hours. */
export function useMoment() {
  const { locale } = useLocale();
  return useMemo(
    () => ({
      time: (at: number): string => formatOf('time', locale).format(at),
      moment: (at: number): string => formatOf('moment', locale).format(at),
    }),
    [locale],
  );
}
