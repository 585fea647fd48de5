import { guarantees } from '#src/domain/indicator.ts';
import type { FigureExplanation } from '#src/domain/figure-explanation.ts';
import { figureWords } from '#src/messages/figures.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { useRulesText } from './rules-text.ts';

/** By which rules the figure is measured, where it is by any. */
export function FigureRules({ explained }: { explained: FigureExplanation }) {
  const t = useMessages(figureWords);
  const { cutoffs } = useMessages(measuresWords);
  const rulesText = useRulesText();
  const { rules, deprivationRule, from, to } = explained;
  if (!rules && !deprivationRule) return null;
  const now = rules && { on: to.on, ...rules.to };
  const then = rules?.from && from ? { on: from.on, ...rules.from } : now;
  return (
    <>
      <dt>{t.rules}</dt>
      {then && now ? <dd>{rulesText(then, now).full}</dd> : null}
      {deprivationRule ? <dd>{cutoffs(Math.round(deprivationRule.k * guarantees.length))}</dd> : null}
    </>
  );
}
