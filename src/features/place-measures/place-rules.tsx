import { getRouteApi } from '@tanstack/react-router';
import type { PlaceFigure } from '#src/domain/place-figure.ts';
import type { PlaceMeasures } from '#src/domain/place-measures.ts';
import { figureWords } from '#src/messages/figures.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { measuresWords } from '#src/messages/measures.ts';
import { LineList } from './line-list.tsx';

const route = getRouteApi('/measures');

/** By which lines and which income it is measured, where it is by any. */
export function PlaceRules({ code, measures }: { code: PlaceFigure; measures: PlaceMeasures }) {
  const t = useMessages(figureWords);
  const words = useMessages(measuresWords);
  const { series = 'national' } = route.useSearch();
  if (code !== 'headcount' && code !== 'gap' && code !== 'severity') return null;
  const { incomeRuleId, lines } = measures;
  return (
    <>
      <dt>{t.rules}</dt>
      <dd>
        {words.listed([words.series[series], words.ruleSets[incomeRuleId] ?? incomeRuleId])}
        <LineList lines={lines} />
      </dd>
    </>
  );
}
