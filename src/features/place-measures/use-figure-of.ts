import type { PlaceFigure } from '#src/domain/place-figure.ts';
import { useFormat } from '#src/messages/format.ts';

/** Writes a figure over many villages, and each village's own, as the page does. */
export function useFigureOf(code: PlaceFigure): (n: number) => string {
  const { quantity, share, index } = useFormat();
  if (code === 'poorPersons') return (n) => quantity(n, 'person');
  if (code === 'poorHouseholds') return (n) => quantity(n, 'household');
  if (code === 'incidence') return (n) => quantity(n, 'percent');
  return code === 'severity' ? index : share;
}
