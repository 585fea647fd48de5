import { Button, NativeSelect, TextInput } from '@mantine/core';
import { indicatorSpec, UNKNOWN, type Indicator, type ReadingValue } from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import { evidence as evidenceSchema, evidenceGrades } from '#src/domain/source.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { partsWords } from '#src/messages/parts-words.ts';
import { terms } from '#src/messages/terms.ts';
import { useValueText } from '#src/parts/value-text.ts';
import { fieldIds } from './form-problems.ts';
import classes from './log-visit.module.css';
import { confirmAll, indicatorsAt, isConfirmable, lastTime, withStop, type Answer, type StopEntry } from './visit-form.ts';
import { useFault, type FieldsProps } from './visit-fields.tsx';

/** What was read at a stop, beside what was read last time: only changes need typing. */
export function ReadingFields({ form, sheet, stop, problems, onChange }: FieldsProps & { stop: StopEntry }) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const fault = useFault(problems);
  const last = lastTime(form, stop, sheet.levels);
  const names = indicatorsAt(stop);
  const confirmable = names.some((name) => isConfirmable(name, last.get(name)));
  const confirmed = names.filter((name) => stop.answers[name]?.as === 'lastTime').length;
  const answered = names.filter((name) => stop.answers[name]).length;
  const answer = (name: Indicator, given: Answer | undefined) =>
    onChange(withStop(form, stop.id, { answers: { ...stop.answers, [name]: given } }));
  const faulty = names.some((indicator) => fault(fieldIds.reading({ stopId: stop.id, indicator })));
  return (
    <div className={classes.readings}>
      {confirmable ? (
        <div>
          <Button
            variant="light"
            fullWidth
            onClick={() => onChange(withStop(form, stop.id, confirmAll(stop, last)))}
          >
            {t.allAsLast}
            {confirmed > 0 ? ` · ${t.confirmed(confirmed)}` : ''}
          </Button>
          <p className={classes.quiet}>{stop.kind === 'household' ? t.allAsLastHint : t.allAsLastPlace}</p>
        </div>
      ) : null}
      <details open={faulty || undefined}>
        <summary className={classes.fold}>
          {t.readings} · {t.recordedCount(answered)}
        </summary>
        <NativeSelect
          label={t.evidence}
          value={stop.evidence}
          data={evidenceGrades
            .filter((grade) => grade !== 'synthetic')
            .map((value) => ({ value, label: term.evidence[value] }))}
          onChange={(event) =>
            onChange(withStop(form, stop.id, { evidence: evidenceSchema.parse(event.currentTarget.value) }))
          }
        />
        {names.map((name) => (
          <ReadingRow
            key={name}
            name={name}
            fieldId={fieldIds.reading({ stopId: stop.id, indicator: name })}
            last={last.get(name)}
            answer={stop.answers[name]}
            fault={fault(fieldIds.reading({ stopId: stop.id, indicator: name }))}
            onAnswer={(given) => answer(name, given)}
          />
        ))}
      </details>
    </div>
  );
}

interface RowProps {
  name: Indicator;
  fieldId: string;
  last: Reading | undefined;
  answer: Answer | undefined;
  fault: string | undefined;
  onAnswer: (answer: Answer | undefined) => void;
}

const LAST = 'lastTime';
const OTHER = 'other';

function ReadingRow({ name, fieldId, last, answer, fault, onAnswer }: RowProps) {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const units = useMessages(partsWords).unitHint;
  const valueText = useValueText();
  const spec = indicatorSpec(name);
  const isNumber = spec.form === 'number';
  const codes = spec.form === 'coded' ? spec.codes.filter((code) => code !== UNKNOWN) : [];
  const typed = answer?.as === 'typed' ? answer.typed : null;
  const typing = isNumber && typed !== null && typed !== UNKNOWN;
  const value = answer === undefined ? '' : answer.as === 'lastTime' ? LAST : typing ? OTHER : (typed ?? '');
  const choose = (chosen: string) => {
    if (chosen === '') onAnswer(undefined);
    else if (chosen === LAST) onAnswer({ as: 'lastTime' });
    else onAnswer({ as: 'typed', typed: chosen === OTHER ? '' : chosen });
  };
  const before = last ? t.lastTime(valueText(name, last.value), last.trueOn) : t.neverRead;
  return (
    <div className={classes.reading}>
      <NativeSelect
        id={typing ? `${fieldId}-choice` : fieldId}
        label={term.indicator[name]}
        description={before}
        value={value}
        data={[
          { value: '', label: t.answers.notAsked },
          ...(last && last.value !== UNKNOWN
            ? [{ value: LAST, label: `${t.answers.lastTime}: ${valueText(name, last.value)}` }]
            : []),
          ...codes.map((code) => ({ value: code, label: valueText(name, code as ReadingValue) })),
          ...(isNumber ? [{ value: OTHER, label: t.answers.other }] : []),
          { value: UNKNOWN, label: t.answers.unknown },
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
        error={typing ? undefined : fault}
      />
      {typing ? (
        <TextInput
          id={fieldId}
          label={t.newValue(term.indicator[name])}
          inputMode="decimal"
          value={typed}
          onChange={(event) => onAnswer({ as: 'typed', typed: event.currentTarget.value })}
          rightSection={<span className={classes.unit}>{units[spec.unit]}</span>}
          rightSectionWidth={80}
          rightSectionPointerEvents="none"
          error={fault}
        />
      ) : null}
    </div>
  );
}
