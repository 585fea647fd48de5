import { useMemo } from 'react';
import { calendar, timeOf } from '#src/messages/calendar.ts';
import { useLocale } from '#src/messages/locale.tsx';

/** Hour and day of this device's clock, for what is kept on it: what the register holds has days, not hours. */
export function useMoment() {
  const { locale } = useLocale();
  return useMemo(
    () => ({
      /** @param at milliseconds since 1970 */
      time: (at: number): string => timeOf(new Date(at)),
      moment: (at: number): string => {
        const date = new Date(at);
        return calendar[locale].moment(date.getMonth() + 1, date.getDate(), timeOf(date));
      },
    }),
    [locale],
  );
}
