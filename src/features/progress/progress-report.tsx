import { lazy, Suspense } from 'react';
import type { Progress } from '#src/domain/progress.ts';
import type { VillagePage } from '#src/domain/records.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { KnownNotice } from '#src/parts/known-notice.tsx';
import { Waiting } from '#src/ui/waiting.tsx';
import { CommitmentSection } from './commitment-section.tsx';
import { KeyFigures } from './key-figures.tsx';
import { LeftBehind } from './left-behind.tsx';
import { Lead } from './lead.tsx';
import classes from './progress-report.module.css';
import { StatusSection } from './status-section.tsx';

/** The drawing library is large: the words come first and do not wait for it. */
const DrawnSections = lazy(async () => ({
  default: (await import('./drawn-sections.tsx')).DrawnSections,
}));

/** One page that reads like a report: what changed, how much, who is left behind, then each part. */
export function ProgressReport({ progress, page }: { progress: Progress; page: VillagePage }) {
  const t = useMessages(progressWords);
  const loading = useMessages(queryWords).loading;
  const format = useFormat();
  const { from, to, knownOn } = progress;
  const source = t.source(format.text(page.village.name), from.on, to.on);
  return (
    <article className={classes.report}>
      {knownOn ? <KnownNotice knownOn={knownOn} /> : null}
      <Lead progress={progress} />
      <KeyFigures progress={progress} />
      <LeftBehind progress={progress} />
      <StatusSection progress={progress} source={source} />
      <Suspense fallback={<Waiting label={loading} />}>
        <DrawnSections progress={progress} source={source} />
      </Suspense>
      <CommitmentSection progress={progress} source={source} />
    </article>
  );
}
