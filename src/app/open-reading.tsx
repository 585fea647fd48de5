import { useNavigate, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

const ReadingDialog = lazy(async () => ({
  default: (await import('#src/parts/reading-dialog.tsx')).ReadingDialog,
}));

/** A reading's history opens over any page and stands in its link. */
export function OpenReading() {
  const { reading } = useSearch({ strict: false });
  const navigate = useNavigate();
  if (!reading) return null;
  const close = () =>
    void navigate({
      to: '.',
      search: (now: object) => ({ ...now, reading: undefined }),
      resetScroll: false,
    });
  return (
    <Suspense fallback={null}>
      <ReadingDialog readingId={reading} onClose={close} />
    </Suspense>
  );
}
