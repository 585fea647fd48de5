import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useDeferredValue } from 'react';
import { villageQueries, type Pair } from '#src/api/queries.ts';
import type { Day } from '#src/domain/day.ts';
import type { Progress } from '#src/domain/progress.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { KnownNotice } from '#src/parts/known-notice.tsx';
import { QueryView } from '#src/parts/query-view.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { CommitmentSection } from './commitment-section.tsx';
import { KeyFigures } from './key-figures.tsx';
import classes from './progress-report.module.css';
import { StatusSection } from './status-section.tsx';

/** The drawing library is large: the words come first and do not wait for it. */
const DrawnSections = lazy(async () => ({
  default: (await import('./drawn-sections.tsx')).DrawnSections,
}));

interface Props {
  progress: Progress;
  page: VillagePage;
  /** As the link has it; without a pair the last two visits. */
  asked: Pair & { knownOn?: Day | undefined };
}

/** One page that reads like a report: what changed, how much, then each part. */
export function ProgressReport({ progress, page, asked }: Props) {
  const t = useMessages(progressWords);
  const loading = useMessages(queryWords).loading;
  const format = useFormat();
  const { from, to, knownOn } = progress;
  // A slow phone shows the figures first; what stands below them, and thousands of households, come after.
  const isPainted = useDeferredValue(true, false);
  const each = useQuery({
    ...villageQueries.householdsProgress(page.village.id, { from: asked.from, to: asked.to }, asked.knownOn),
    enabled: isPainted,
  });
  const source = t.source(format.text(page.village.name), from.on, to.on);
  return (
    <article className={classes.report}>
      {knownOn ? <KnownNotice knownOn={knownOn} /> : null}
      <h2 className={classes.title}>{t.title}</h2>
      <KeyFigures progress={progress} />
      {isPainted ? (
        <>
          <StatusSection progress={progress} each={each.data} source={source} />
          {/* Says where the households’ own figures are late or failed; the drawings show them. */}
          <QueryView query={each} isEmpty={() => false} empty={null}>
            {() => null}
          </QueryView>
          <Suspense fallback={<Waiting label={loading} />}>
            <DrawnSections progress={progress} each={each.data} source={source} />
          </Suspense>
          <CommitmentSection progress={progress} source={source} />
        </>
      ) : (
        <Waiting label={loading} />
      )}
    </article>
  );
}
