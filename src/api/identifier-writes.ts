import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { IdentifierRef } from '#src/domain/identifier.ts';
import { client, orpc } from './client.ts';
import { useReadAnew } from './read-anew.ts';

/** A clear identifier and for how many seconds it may be looked at. */
export interface Unmasked {
  value: string;
  seconds: number;
}

type Unmasking = IdentifierRef & { reason: string };

/**
 * Has one identifier shown. It is handed to `onShown` and not returned, because what
 * a mutation returns stays in its cache.
 */
export function useUnmaskIdentifier(onShown: (shown: Unmasked) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (asked: Unmasking): Promise<void> => onShown(await client.unmaskIdentifier(asked)),
    onSuccess: () => void queries.invalidateQueries({ queryKey: orpc.looks.key() }),
    gcTime: 0,
    retry: 0,
  });
}

/** Enters or changes one identifier. What was typed leaves the cache with the dialog. */
export function useRecordIdentifier() {
  const refresh = useReadAnew();
  return useMutation(
    orpc.recordIdentifier.mutationOptions({
      onSuccess: refresh,
      gcTime: 0,
      retry: 0,
    }),
  );
}
