import { useQuery } from '@tanstack/react-query';
import { contactPointsQuery } from '#src/api/queries.ts';
import { ACCOUNTS_CHAIN, type AuditEntry } from '#src/domain/audit.ts';
import { placeNodesOf } from '#src/domain/place.ts';
import { auditWords } from '#src/messages/audit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';

/** Names of the places that the reader can see; a place without one keeps its path. */
export interface PlaceNames {
  villages: { id: string; name: string }[];
  nameOf: (path: string) => string;
  /** Where an entry belongs: its village, or the place of the account it is about. */
  whereOf: (entry: Pick<AuditEntry, 'chain' | 'place'>) => string;
}

export function usePlaceNames(): PlaceNames {
  const t = useMessages(auditWords);
  const { text } = useFormat();
  const points = useQuery(contactPointsQuery()).data ?? [];
  const villages = points.map(({ village }) => ({ id: village.id, name: text(village.name) }));
  const names = new Map(
    points.flatMap(({ village }) => placeNodesOf(village)).map(({ path, name }) => [path, text(name)]),
  );
  const nameOf = (path: string): string => names.get(path) ?? path;
  return {
    villages,
    nameOf,
    whereOf: ({ chain, place }) =>
      villages.find(({ id }) => id === chain)?.name ??
      (place === null ? (chain === ACCOUNTS_CHAIN ? t.filters.accounts : chain) : nameOf(place)),
  };
}
