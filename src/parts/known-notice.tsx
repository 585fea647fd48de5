import { Link } from '@tanstack/react-router';
import type { Day } from '#src/domain/day.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { Notice } from '#src/ui/notice.tsx';

/** Says that the page stands as it was known on a day, and leads back to today. */
export function KnownNotice({ knownOn }: { knownOn: Day }) {
  const t = useMessages(progressWords);
  const { day } = useFormat();
  return (
    <Notice
      tone="done"
      action={
        <Link to="." search={(now: object) => ({ ...now, knownOn: undefined })}>
          {t.knownToday}
        </Link>
      }
    >
      {t.knownNotice(day(knownOn))}
    </Notice>
  );
}
