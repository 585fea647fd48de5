import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { subjectOf } from './last-time.ts';
import { useLog, useStopName } from './log-context.ts';
import { Section } from './section.tsx';
import { StopReadings } from './stop-readings.tsx';
import classes from './step-readings.module.css';
import { isRead, liveStops, stopKey, type StopForm } from './visit-form.ts';

/** Second step: each stop's readings, prefilled from last time. */
export function StepReadings() {
  const t = useMessages(logVisitWords);
  const { form, target } = useLog();
  const stopName = useStopName();
  const stops = liveStops(form).filter((s) => subjectOf(s, form.villageId) !== null);
  const first = stops.find(isRead);
  if (stops.length === 0) return <p>{t.nothingToRead}</p>;
  return stops.map((stop) => {
    const key = stopKey(stop);
    const subject = subjectOf(stop, form.villageId);
    return isRead(stop) && subject ? (
      <Section
        key={key}
        open={target ? target.startsWith(`${key}.`) : stop === first}
        title={
          <>
            {stopName(stop)}
            <Answered stop={stop} />
          </>
        }
      >
        <StopReadings stop={stop} subject={subject} />
      </Section>
    ) : (
      <p key={key} className={classes.shut}>
        <strong>{stopName(stop)}</strong> {stop.outcome === 'declined' ? t.notAskedDeclined : t.notAskedShut}
      </p>
    );
  });
}

function Answered({ stop }: { stop: StopForm }) {
  const t = useMessages(logVisitWords);
  const n = Object.keys(stop.answers).length;
  return <span className={classes.answered}>{n > 0 ? t.answered(n) : t.noneAnswered}</span>;
}
