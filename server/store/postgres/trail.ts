import type { Act, AuditEntry, Look } from '#src/domain/audit.ts';
import { covers, placeNodesOf, type PlaceNode, type Village } from '#src/domain/place.ts';
import { deepFreeze } from '../freeze.ts';
import { cursorOf, cursorParts, lookOf } from '../memory-audit.ts';
import { LOOKS, MOST_LOOKS, type AuditFilter } from '../port.ts';
import type { Runner } from './run.ts';
import { statements } from './statements.ts';

interface EntryRow {
  chain: string;
  number: number;
  prev_hash: string;
  hash: string;
  payload: string;
}

const actIn = ({ payload }: Pick<EntryRow, 'payload'>): Act => JSON.parse(payload) as Act;

/** Acts that looked into a household's record, the last first. */
export async function looksAt({ rows }: Runner, householdId: string): Promise<Look[]> {
  const found = await rows<EntryRow>(statements.looksAt, [householdId, LOOKS, MOST_LOOKS]);
  return found.flatMap((row) => lookOf(actIn(row)));
}

/** One page of the trail, the newest first. A cursor that is none begins at the top. */
export async function auditPage(
  { rows }: Runner,
  { villageId, action, actorId, before, limit }: AuditFilter,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const after = before ? cursorParts(before) : null;
  const found = await rows<EntryRow>(statements.auditPage, [
    villageId ?? null,
    action ?? null,
    actorId ?? null,
    after?.at ?? null,
    after?.chain ?? null,
    after?.number ?? null,
    limit + 1,
  ]);
  const entries = found.slice(0, limit).map((row): AuditEntry => {
    const { chain, number, prev_hash: prevHash, hash } = row;
    return deepFreeze({ ...actIn(row), chain, number, prevHash, hash });
  });
  const last = entries.at(-1);
  return { entries, next: found.length > limit && last ? cursorOf(last) : null };
}

/** The viewer's places and what lies below, in order of their paths. */
export async function placeNodes({ rows, places }: Runner): Promise<PlaceNode[]> {
  const seen = await rows<{ place: string; name: Village['name']; village: Village | null }>(
    statements.placesSeen,
  );
  const nodes = new Map<string, PlaceNode>();
  for (const { place, name, village } of seen) {
    for (const node of village ? placeNodesOf(village) : []) {
      if (places.some((own) => covers(own, node.path)) && !nodes.has(node.path)) nodes.set(node.path, node);
    }
    nodes.set(place, { path: place, kind: 'village', name });
  }
  return [...nodes.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
