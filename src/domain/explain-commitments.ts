import type { Commitment } from './commitment.ts';
import type { Looked, Told } from './explain-parts.ts';
import type { FigureSubject } from './figure-explanation.ts';
import { commitmentsBetween } from './progress.ts';
import { evidenceGrades, type Evidence, type Source } from './source.ts';

const subjectOf = ({ id, what }: Commitment): FigureSubject => ({
  kind: 'commitment',
  id,
  name: what,
  number: null,
});

/** What is synthetic or was in the press is called so; a verdict of a visit is no reading and has no grade. */
function gradesOfSources(sources: readonly Source[]): Evidence[] {
  const found = new Set<Evidence>(
    sources.flatMap(({ kind }) =>
      kind === 'synthetic' ? ['synthetic'] : kind === 'report' ? ['reportedInPress'] : [],
    ),
  );
  return evidenceGrades.filter((grade) => found.has(grade));
}

/** What was kept of what was owed at the first visit. */
export function explainCommitments({ record, from, to }: Looked): Told {
  const owed = from ? commitmentsBetween(record, from, to).commitments : [];
  const kept = owed.filter(({ verdict }) => verdict?.verdict === 'kept').length;
  return {
    figure: {
      from: null,
      to: {
        value: from ? kept : null,
        range: null,
        unit: 'none',
        known: owed.filter(({ verdict }) => verdict !== null).length,
        of: owed.length,
        countedIn: 'commitment',
        evidence: gradesOfSources(owed.map(({ commitment, verdict }) => (verdict ?? commitment).source)),
      },
    },
    terms: [
      { term: 'kept', unit: 'none', from: null, to: kept },
      { term: 'owedBefore', unit: 'none', from: null, to: owed.length },
      { term: 'stillOwed', unit: 'none', from: null, to: owed.filter(({ open }) => open).length },
    ],
    partUnit: 'none',
    parts: owed.map(({ commitment, verdict }) => ({
      subject: subjectOf(commitment),
      from: null,
      to: verdict?.verdict === 'kept' ? 1 : 0,
      readings: [],
      verdict: verdict?.verdict ?? null,
    })),
    unknown: owed
      .filter(({ verdict }) => verdict === null || verdict.verdict === 'cannotTell')
      .map(({ commitment }) => ({ subject: subjectOf(commitment), from: [], to: [] })),
  };
}
