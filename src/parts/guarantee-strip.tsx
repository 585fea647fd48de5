import { guarantees, type Guarantee, type GuaranteeState } from '#src/domain/indicator.ts';
import { householdsWords } from '#src/messages/households.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import classes from './guarantee-strip.module.css';

const glyphs: Record<GuaranteeState, string> = { met: '✓', notMet: '✕', unknown: '?', notApplicable: '–' };

/** The six guarantees in their order, a glyph each; said in words to those who listen. */
export function GuaranteeStrip({ states }: { states: Record<Guarantee, GuaranteeState> }) {
  const t = useMessages(householdsWords);
  const term = useMessages(terms);
  const said = guarantees.map((name) => `${term.indicator[name]} ${term.guarantee[states[name]]}`).join(', ');
  return (
    <span className={classes.strip} role="img" aria-label={t.guaranteesSaid(said)} title={said}>
      {guarantees.map((name) => (
        <span key={name} className={classes.glyph} data-state={states[name]}>
          {glyphs[states[name]]}
        </span>
      ))}
    </span>
  );
}
