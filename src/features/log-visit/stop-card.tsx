import { ActionIcon, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Outcome, StopKind } from '#src/domain/visit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { useLog, useProblem, useStopName } from './log-context.ts';
import classes from './stop-card.module.css';
import { stopKey, type StopForm } from './visit-form.ts';

/** The likeliest first. A seminar was held or it is no stop, so it has no choice. */
const outcomesOf: Record<StopKind, readonly Outcome[]> = {
  household: ['met', 'nobodyHome', 'declined', 'seen'],
  projectSite: ['seen', 'met', 'nobodyHome', 'declined'],
  village: ['seen', 'met'],
  seminar: [],
};

/** One place that was called at: how it ended, and what was said. */
export function StopCard({ stop }: { stop: StopForm }) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { change, sheet } = useLog();
  const problem = useProblem();
  const name = useStopName()(stop);
  const key = stopKey(stop);
  const ref = [...sheet.households, ...sheet.projects].find(({ id }) => id === stop.subjectId);
  const error = problem(key);
  const isChosen = outcomesOf[stop.kind].length > 0;
  return (
    <section className={classes.card} aria-label={name} id={isChosen ? undefined : key}>
      <header className={classes.header}>
        <div className={classes.who}>
          <h3>{name}</h3>
          {ref ? <SourceMark source={ref.source} /> : null}
        </div>
        <ActionIcon
          color="gray"
          className={classes.remove}
          aria-label={t.remove(name)}
          onClick={() => change({ type: 'stopRemoved', stop: key })}
        >
          <IconX aria-hidden size={20} stroke={1.6} />
        </ActionIcon>
      </header>
      {isChosen ? (
        <Choice
          id={key}
          legend={`${name}: ${t.outcome}`}
          quietLegend
          options={outcomesOf[stop.kind].map((value) => ({ value, label: term.outcome[value] }))}
          value={stop.outcome}
          onChange={(outcome) => change({ type: 'stop', stop: key, given: { outcome } })}
          error={error}
        />
      ) : null}
      <Textarea
        id={`${key}.said`}
        label={t.said}
        value={stop.said}
        error={problem(`${key}.said`) ?? (isChosen ? undefined : error)}
        autosize
        minRows={2}
        onChange={(event) => change({ type: 'stop', stop: key, given: { said: event.currentTarget.value } })}
      />
    </section>
  );
}
