import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlaceFigure } from '#src/domain/place-figure.ts';
import type { VillageInPlace } from '#src/domain/place-measures.ts';

const route = getRouteApi('/measures');

interface Props {
  village: VillageInPlace;
  code: PlaceFigure;
  children: ReactNode;
}

/**
 * A village's own figure, opened on its own page by the visit and the rules that make it the one in the sum. One that
 * nobody visited has none: there it is the page alone.
 */
export function PlaceFigureLink({ village: { villageId, visit }, code, children }: Props) {
  const { series, income } = route.useSearch();
  const params = { villageId };
  if (!visit) {
    return (
      <Link to="/villages/$villageId" params={params}>
        {children}
      </Link>
    );
  }
  const pinned = { to: visit.id, figure: code };
  const isByIncome = code === 'headcount' || code === 'gap' || code === 'severity';
  return isByIncome ? (
    <Link to="/villages/$villageId/measures" params={params} search={{ ...pinned, series, income }}>
      {children}
    </Link>
  ) : (
    <Link to="/villages/$villageId" params={params} search={pinned}>
      {children}
    </Link>
  );
}
