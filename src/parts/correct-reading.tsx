import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { v7 as uuid } from 'uuid';
import { indicatorSpec, UNKNOWN, valueProblem, type ReadingValue } from '#src/domain/indicator.ts';
import { correction, type Correction, type Reading } from '#src/domain/reading.ts';
import { evidence as evidenceSchema, evidenceGrades } from '#src/domain/source.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { terms } from '#src/messages/terms.ts';
import { conflictOf } from '#src/offline/conflict.ts';
import { useFormOpen } from './form-open.ts';
import { useKeptTyping } from './kept-typing.ts';
import classes from './correct-reading.module.css';
import { SaveEnd } from './save-end.tsx';
import { useSaveCorrection } from './use-save-correction.ts';
import { useValueText } from './value-text.ts';

/** What was typed earlier, under its own id: it was refused because the reading had been corrected meanwhile. */
export interface TypedCorrection extends Correction {
  id: string;
}

interface Props {
  reading: Reading;
  /** Begins with this in place of what is recorded. */
  start?: TypedCorrection;
  onDone: () => void;
  onCancel: () => void;
}

type Faults = Partial<Record<'value' | 'reason', ProblemMessage | undefined>>;

/** What was typed, as a value of the indicator; an empty field is no value, never zero. */
function parseValue(reading: Reading, typed: string): ReadingValue | null {
  if (typed === UNKNOWN) return UNKNOWN;
  if (indicatorSpec(reading.indicator).form === 'coded') return typed as ReadingValue;
  const number = typed.trim() === '' ? Number.NaN : Number(typed);
  return Number.isFinite(number) ? number : null;
}

/** Supersedes one reading: the right value and why. What is wrong is said beside its field. */
export function CorrectReading({ reading, start, onDone, onCancel }: Props) {
  useFormOpen();
  const t = useMessages(partsWords);
  const words = useMessages(problems);
  const term = useMessages(terms);
  const valueText = useValueText();
  const saving = useSaveCorrection(onDone);
  const [id] = useState(() => start?.id ?? uuid());
  const [typed, setTyped] = useState(String(start?.value ?? reading.value));
  const [grade, setGrade] = useState(start?.evidence ?? reading.evidence);
  const [reason, setReason] = useState(start?.reason ?? '');
  const [faults, setFaults] = useState<Faults>({});
  const kept = useKeptTyping(
    // What was refused stands in the outbox.
    start ? null : `correction:${reading.id}`,
    { typed, grade, reason },
    (fields) => {
      setTyped(fields.typed);
      setGrade(evidenceSchema.catch(reading.evidence).parse(fields.grade));
      setReason(fields.reason);
    },
    saving.item !== null,
  );
  const spec = indicatorSpec(reading.indicator);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.busy) return;
    const value = parseValue(reading, typed);
    const found: Faults = {};
    if (value === null) found.value = 'notANumber';
    else found.value = valueProblem(reading.indicator, value) ?? undefined;
    const checked = correction.shape.reason.safeParse(reason);
    if (!checked.success) found.reason = problemMessage(checked.error.issues[0]?.message);
    setFaults(found);
    if (value === null || found.value || found.reason) return;
    void saving.save(id, {
      readingId: reading.id,
      correction: { value, evidence: grade, reason: reason.trim() },
    });
  };

  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <h3>{t.correctTitle(term.indicator[reading.indicator])}</h3>
      <p>
        {t.oldValue}: <strong>{valueText(reading.indicator, reading.value)}</strong> ({reading.trueOn})
      </p>
      <div className={classes.value}>
        {spec.form === 'coded' ? (
          <NativeSelect
            label={t.newValue}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            data={spec.codes.map((code) => ({
              value: code,
              label: valueText(reading.indicator, code as ReadingValue),
            }))}
            error={faults.value && words[faults.value]}
            data-autofocus
          />
        ) : (
          <>
            <TextInput
              label={t.newValue}
              inputMode="decimal"
              value={typed === UNKNOWN ? '' : typed}
              placeholder={typed === UNKNOWN ? t.unknown : undefined}
              onChange={(event) => setTyped(event.currentTarget.value)}
              rightSection={<span className={classes.unit}>{t.unitHint[spec.unit]}</span>}
              rightSectionWidth={90}
              rightSectionPointerEvents="none"
              error={faults.value && words[faults.value]}
              data-autofocus
            />
            <Button variant="default" aria-pressed={typed === UNKNOWN} onClick={() => setTyped(UNKNOWN)}>
              {t.sayUnknown}
            </Button>
          </>
        )}
      </div>
      <NativeSelect
        label={t.evidence}
        value={grade}
        onChange={(event) => setGrade(evidenceSchema.parse(event.currentTarget.value))}
        data={evidenceGrades.map((value) => ({ value, label: term.evidence[value] }))}
      />
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        error={faults.reason && words[faults.reason]}
      />
      <SaveEnd
        saving={saving}
        save={t.saveCorrection}
        failed={t.correctionFailed}
        why={(code) => whyRefused(t.correctionRefused, code)}
        kept={kept}
        onCancel={onCancel}
      >
        {saving.item && conflictOf(saving.item) ? <Link to="/outbox">{t.seeBoth}</Link> : null}
      </SaveEnd>
    </form>
  );
}

const whyRefused = <Known extends { OTHER: string }>(known: Known, code: string): string =>
  code in known ? String(known[code as keyof Known]) : known.OTHER;
