import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { v7 as uuid } from 'uuid';
import { indicatorSpec, UNKNOWN, type Indicator, type ReadingValue } from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { EvidenceMark } from '#src/parts/evidence-mark.tsx';
import { ReadingLink } from '#src/parts/reading-link.tsx';
import { useValueText } from '#src/parts/value-text.ts';
import { Choice } from '#src/ui/choice.tsx';
import { isCoded, lastTime } from './last-time.ts';
import { useLog, useProblem } from './log-context.ts';
import classes from './reading-row.module.css';
import { readingControl } from './visit-draft-of.ts';
import { stopKey, type Answer, type StopForm } from './visit-form.ts';

const hows = ['asLast', 'changed', 'unknown', 'notAsked'] as const;
type How = (typeof hows)[number];

interface Props {
  stop: StopForm;
  subjectId: string;
  name: Indicator;
}

/** One reading: what it was last time, and what became of it. "Not asked" records nothing. */
export function ReadingRow({ stop, subjectId, name }: Props) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { form, change, sheet } = useLog();
  const problem = useProblem();
  const key = stopKey(stop);
  const control = readingControl(key, name);
  const last = lastTime(sheet.levels, subjectId, name, form.on);
  const answer = stop.answers[name];
  const isKnown = last !== null && last.value !== UNKNOWN;
  const answered = (next: Answer | null) =>
    change({ type: 'answered', stop: key, answers: { [name]: next } });
  const [toType, setToType] = useState(false);
  const choose = (how: How, pointed: boolean) => {
    setToType(pointed);
    const id = answer?.id ?? uuid();
    if (how === 'notAsked') answered(null);
    else if (how === 'unknown') answered({ how, id });
    else if (how === 'changed') answered({ how, id, typed: '' });
    else if (last) answered({ how, id, value: last.value, trueOn: last.trueOn });
  };
  const offered = hows.filter((how) => how !== 'asLast' || isKnown || answer?.how === 'asLast');
  const label = (how: How) => (how === 'changed' && !isKnown ? t.giveValue : t.answers[how]);
  return (
    <div className={classes.row} data-answered={answer ? true : undefined}>
      <div className={classes.head}>
        <span className={classes.name}>{term.indicator[name]}</span>
        <LastTime last={last} name={name} subjectId={subjectId} />
      </div>
      <Choice
        id={answer?.how === 'changed' ? `${control}-how` : control}
        legend={term.indicator[name]}
        quietLegend
        options={offered.map((how) => ({ value: how, label: label(how) }))}
        value={answer?.how ?? 'notAsked'}
        onChange={choose}
        error={answer?.how === 'changed' ? undefined : problem(control)}
      />
      {answer?.how === 'changed' ? (
        <NewValue
          control={control}
          name={name}
          last={last?.value ?? null}
          typed={answer.typed}
          onChange={(typed) => answered({ ...answer, typed })}
          error={problem(control)}
          toType={toType}
        />
      ) : null}
    </div>
  );
}

/** The value last time with its day and evidence; it opens its history. */
function LastTime({ last, name, subjectId }: { last: Reading | null; name: Indicator; subjectId: string }) {
  const t = useMessages(logVisitWords);
  const words = useMessages(partsWords);
  const valueText = useValueText();
  const { sheet } = useLog();
  if (last) {
    return (
      <span className={classes.last}>
        <ReadingLink readingId={last.id}>{valueText(name, last.value)}</ReadingLink>{' '}
        <span>{last.trueOn}</span> <EvidenceMark grade={last.evidence} />
      </span>
    );
  }
  const later = sheet.levels.find((r) => r.subject.id === subjectId && r.indicator === name);
  return <span className={classes.last}>{later ? t.laterRead(later.trueOn) : words.notRead}</span>;
}

interface NewValueProps {
  control: string;
  name: Indicator;
  last: ReadingValue | null;
  typed: string;
  onChange: (typed: string) => void;
  error: string | undefined;
  /** Bring the cursor here: a finger asked for the field. */
  toType: boolean;
}

/** What it is now: one of the other answers, or a figure in its unit. */
function NewValue({ control, name, last, typed, onChange, error, toType }: NewValueProps) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const words = useMessages(partsWords);
  const valueText = useValueText();
  const spec = indicatorSpec(name);
  const label = t.newValue(term.indicator[name]);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (toType) field.current?.focus();
  }, [toType]);
  if (isCoded(name) && spec.form === 'coded') {
    return (
      <Choice
        id={control}
        legend={label}
        quietLegend
        look="chips"
        options={spec.codes
          .filter((code) => code !== UNKNOWN && code !== last)
          .map((code) => ({ value: code, label: valueText(name, code as ReadingValue) }))}
        value={typed === '' ? null : typed}
        onChange={onChange}
        error={error}
      />
    );
  }
  return (
    <TextInput
      ref={field}
      id={control}
      label={label}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSection={<span className={classes.unit}>{words.unitHint[spec.unit]}</span>}
      rightSectionWidth={90}
      rightSectionPointerEvents="none"
      error={error}
    />
  );
}
