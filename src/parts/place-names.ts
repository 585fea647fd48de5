import { useQuery } from '@tanstack/react-query';
import { contactPointsQuery, placesQuery } from '#src/api/queries.ts';
import { placeNodesOf, type Place, type PlaceNode } from '#src/domain/place.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { whoWords } from '#src/messages/who.ts';
import { useMayAnywhere } from './use-may.ts';

/** As many places as a line names; of the others only how many. */
const MOST_NAMED = 2;

/** The places that the person knows by name: those of their villages, or those at which they may seat people. */
function useKnownPlaces(): Map<Place, PlaceNode> {
  const mayView = useMayAnywhere('viewVillage');
  const maySeat = useMayAnywhere('manageAccounts');
  const points = useQuery({ ...contactPointsQuery(), enabled: mayView });
  const places = useQuery({ ...placesQuery(), enabled: maySeat });
  const nodes = [...(points.data ?? []).flatMap((p) => placeNodesOf(p.village)), ...(places.data ?? [])];
  return new Map(nodes.map((node) => [node.path, node]));
}

/** Says places in words; one that has no name here is told by its code. */
export function usePlaceWords(): { one: (path: Place) => string; some: (paths: readonly Place[]) => string } {
  const known = useKnownPlaces();
  const t = useMessages(whoWords);
  const { text } = useFormat();
  const one = (path: Place): string => {
    const node = known.get(path);
    return node ? text(node.name) : (path.split('/').at(-1) ?? path);
  };
  const some = (paths: readonly Place[]): string => {
    const named = paths.slice(0, MOST_NAMED).map(one).join(t.list);
    const more = paths.length - MOST_NAMED;
    return more > 0 ? t.andMore(named, more) : named;
  };
  return { one, some };
}
