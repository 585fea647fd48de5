import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ChartFigure } from '#src/charts/chart-figure.tsx';
import { PartRows, type RowPartLook } from '#src/charts/part-rows.tsx';
import type { Day } from '#src/domain/day.ts';
import {
  ledgerFindings,
  type LedgerEntry,
  type LedgerFilter,
  type LedgerFinding,
} from '#src/domain/ledger.ts';
import { countByTheme, countLedger } from '#src/domain/ledger-list.ts';
import { commitmentsWords } from '#src/messages/commitments.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark } from '#src/parts/evidence-mark.tsx';
import figureLink from '#src/parts/figure-link.module.css';
import type { Says } from '#src/ui/says.ts';
import { Sentence } from '#src/ui/sentence.tsx';
import classes from './commitments.module.css';
import { useStateName } from './state-name.ts';

const route = getRouteApi('/commitments');

const looks: Record<LedgerFinding, RowPartLook> = {
  kept: 'first',
  partly: 'third',
  notKept: 'second',
  cannotTell: 'unknown',
  reopened: 'again',
  noVerdict: 'none',
};

/** The answer in a sentence, and by theme as a picture whose parts lead to what is counted in them. */
export function LedgerPicture({ entries, today }: { entries: readonly LedgerEntry[]; today: Day }) {
  const t = useMessages(commitmentsWords);
  const term = useMessages(terms);
  const nameOf = useStateName();
  const { made, owed, overdue, found } = countLedger(entries);
  const judged = made - found.noVerdict;
  const themes = countByTheme(entries);
  const toList = (asked: LedgerFilter, words: ReactNode, label?: string, className?: string) => (
    <Link
      from={route.id}
      to="."
      search={(now) => ({ ...now, theme: undefined, state: undefined, ...asked })}
      resetScroll={false}
      aria-label={label}
      className={className}
    >
      {words}
    </Link>
  );
  const lead: Says<LedgerFilter> = (through) =>
    t.lead(
      through(t.madeInAll(made), {}),
      through(t.some(found.kept), { state: 'kept' }),
      through(t.some(found.notKept), { state: 'notKept' }),
      through(t.some(owed), { state: 'owed' }),
      through(t.some(overdue), { state: 'overdue' }),
    );
  const parts = ledgerFindings.map((id) => ({ id, name: nameOf(id), look: looks[id] }));
  const isSynthetic = entries.some((e) => e.commitment.source.kind === 'synthetic');
  return (
    <>
      <p className={classes.lead}>
        <Sentence
          says={lead}
          renderLink={(words, asked) => toList(asked, words, undefined, figureLink.inSentence)}
        />
      </p>
      <h2>{t.byTheme}</h2>
      <ChartFigure
        title={judged === 0 ? t.chartNoneJudged : t.chartTitle(found.kept, judged)}
        subtitle={t.chartSubtitle}
        marks={isSynthetic ? <EvidenceMark grade="synthetic" /> : null}
        source={t.chartSource(today)}
        fileName="commitments-by-theme"
        empty={themes.length === 0}
        table={{
          columns: [...t.chartColumns, ...parts.map(({ name }) => name), t.standing.overdue],
          rows: themes.map(({ theme, counts }) => [
            term.theme[theme],
            String(counts.made),
            ...ledgerFindings.map((id) => String(counts.found[id])),
            String(counts.overdue),
          ]),
        }}
      >
        <PartRows
          name={t.chartSubtitle}
          parts={parts}
          rows={themes.map(({ theme, counts }) => ({
            id: theme,
            name: toList({ theme }, term.theme[theme]),
            said: term.theme[theme],
            counts: ledgerFindings.map((id) => counts.found[id]),
            note:
              counts.overdue > 0 ? (
                <span className={classes.overdue}>
                  {toList(
                    { theme, state: 'overdue' },
                    t.chartOverdue(counts.overdue),
                    `${term.theme[theme]}: ${t.chartOverdue(counts.overdue)}`,
                  )}
                </span>
              ) : null,
          }))}
          renderPart={(rowId, partId, part, label) => {
            const { theme } = themes.find((row) => row.theme === rowId) ?? {};
            const state = ledgerFindings.find((id) => id === partId);
            return toList({ theme, state }, part, label);
          }}
        />
      </ChartFigure>
    </>
  );
}
