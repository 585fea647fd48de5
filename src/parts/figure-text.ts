import type { FigureExplanation, FigureUnit } from '#src/domain/figure-explanation.ts';
import { shownParts } from '#src/domain/shown-parts.ts';
import { whyCodes } from '#src/domain/decompose.ts';
import { whyOf } from '#src/domain/figure-code.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whyWords } from '#src/messages/why.ts';
import { useShare } from './share-text.ts';

interface FigureText {
  /** As the pages write it. */
  quantity: (n: number, unit: FigureUnit) => string;
  /** To be computed again, so yuan are not rounded to 万. */
  exact: (n: number, unit: FigureUnit) => string;
  /** What one household adds: of a change, with one digit more. */
  added: (n: number, unit: FigureUnit) => string;
}

/** Writes what stands in an explanation, indices and changes among it. */
export function useFigureText(): FigureText {
  const { quantity, number, index, difference } = useFormat();
  const { points } = useMessages(whyWords);
  const [inPoints, inYuan] = [useShare('percent'), useShare('yuan')];
  const written = (n: number, unit: FigureUnit): string => {
    if (unit === 'index') return index(n);
    if (unit === 'points') return points(difference(n, 'none'));
    return unit === 'yuanChange' ? difference(n, 'yuan') : quantity(n, unit);
  };
  return {
    quantity: written,
    exact: (n, unit) => (unit === 'yuan' && n >= 0 ? `¥${number(n, unit)}` : written(n, unit)),
    added: (n, unit) =>
      unit === 'points' ? inPoints(n) : unit === 'yuanChange' ? inYuan(n) : written(n, unit),
  };
}

/** The reasons of a change as the page prints them: rounded so that they add up. */
export function asPrinted(explained: FigureExplanation): FigureExplanation {
  const why = whyOf(explained.code);
  const { terms, figure } = explained;
  const levelIn = (name: string) => terms.find(({ term }) => term === name);
  const [told, now] = [levelIn('told'), levelIn('levelNow')];
  if (!why || !told || !now) return explained;
  const reasons = whyCodes.flatMap((code) => {
    const value = levelIn(code)?.to;
    return value === null || value === undefined ? [] : [{ why: code, value }];
  });
  const known = levelIn('toldAsKnown') ?? told;
  const walk = { told: told.to, known: known.to, to: now.to, parts: reasons };
  const shown = shownParts(walk, told.unit === 'percent' ? 1 : 0);
  if (!shown) return explained;
  const printed = new Map<string, number>(reasons.map((one, at) => [one.why, shown.parts[at] ?? 0]));
  const value = why.part === null ? figure.to.value : (printed.get(why.part) ?? null);
  return {
    ...explained,
    figure: { ...figure, to: { ...figure.to, value } },
    terms: terms.map((term) => ({ ...term, to: printed.get(term.term) ?? term.to })),
  };
}
