import { Button, NativeSelect } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { v7 as uuid } from 'uuid';
import { incomeSources, type Indicator, type SubjectKind } from '#src/domain/indicator.ts';
import { evidence, type Evidence } from '#src/domain/source.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { allAsLast, readingsToAsk } from './last-time.ts';
import { useLog, useStopName } from './log-context.ts';
import { ReadingRow } from './reading-row.tsx';
import { Section } from './section.tsx';
import classes from './step-readings.module.css';
import { readingControl } from './visit-draft-of.ts';
import { stopKey, type StopForm } from './visit-form.ts';

/** What somebody on a visit can know: press reports and sample figures are made elsewhere. */
const grades: readonly Evidence[] = ['seenOnSite', 'document', 'toldByHousehold', 'toldByCadre'];
const income: ReadonlySet<Indicator> = new Set(incomeSources);

interface Props {
  stop: StopForm;
  subject: { kind: SubjectKind; id: string };
}

/** One stop's readings: one touch where nothing changed, a line each where something did. */
export function StopReadings({ stop, subject }: Props) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { change, sheet, target } = useLog();
  const name = useStopName()(stop);
  const key = stopKey(stop);
  const { first, others } = readingsToAsk(sheet.levels, subject);
  const incomes = first.filter((n) => income.has(n));
  const row = (indicator: Indicator) => (
    <ReadingRow key={indicator} stop={stop} subjectId={subject.id} name={indicator} />
  );
  const isAhead = (names: Indicator[]) =>
    names.some((n) => stop.answers[n] !== undefined || target === readingControl(key, n));
  return (
    <>
      <AllAsLast stop={stop} subject={subject} />
      <NativeSelect
        label={t.howKnown}
        aria-label={t.partOf(name, t.howKnown)}
        value={stop.evidence}
        onChange={(event) =>
          change({ type: 'stop', stop: key, given: { evidence: evidence.parse(event.currentTarget.value) } })
        }
        data={grades.map((value) => ({ value, label: term.evidence[value] }))}
      />
      <div className={classes.rows}>{first.filter((n) => !income.has(n)).map(row)}</div>
      {incomes.length > 0 ? (
        <>
          <h3 className={classes.group}>{t.incomeGroup}</h3>
          <div className={classes.rows}>{incomes.map(row)}</div>
        </>
      ) : null}
      {others.length > 0 ? (
        <Section title={t.otherReadings(others.length)} open={isAhead(others)}>
          <div className={classes.rows}>{others.map(row)}</div>
        </Section>
      ) : null}
    </>
  );
}

/** Confirms at one touch what can be judged on the spot; a second touch takes it back. */
function AllAsLast({ stop, subject }: Props) {
  const t = useMessages(logVisitWords);
  const { day } = useFormat();
  const { form, change, sheet } = useLog();
  const key = stopKey(stop);
  const open = allAsLast(sheet.levels, subject, form.on, stop.answers, uuid);
  const confirmed = Object.entries(stop.answers).filter(([, a]) => a.how === 'asLast');
  const isDone = Object.keys(open).length === 0 && confirmed.length > 0;
  const explained = {
    household: t.allAsLastHousehold,
    village: t.allAsLastVillage,
    project: t.allAsLastProject,
  }[subject.kind];
  if (Object.keys(open).length === 0 && !isDone) return <p className={classes.hint}>{t.nothingToConfirm}</p>;
  const press = () =>
    change({
      type: 'answered',
      stop: key,
      answers: isDone ? Object.fromEntries(confirmed.map(([name]) => [name, null])) : open,
    });
  return (
    <div className={classes.all}>
      <Button
        variant={isDone ? 'light' : 'filled'}
        fullWidth
        className={classes.allButton}
        aria-pressed={isDone}
        leftSection={isDone ? <IconCheck aria-hidden size={20} /> : undefined}
        onClick={press}
        aria-describedby={`${key}-all`}
      >
        {t.allAsLast}
      </Button>
      <p id={`${key}-all`} className={classes.hint}>
        {explained(form.on ? day(form.on) : '')}
      </p>
    </div>
  );
}
