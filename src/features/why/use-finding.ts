import type { Why } from '#src/domain/decompose.ts';
import type { FigureCode } from '#src/domain/figure-code.ts';
import { shownParts, type Shown } from '#src/domain/shown-parts.ts';
import type { Explanation, WhyAnswer } from '#src/domain/why-answer.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whyWords } from '#src/messages/why.ts';
import type { Says, Through } from '#src/ui/says.ts';

type Unit = Explanation['unit'];
type Part = Explanation['parts'][number];

/** A reason with its value as it is printed. */
export interface ShownPart extends Part {
  printed: number;
}

/** Digits after the point of a level and its parts. */
const digitsOf = (unit: Unit): number => (unit === 'percent' ? 1 : 0);

/** The levels and reasons as they are printed; null where an end is not known. */
function shownOf(e: Explanation): (Omit<Shown, 'parts'> & { parts: ShownPart[] }) | null {
  const shown = shownParts(e, digitsOf(e.unit));
  return shown && { ...shown, parts: e.parts.map((p, at) => ({ ...p, printed: shown.parts[at] ?? 0 })) };
}

/** Whether a level is measured by a line or by what counts as income. */
export const isByIncome = (what: Explanation['what']): boolean =>
  what === 'poorByIncome' || what === 'meanIncome';

/** Whether a reason moved the level, however little: households that come and go may leave it where it was. */
export const isMoved = (part: Part): boolean => part.value !== 0;

/** Says what was found, and why, in the reader's words: all of it in the same digits. */
export function useFinding({ from, to }: Pick<WhyAnswer, 'from' | 'to'>) {
  const t = useMessages(whyWords);
  const { day, difference, quantity } = useFormat();
  const level = (value: number, unit: Unit) => quantity(value, unit);
  const by = (value: number, unit: Unit) =>
    unit === 'percent' ? t.points(difference(value, 'none')) : difference(value, unit);

  const unknown = (e: Explanation, open: Through<FigureCode>): string => {
    const end = (on: string, value: number | null, { missing }: Explanation['ends']['from']) => {
      if (missing) return t.unknownEnd(day(on), t.missing[missing]);
      return value === null ? [] : t.knownEnd(day(on), open(level(value, e.unit), `why.${e.what}`));
    };
    const { missing } = e.ends.from;
    if (missing && missing === e.ends.to.missing) {
      return t.unknown(t.figures[e.what], [t.unknownBoth(t.missing[missing])]);
    }
    return t.unknown(
      t.figures[e.what],
      [end(from.on, e.known, e.ends.from), end(to.on, e.to, e.ends.to)].flat(),
    );
  };

  /** The largest first; those that print as 0 are left to the drawing and the table. */
  const largest = (parts: ShownPart[]): ShownPart[] =>
    parts
      .filter(({ printed }) => printed !== 0)
      .toSorted((a, b) => Math.abs(b.printed) - Math.abs(a.printed));

  const sentenceOf = (e: Explanation, open: Through<FigureCode>): string => {
    const shown = shownOf(e);
    if (!shown) return unknown(e, open);
    const what = t.figures[e.what];
    const levelAt = (value: number) => open(level(value, e.unit), `why.${e.what}`);
    const [a, b] = [levelAt(shown.told), levelAt(shown.to)];
    const found =
      shown.told === shown.to
        ? t.stayed(what, a)
        : shown.to < shown.told
          ? t.fell(what, a, b)
          : t.rose(what, a, b);
    // The unit is said once.
    const said = ({ printed }: ShownPart, at: number) =>
      at === 0 ? by(printed, e.unit) : difference(printed, e.unit === 'percent' ? 'none' : e.unit);
    const reasons = largest(shown.parts).map((p, at) => {
      const code = `why.${e.what}.${p.why}` as const;
      const n = p.households;
      const words = p.why === 'changed' ? t.ofTheSame(n) : quantity(n, 'household');
      // Where the village as a whole is behind it too, it stands among what is told of the reason.
      const households = p.village ? words : open(words, code);
      return t.reason(open(said(p, at), code), t.because[p.why]({ households, n, village: p.village }));
    });
    if (reasons.length > 0) return t.sentence(found, reasons);
    return t.sentence(found, [shown.parts.some(isMoved) ? t.smaller : t.nothingMoved]);
  };

  /** That the first level was told otherwise then; null where nothing of it was corrected since. */
  const corrected = (e: Explanation): Says<FigureCode> | null => {
    const shown = shownOf(e);
    if (!shown || shown.known === null || shown.known === shown.told) return null;
    const { told, known } = shown;
    return (open) => {
      const levelAt = (value: number) => open(level(value, e.unit), `why.${e.what}`);
      return t.correctedSince(day(from.on), levelAt(told), levelAt(known));
    };
  };

  const sentence =
    (e: Explanation): Says<FigureCode> =>
    (open) =>
      sentenceOf(e, open);

  return { by, level, shownOf, largest, sentence, corrected };
}

/** Named by the bar that it is: a reason. */
export const isReason = (id: string, parts: readonly Part[]): id is Why => parts.some((p) => p.why === id);
