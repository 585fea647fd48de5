import { getRouteApi } from '@tanstack/react-router';

const route = getRouteApi('/villages/$villageId/why');

/** What the link asks of the service; which bar is open is no part of it. */
export function useAsked() {
  const { from, to, knownOn, series, income, seriesFrom, incomeFrom } = route.useSearch();
  return { from, to, knownOn, series, income, seriesFrom, incomeFrom };
}
