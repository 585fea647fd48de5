import type { ReactNode } from 'react';
import { indicatorNames } from '#src/domain/indicator.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { UNKNOWN_SIGN, useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { photoWords } from '#src/messages/photos.ts';
import { problems as problemWords } from '#src/messages/problems.ts';
import { terms } from '#src/messages/terms.ts';
import { useValueText } from '#src/parts/value-text.ts';
import { FieldLink } from './field-link.tsx';
import { lastTime, subjectOf } from './last-time.ts';
import { useLog, useProblem, useStopName } from './log-context.ts';
import classes from './step-review.module.css';
import { useControlName } from './use-control-name.ts';
import { readingControl } from './visit-draft-of.ts';
import { isRead, livePhotos, liveStops, stopKey, type Answer, type StopForm } from './visit-form.ts';

/** Last step: exactly what will be recorded, read off the request itself; each line leads to its field. */
export function StepReview() {
  return (
    <div className={classes.review}>
      <BasicLines />
      <StopLines />
      <VerdictLines />
      <CommitmentLines />
    </div>
  );
}

interface LineProps {
  control: string;
  name: string;
  children: ReactNode;
}

/** What is recorded, what of, and what is wrong with it. The whole line is the way to its field. */
function Line({ control, name, children }: LineProps) {
  const problem = useProblem()(control);
  return (
    <li className={classes.line} data-wrong={problem ? true : undefined}>
      <FieldLink control={control} className={classes.link}>
        <span className={classes.name}>{name}</span>
        <span className={classes.value}>
          {children}
          {problem ? <strong className={classes.problem}>{problem}</strong> : null}
        </span>
      </FieldLink>
    </li>
  );
}

function BasicLines() {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const words = useMessages(problemWords);
  const { text, day } = useFormat();
  const photo = useMessages(photoWords);
  const { form, built, sheet, problems } = useLog();
  const photos = livePhotos(form).length;
  const { draft } = built;
  const isDay = !problems.some((p) => p.control === 'on' && p.code === 'notADay');
  return (
    <section>
      <h3>{text(sheet.village.name)}</h3>
      <ul className={classes.lines}>
        <Line control="on" name={t.day}>
          {isDay && draft.on ? day(draft.on) : words.notADay}
        </Line>
        <Line control="kind" name={t.kind}>
          {term.visitKind[draft.kind]}
        </Line>
        {draft.present.length > 0 ? (
          <Line control="present" name={t.presentLine}>
            {draft.present.join(t.list)}
          </Line>
        ) : null}
        {photos > 0 ? (
          <Line control="photos" name={photo.line}>
            {photo.counted(photos)}
          </Line>
        ) : null}
        {draft.note ? (
          <Line control="note" name={t.noteLine}>
            {draft.note}
          </Line>
        ) : null}
      </ul>
    </section>
  );
}

function StopLines() {
  const { form } = useLog();
  return liveStops(form).map((stop) => <StopSection key={stopKey(stop)} stop={stop} />);
}

function StopSection({ stop }: { stop: StopForm }) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { form, built } = useLog();
  const name = useStopName()(stop);
  const key = stopKey(stop);
  const subject = isRead(stop) ? subjectOf(stop, form.villageId) : null;
  const readings = subject ? built.draft.readings.filter((r) => r.subject.id === subject.id) : [];
  const unreadable = indicatorNames.filter((n) =>
    built.problems.some(({ control }) => control === readingControl(key, n)),
  );
  return (
    <section>
      <h3>{name}</h3>
      <ul className={classes.lines}>
        <Line control={key} name={t.outcome}>
          {term.outcome[stop.outcome]}
        </Line>
        {stop.said.trim() ? (
          <Line control={`${key}.said`} name={t.said}>
            {stop.said.trim()}
          </Line>
        ) : null}
        {readings.map((r) => (
          <Line
            key={r.indicator}
            control={readingControl(key, r.indicator)}
            name={term.indicator[r.indicator]}
          >
            <ReadValue reading={r} answer={stop.answers[r.indicator]} />
          </Line>
        ))}
        {unreadable.map((name) => (
          <Line key={name} control={readingControl(key, name)} name={term.indicator[name]}>
            {null}
          </Line>
        ))}
      </ul>
      <p className={classes.grade}>
        {readings.length > 0
          ? `${t.readingsTitle(readings.length)} · ${term.evidence[stop.evidence]}`
          : t.noReadings}
      </p>
    </section>
  );
}

interface ReadValueProps {
  reading: VisitDraft['readings'][number];
  answer: Answer | undefined;
}

function ReadValue({ reading, answer }: ReadValueProps) {
  const t = useMessages(logVisitWords);
  const valueText = useValueText();
  const { form, sheet } = useLog();
  const { subject, indicator, value } = reading;
  const now = valueText(indicator, value);
  if (answer?.how === 'asLast') {
    return (
      <>
        {now} <small>{t.asLastTime}</small>
      </>
    );
  }
  const last = lastTime(sheet.levels, subject.id, indicator, form.on);
  return last ? t.nowWas(now, valueText(indicator, last.value)) : now;
}

function VerdictLines() {
  const t = useMessages(logVisitWords);
  const words = useMessages(partsWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { built, sheet } = useLog();
  const { verdicts } = built.draft;
  if (verdicts.length === 0) return null;
  return (
    <section>
      <h3>{t.verdictsTitle(verdicts.length)}</h3>
      <ul className={classes.lines}>
        {verdicts.map((given) => {
          const { commitmentId, verdict, note } = given;
          const owed = sheet.commitments.find((c) => c.commitment.id === commitmentId);
          return (
            <Line
              key={commitmentId}
              control={`verdict-${commitmentId}`}
              name={owed ? text(owed.commitment.what) : commitmentId}
            >
              {term.verdict[verdict]}
              {given.verdict === 'reopened' ? (
                <small>{words.dueOn(given.dueOn || UNKNOWN_SIGN)}</small>
              ) : null}
              {note ? <small>{note}</small> : null}
            </Line>
          );
        })}
      </ul>
    </section>
  );
}

function CommitmentLines() {
  const t = useMessages(logVisitWords);
  const nameOf = useControlName();
  const { built, problems } = useLog();
  const { commitments } = built.draft;
  if (commitments.length === 0) return null;
  return (
    <section>
      <h3>{t.commitmentsTitle(commitments.length)}</h3>
      <ul className={classes.lines}>
        {commitments.map((c) => {
          const first = `commitment-${c.id}.what`;
          const wrong = problems.find((p) => p.control.startsWith(`commitment-${c.id}.`));
          return (
            <Line key={c.id} control={wrong?.control ?? first} name={c.what || nameOf(first)}>
              {t.owedBy(c.owner || UNKNOWN_SIGN, c.dueOn)}
            </Line>
          );
        })}
      </ul>
    </section>
  );
}
