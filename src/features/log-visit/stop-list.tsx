import { useState } from 'react';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { HouseholdPicker } from './household-picker.tsx';
import { useLog, useProblem, useStopName } from './log-context.ts';
import { Section } from './section.tsx';
import { StopCard } from './stop-card.tsx';
import classes from './stop-list.module.css';
import { liveStops, stopKey, type StopForm } from './visit-form.ts';

/** Whom and what was called on, each with its outcome; below, everything that can be added. */
export function StopList() {
  const t = useMessages(logVisitWords);
  const { form, change } = useLog();
  const problem = useProblem();
  const stopName = useStopName();
  const stops = liveStops(form);
  const [empty] = useState(stops.length === 0);
  const removed = form.stops.filter((s) => s.removed);
  const error = problem('stops');
  return (
    <div
      className={classes.list}
      id="stops"
      tabIndex={-1}
      role="group"
      aria-label={t.stops}
      aria-describedby={error ? 'stops-error' : undefined}
    >
      {error ? (
        <p id="stops-error" className={classes.error}>
          {t.noStops}
        </p>
      ) : null}
      {stops.map((stop) => (
        <StopCard key={stopKey(stop)} stop={stop} />
      ))}
      {removed.map((stop) => (
        <p key={stopKey(stop)} className={classes.removed}>
          {t.removed(stopName(stop))}
          <button
            type="button"
            className={classes.act}
            onClick={() => change({ type: 'stopPutBack', stop: stopKey(stop) })}
          >
            {t.putBack}
          </button>
        </p>
      ))}
      <Section title={t.add} open={empty}>
        <OtherStops />
        <HouseholdPicker />
      </Section>
    </div>
  );
}

/** The village, its projects and the seminar: few, so all in sight. */
function OtherStops() {
  const t = useMessages(logVisitWords);
  const { form, change, sheet } = useLog();
  const stopName = useStopName();
  const offered: Pick<StopForm, 'kind' | 'subjectId'>[] = [
    { kind: 'village', subjectId: null },
    ...sheet.projects.map((p) => ({ kind: 'projectSite' as const, subjectId: p.id })),
    { kind: 'seminar', subjectId: null },
  ];
  const chosen = new Set(liveStops(form).map(stopKey));
  return (
    <fieldset className={classes.others}>
      <legend>{t.addOther}</legend>
      {offered.map((stop) => (
        <label key={stopKey(stop)} className={classes.pick}>
          <input
            type="checkbox"
            checked={chosen.has(stopKey(stop))}
            onChange={(event) =>
              change(
                event.currentTarget.checked
                  ? { type: 'stopAdded', ...stop }
                  : { type: 'stopRemoved', stop: stopKey(stop) },
              )
            }
          />
          <span>{stopName(stop)}</span>
        </label>
      ))}
    </fieldset>
  );
}
