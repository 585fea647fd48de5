import { guarantees } from '#src/domain/indicator.ts';
import type { MeasuresBetween } from '#src/domain/measures-between.ts';
import { EVERYWHERE, placeNodesOf, type Village } from '#src/domain/place.ts';
import type { RuleHead } from '#src/domain/rule.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import classes from './measures.module.css';

/** Which line, which income and which cutoff: each with its place, its source, and whether anybody checked it. */
export function RulesUsed({ measures, village }: { measures: MeasuresBetween; village: Village }) {
  const t = useMessages(measuresWords);
  const lineWords = useLineWords();
  const { from, to, incomeRule, deprivationRule } = measures;
  const ends = from.line?.id === to.line?.id ? [to] : [from, to];
  return (
    <section className={classes.rules}>
      <h3>{t.rules}</h3>
      <ul>
        {ends.map((end) => (
          <li key={end.visit.id}>
            <strong>{lineWords(end)}</strong> {end.line ? <Head rule={end.line} village={village} /> : null}
          </li>
        ))}
        <li>
          <strong>{t.ruleSets[incomeRule.id] ?? incomeRule.id}</strong>{' '}
          <Head rule={incomeRule} village={village} />
        </li>
        <li>
          <strong>{t.cutoffs(Math.round(deprivationRule.k * guarantees.length))}</strong>{' '}
          <Head rule={deprivationRule} village={village} />
        </li>
      </ul>
    </section>
  );
}

/** The line in words: yuan and year, or that there is none. */
export function useLineWords(): (end: MeasuresBetween['to']) => string {
  const t = useMessages(measuresWords);
  const { quantity } = useFormat();
  return ({ line, visit }) => {
    if (!line) return t.noLine(visit.on.slice(0, 4));
    const yuan = quantity(line.yuan, 'yuan');
    return t.lineOf(line.approximate ? `${t.approximate} ${yuan}` : yuan, line.year);
  };
}

function Head({ rule, village }: { rule: RuleHead; village: Village }) {
  const t = useMessages(measuresWords);
  const { text } = useFormat();
  const name = placeNodesOf(village).find((node) => node.path === rule.place)?.name;
  const place = rule.place === EVERYWHERE || !name ? t.everywhere : text(name);
  return (
    <>
      {text(rule.source)} · {t.place(place)} ·{' '}
      <span className={classes.checked}>{rule.verified ? t.verified : t.notVerified}</span>
    </>
  );
}
