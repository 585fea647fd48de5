import { useMatches, useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useActor, useMayAnywhere } from '#src/parts/use-may.ts';

const FigureDialog = lazy(async () => ({
  default: (await import('#src/parts/figure-dialog.tsx')).FigureDialog,
}));

/** How a figure came to be opens over any page and stands in its link, with the page's pair of visits and its rules. */
export function OpenFigure() {
  const { figure, of, whose, reading, ...search } = useSearch({ strict: false });
  const { from, to, at, knownOn, series, income, seriesFrom, incomeFrom, k } = search;
  const navigate = useNavigate();
  const actor = useActor();
  const mayView = useMayAnywhere('viewVillage');
  const inPath = useMatches({
    select: (matches) => matches.flatMap(({ params }) => ('villageId' in params ? params.villageId : []))[0],
  });
  const villageId = of ?? inPath;
  if (!figure || !villageId || !actor || !mayView) return null;
  const close = () =>
    void navigate({
      to: '.',
      search: (now: object) => ({
        ...now,
        figure: undefined,
        of: undefined,
        whose: undefined,
        ...(of && { at: undefined }),
      }),
      resetScroll: false,
    });
  // A village that is named beside a page of many has nothing to do with the page's visits, but for the one named with it.
  const pair = of && !whose ? { to: at } : { from, to: to ?? at, knownOn };
  const rules = { series, income, seriesFrom, incomeFrom, k: k === undefined ? undefined : String(k) };
  return (
    <Suspense key={actor.id} fallback={null}>
      <FigureDialog
        asked={{ villageId, code: figure, by: { ...pair, ...rules, householdId: whose } }}
        covered={reading !== undefined}
        onClose={close}
      />
    </Suspense>
  );
}
