import { countedSources } from '#src/domain/income-rules.ts';
import type { PlaceAsk, VillageInPlace } from '#src/domain/place-measures.ts';
import { povertyLines } from '#src/domain/poverty-line.ts';
import { incomeRuleChosen } from '#src/domain/rule-choice.ts';
import { evidenceGrades } from '#src/domain/source.ts';
import { deepFreeze } from '../freeze.ts';
import type { Runner } from './run.ts';
import { statements } from './statements.ts';

/** Poverty by income of every village that the viewer sees within a place, computed where the readings lie. */
export async function measuresByVillage(
  { rows }: Runner,
  { place, today, series = 'national', income }: PlaceAsk,
): Promise<readonly VillageInPlace[]> {
  const lines = povertyLines
    .filter((line) => line.series === series)
    .map(({ id, place: at, year, yuan }) => ({ id, place: at, year, yuan }));
  const told = await rows<{ told: VillageInPlace }>(statements.measuresByVillage, [
    place ?? null,
    today,
    JSON.stringify(lines),
    countedSources(incomeRuleChosen(income)),
  ]);
  return told.map(({ told: village }) =>
    deepFreeze({
      ...village,
      evidence: evidenceGrades.filter((grade) => village.evidence.includes(grade)),
    }),
  );
}
