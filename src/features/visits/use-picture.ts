import { useQuery } from '@tanstack/react-query';
import { photoQuery } from '#src/api/queries.ts';
import { useIsSilent } from '#src/parts/connection.ts';
import { useOwnPicture } from '#src/parts/own-picture.ts';
import type { ShownPhoto } from './use-photos-of.ts';

/** What a photo shows, and where that comes from. */
export type Picture =
  | { is: 'loading' }
  /** This device took it and has it still: nobody is asked for it. */
  | { is: 'own'; source: string }
  /** `at`: when the service told it, in milliseconds since 1970; null where that was just now. */
  | { is: 'told'; source: string; at: number | null }
  | { is: 'notKept'; again: () => void }
  | { is: 'failed'; again: () => void };

/** The picture that this device took, or else the one that the service has, now or when it was kept here. */
export function usePicture({ id, visitId }: ShownPhoto): Picture {
  const own = useOwnPicture(id);
  const isSilent = useIsSilent();
  const query = useQuery({ ...photoQuery(visitId, id), enabled: own === null });
  const again = (): void => void query.refetch();
  if (own) return { is: 'own', source: own };
  if (query.data) {
    // The page's policy lets it draw what it holds itself.
    const source = `data:${query.data.type};base64,${query.data.bytes}`;
    return { is: 'told', source, at: isSilent ? query.dataUpdatedAt : null };
  }
  // Without a network the first failure says it: what this device keeps was looked for then.
  if (isSilent && query.failureCount > 0) return { is: 'notKept', again };
  return query.isError ? { is: 'failed', again } : { is: 'loading' };
}
