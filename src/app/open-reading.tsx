import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useActor, useMayAnywhere } from '#src/parts/use-may.ts';

const ReadingDialog = lazy(async () => ({
  default: (await import('#src/parts/reading-dialog.tsx')).ReadingDialog,
}));

/** A reading's history opens over any page and stands in its link: for whoever is signed in and may see one. */
export function OpenReading() {
  const { reading } = useSearch({ strict: false });
  const navigate = useNavigate();
  const actor = useActor();
  const mayView = useMayAnywhere('viewVillage');
  if (!reading || !actor || !mayView) return null;
  const close = () =>
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, reading: undefined }),
      resetScroll: false,
    });
  return (
    // Another person begins anew: nothing that was typed into it is theirs.
    <Suspense key={actor.id} fallback={null}>
      <ReadingDialog readingId={reading} onClose={close} />
    </Suspense>
  );
}
