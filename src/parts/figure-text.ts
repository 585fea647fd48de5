import type { FigureUnit } from '#src/domain/figure-explanation.ts';
import { useFormat } from '#src/messages/format.ts';

interface FigureText {
  /** As the pages write it. */
  quantity: (n: number, unit: FigureUnit) => string;
  /** To be computed again, so yuan are not rounded to 万. */
  exact: (n: number, unit: FigureUnit) => string;
}

/** Writes what stands in an explanation, an index among it. */
export function useFigureText(): FigureText {
  const { quantity, number, index } = useFormat();
  const written = (n: number, unit: FigureUnit) => (unit === 'index' ? index(n) : quantity(n, unit));
  return {
    quantity: written,
    exact: (n, unit) => (unit === 'yuan' ? `¥${number(n, unit)}` : written(n, unit)),
  };
}
