import { Link } from '@tanstack/react-router';
import type { Explained } from '#src/domain/why-changed.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import type { Day } from '#src/domain/day.ts';

interface Props {
  villageId: string;
  pair: { from: string; to: string; knownOn?: Day | undefined };
  what: Explained;
  /** What the figure is called where it stands: each link is told by it from the others. */
  figure: string;
}

/** From a figure to what its change comes of. */
export function WhyLink({ villageId, pair, what, figure }: Props) {
  const t = useMessages(progressWords);
  return (
    <Link
      to="/villages/$villageId/why"
      params={{ villageId }}
      search={{ ...pair, what }}
      aria-label={t.whyOf(figure)}
    >
      {t.why}
    </Link>
  );
}
