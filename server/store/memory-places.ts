import { covers, placeNodesOf, placeOf, type Place, type PlaceNode } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

/** The places and what lies below, as far as villages are known there, in order of their paths. */
export function placeNodesFor(places: readonly Place[], records: readonly VillageRecord[]): PlaceNode[] {
  const nodes = new Map<string, PlaceNode>();
  const inOrder = records.toSorted((a, b) => (placeOf(a.village) < placeOf(b.village) ? -1 : 1));
  for (const { village } of inOrder) {
    for (const node of placeNodesOf(village)) {
      if (places.some((own) => covers(own, node.path)) && !nodes.has(node.path)) nodes.set(node.path, node);
    }
  }
  return [...nodes.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
