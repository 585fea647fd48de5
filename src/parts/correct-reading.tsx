import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { indicatorSpec, UNKNOWN, valueProblem, type ReadingValue } from '#src/domain/indicator.ts';
import { changesNothing, correction, type Reading } from '#src/domain/reading.ts';
import { evidence as evidenceSchema, evidenceGrades } from '#src/domain/source.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { partsWords } from '#src/messages/parts-words.ts';
import { problemMessage, problems, type ProblemMessage } from '#src/messages/problems.ts';
import { terms } from '#src/messages/terms.ts';
import { conflictOf } from '#src/offline/conflict.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useFormOpen } from './form-open.ts';
import { useKeptTyping } from './kept-typing.ts';
import classes from './correct-reading.module.css';
import { SaveEnd } from './save-end.tsx';
import { useFirstFocus } from './use-first-focus.ts';
import { useRefusedFields } from './use-refused-fields.ts';
import { useSaveCorrection } from './use-save-correction.ts';
import { useValueText } from './value-text.ts';

interface Props {
  reading: Reading;
  /** A correction in the outbox: the form begins with it in place of what is recorded, and replaces it. */
  mended?: OutboxItem;
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
export function CorrectReading({ reading, mended, onDone, onCancel }: Props) {
  useFormOpen();
  const t = useMessages(partsWords);
  const words = useMessages(problems);
  const term = useMessages(terms);
  const valueText = useValueText();
  const saving = useSaveCorrection(onDone, mended ?? null);
  const [start] = useState(() => mended && openPayload({ ...mended, kind: 'correction' })?.correction);
  const [typed, setTyped] = useState(String(start?.value ?? reading.value));
  const [grade, setGrade] = useState(start?.evidence ?? reading.evidence);
  const [reason, setReason] = useState(start?.reason ?? '');
  const [faults, setFaults] = useState<Faults>({});
  const kept = useKeptTyping(
    mended ? { mends: mended.id } : `correction:${reading.id}`,
    { typed, grade, reason },
    (fields) => {
      setTyped(fields.typed);
      setGrade(evidenceSchema.catch(reading.evidence).parse(fields.grade));
      setReason(fields.reason);
    },
    saving.item !== null,
  );
  const spec = indicatorSpec(reading.indicator);
  const refused = useRefusedFields(saving, { value: typed, evidence: grade, reason });
  const errorOf = (field: keyof Faults) => {
    const fault = faults[field];
    return fault ? words[fault] : refused(field);
  };
  const form = useFirstFocus('input, select');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.busy) return;
    const value = parseValue(reading, typed);
    const found: Faults = {};
    if (value === null) found.value = 'notANumber';
    else if (changesNothing(reading, { value, evidence: grade })) found.value = 'NOTHING_CHANGED';
    else found.value = valueProblem(reading.indicator, value) ?? undefined;
    const checked = correction.shape.reason.safeParse(reason);
    if (!checked.success) found.reason = problemMessage(checked.error.issues[0]?.message);
    setFaults(found);
    if (value === null || found.value || found.reason) return;
    void saving.save({
      readingId: reading.id,
      correction: { value, evidence: grade, reason: reason.trim() },
    });
  };

  return (
    <form ref={form} onSubmit={submit} noValidate className={classes.form}>
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
            error={errorOf('value')}
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
              error={errorOf('value')}
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
        error={refused('evidence')}
      />
      <Textarea
        label={t.reason}
        description={t.reasonHint}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        error={errorOf('reason')}
      />
      <SaveEnd
        saving={saving}
        typed={{
          readingId: reading.id,
          correction: { value: parseValue(reading, typed) ?? typed, evidence: grade, reason },
        }}
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
