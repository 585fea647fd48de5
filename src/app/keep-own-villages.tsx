import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { contactPointsQuery } from '#src/api/queries.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import { useReads } from '#src/offline/reads.ts';
import { useFieldWork } from '#src/offline/use-outbox.tsx';
import { useIsSilent } from '#src/parts/connection.ts';
import { useSession } from '#src/parts/session.tsx';
import { keeping } from './keeping.ts';
import { useSampleControls } from './sample-controls.tsx';

/** Milliseconds after which what is kept is read anew, and which a page is left alone with its first view. */
const AGE = 12 * 3_600_000;
const PAUSE = 5000;
/** Whoever works in more villages says which are to be kept. */
const MOST = 3;

/** Whoever works in a village has it on their device without asking for it; draws nothing. */
export function KeepOwnVillages() {
  const queries = useQueryClient();
  const openReads = useReads();
  const { photos: taken } = useFieldWork();
  const { state, actor } = useSession();
  const isSilent = useIsSilent();
  // The sample answers in this page, with or without a network.
  const isSample = useSampleControls() !== null;
  const whose =
    state === 'signedIn' && actor?.role === 'villageCadre' && !isSilent && !isSample ? actor : null;
  useEffect(() => {
    if (!whose) return;
    const keepAll = async (): Promise<void> => {
      const reads = await openReads();
      if (!reads) return;
      const points = await queries.fetchQuery(contactPointsQuery());
      const own = points.filter(({ village }) => may(whose, 'recordVisit', placeOf(village)));
      if (own.length > MOST) return;
      for (const { village } of own) {
        const kept = await keeping.of({ reads, taken, actor: whose }, village.id);
        if (kept === null || Date.now() - kept.at > AGE) {
          await keeping.start({ queries, openReads, taken, actor: whose }, village.id);
        }
      }
    };
    const timer = setTimeout(() => keepAll().catch(() => {}), PAUSE);
    return () => clearTimeout(timer);
  }, [whose, queries, openReads, taken]);
  return null;
}
