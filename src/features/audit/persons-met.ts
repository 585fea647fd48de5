import { useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { auditKey } from '#src/api/queries.ts';
import type { AuditEntry } from '#src/domain/audit.ts';
import { useFormat } from '#src/messages/format.ts';

/**
 * Everybody met in the trail so far, under whichever filter, by id, with their names:
 * nobody who reads the trail is given a list of accounts.
 */
export function usePersonsMet(): ReadonlyMap<string, string> {
  const queries = useQueryClient();
  const { text } = useFormat();
  const read = queries.getQueriesData<InfiniteData<{ entries: AuditEntry[] }>>({ queryKey: auditKey() });
  const actors = read.flatMap(([, data]) => data?.pages ?? []).flatMap(({ entries }) => entries);
  return new Map(actors.flatMap(({ actor }) => (actor ? [[actor.id, text(actor.name)] as const] : [])));
}
