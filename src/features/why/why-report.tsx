import { lazy, Suspense } from 'react';
import type { Village } from '#src/domain/place.ts';
import type { WhyAnswer } from '#src/domain/why-answer.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { queryWords } from '#src/messages/query-words.ts';
import { whyWords } from '#src/messages/why.ts';
import { KnownNotice } from '#src/parts/known-notice.tsx';
import { useRulesText } from '#src/parts/rules-text.ts';
import { Waiting } from '#src/ui/waiting.tsx';
import classes from './why.module.css';

/** The drawing library is large: the words come first and do not wait for it. */
const Explanations = lazy(async () => ({ default: (await import('./explanations.tsx')).Explanations }));

/** What is explained, how to read it, and by which rules; then each figure. */
export function WhyReport({ answer, village }: { answer: WhyAnswer; village: Village }) {
  const t = useMessages(whyWords);
  const loading = useMessages(queryWords).loading;
  const source = useMessages(progressWords).source;
  const { day, text } = useFormat();
  const { from, to, knownOn, rules } = answer;
  const rulesText = useRulesText()({ on: from.on, ...rules.from }, { on: to.on, ...rules.to });
  return (
    <article className={classes.report}>
      {knownOn ? <KnownNotice knownOn={knownOn} /> : null}
      <header className={classes.lead}>
        <h2>{t.title(day(from.on), day(to.on))}</h2>
        <p>{t.intro}</p>
        <p className={classes.rules}>{rulesText.full}</p>
      </header>
      <Suspense fallback={<Waiting label={loading} />}>
        <Explanations
          answer={answer}
          rulesText={rulesText.short}
          source={source(text(village.name), from.on, to.on)}
        />
      </Suspense>
    </article>
  );
}
