import type { Term, Why } from '#src/domain/decompose.ts';
import type { WhyHouseholds } from '#src/domain/why-answer.ts';
import type { Explained } from '#src/domain/why-changed.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { whyHouseholdWords } from '#src/messages/why-households.ts';

type Effect = WhyHouseholds['parts'][number]['effects'][number];

/** What a household was counted as before and after a step, in words. */
export function useTermText(what: Explained, part: Why): (end: 'before' | 'after', effect: Effect) => string {
  const t = useMessages(whyHouseholdWords).terms;
  const state = useMessages(terms).guarantee;
  const { number, quantity } = useFormat();
  const saidOf = ({ amount, base }: Term): string => {
    if (what === 'incidence') return amount > 0 ? t.poor(amount) : t.notPoor;
    if (what === 'poorByIncome') return amount > 0 ? t.below(base) : t.notBelow(base);
    if (what === 'meanIncome') return t.perPerson(quantity(amount / base, 'yuan'), base);
    return base === 0 ? state.notApplicable : amount > 0 ? state.met : state.notMet;
  };
  return (end, { householdId, ...effect }) => {
    const term = effect[end];
    if (householdId === null) return term ? t.population(number(term.base)) : t.unknown;
    if (term) return saidOf(term);
    const isAbsent = (part === 'joined' && end === 'before') || (part === 'left' && end === 'after');
    return isAbsent ? t.absent : t.unknown;
  };
}
