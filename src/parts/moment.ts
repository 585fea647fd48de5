import { useMemo } from 'react';
import { useLocale } from '#src/messages/locale.tsx';

/** Hour and day of this device's clock, for what is kept on it: what the register holds has days, not hours. */
export function useMoment() {
  const { locale } = useLocale();
  return useMemo(() => {
    const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
    const moment = new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    });
    return {
      time: (at: number): string => time.format(at),
      moment: (at: number): string => moment.format(at),
    };
  }, [locale]);
}
