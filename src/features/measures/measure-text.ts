import type { MeasuresAt } from '#src/domain/measures-between.ts';
import type { GuaranteePoverty } from '#src/domain/village-measures.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';

export type Write = (value: number) => string;
type Range = GuaranteePoverty['H']['range'];

/** Figures in the reader's words; what is not there says why. */
export function useMeasureText() {
  const t = useMessages(measuresWords);
  const { share, index } = useFormat();
  const range = (given: Range, write: Write): string | null =>
    given && write(given.low) !== write(given.high) ? t.range(write(given.low), write(given.high)) : null;
  return {
    share,
    index,
    range,
    /** A measure by income: unknown where nobody's income is, not defined where the formula gives nothing. */
    byIncome: ({ income }: MeasuresAt, value: number | null, write: Write): string =>
      value === null ? (income.persons === 0 ? t.unknown : t.notDefined) : write(value),
    /** A measure by guarantees: the number, or from where to where the unknown may take it. */
    dimension: ({ value, range: bounds }: GuaranteePoverty['H'], write: Write): string => {
      if (value !== null) return write(value);
      return bounds ? (range(bounds, write) ?? write(bounds.low)) : t.unknown;
    },
  };
}
