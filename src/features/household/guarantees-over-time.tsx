import { useMemo } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { Snapshot } from '#src/domain/change.ts';
import type { Household } from '#src/domain/household.ts';
import { guarantees, type GuaranteeState } from '#src/domain/indicator.ts';
import { codeOf } from '#src/domain/reading.ts';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import classes from './household-page.module.css';

interface Props {
  household: Household;
  known: Pick<HouseholdRecord, 'visits' | 'readings'>;
}

const signs: Record<GuaranteeState, string> = { met: '✓', notMet: '✕', unknown: '?', notApplicable: '–' };

/** A row a guarantee, a column a visit; each state opens its reading. */
export function GuaranteesOverTime({ household, known }: Props) {
  const t = useMessages(householdWords);
  const term = useMessages(terms);
  const parts = useMessages(partsWords);
  const { text } = useFormat();
  const columns = useMemo(() => known.visits.map((visit) => new Snapshot(known, visit)), [known]);
  const anything = known.readings.some((r) => (guarantees as readonly string[]).includes(r.indicator));
  const said = (at: Snapshot, name: (typeof guarantees)[number]) => {
    const level = at.level(household.id, name);
    return level ? term.guarantee[codeOf(level) as GuaranteeState] : parts.notRead;
  };
  return (
    <section>
      <h2>{t.guarantees}</h2>
      {anything ? (
        <ChartFigure
          title={t.guarantees}
          source={t.source(text(household.head))}
          fileName={`${household.id}-guarantees`}
          isTable
          table={{
            columns: [t.guaranteeName, ...columns.map((at) => at.on)],
            rows: guarantees.map((name) => [term.indicator[name], ...columns.map((at) => said(at, name))]),
          }}
        >
          <div className={classes.scroll} role="region" aria-label={t.guarantees} tabIndex={0}>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th scope="col">{t.guaranteeName}</th>
                  {columns.map((at) => (
                    <th key={at.on} scope="col">
                      {at.on}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {guarantees.map((name) => (
                  <tr key={name}>
                    <th scope="row">{term.indicator[name]}</th>
                    {columns.map((at, column) => {
                      const level = at.level(household.id, name);
                      const carried = level !== null && columns[column - 1]?.level(household.id, name)?.id === level.id;
                      return (
                        <td key={at.on} data-carried={carried || undefined}>
                          {level ? (
                            <>
                              <ReadingLink readingId={level.id} label={t.guaranteeCell(term.indicator[name], at.on, said(at, name))}>
                                <span aria-hidden>{signs[codeOf(level) as GuaranteeState]}</span> {said(at, name)}
                              </ReadingLink>
                              {carried ? <small>{t.carried}</small> : <EvidenceMark grade={level.evidence} />}
                            </>
                          ) : (
                            <span className={classes.quiet}>{parts.notRead}</span>
                          )}
                        </td>
                      );
                    })}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </ChartFigure>
      ) : (
        <p className={classes.calm}>{t.noGuarantees}</p>
      )}
    </section>
  );
}
