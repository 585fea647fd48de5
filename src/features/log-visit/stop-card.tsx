import { Textarea } from '@mantine/core';
import type { Outcome, StopKind } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { ChoiceChips } from '#src/ui/choice-chips.tsx';
import { fieldIds } from './form-problems.ts';
import classes from './log-visit.module.css';
import { ReadingFields } from './reading-fields.tsx';
import { stopName } from './stop-name.ts';
import { indicatorsAt, withStop, type StopEntry } from './visit-form.ts';
import { useFault, type FieldsProps } from './visit-fields.tsx';

const outcomesOf: Record<StopKind, readonly Outcome[]> = {
  household: ['met', 'nobodyHome', 'declined'],
  projectSite: ['seen', 'met'],
  village: ['seen', 'met'],
  seminar: ['met'],
};

/** One stop: the outcome, what was said, what was read. */
export function StopCard(props: FieldsProps & { stop: StopEntry; onRemove: () => void }) {
  const { form, sheet, stop, problems, onChange, onRemove } = props;
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const fault = useFault(problems);
  const name = stopName(stop, sheet, text, t);
  const outcomes = outcomesOf[stop.kind];
  return (
    <section className={classes.card} id={fieldIds.stop(stop.id)} tabIndex={-1} aria-label={name}>
      <div className={classes.cardHead}>
        <h2 className={classes.cardTitle}>{name}</h2>
        <button type="button" className={classes.plain} aria-label={t.remove(name)} onClick={onRemove}>
          ×
        </button>
      </div>
      {fault(fieldIds.stop(stop.id)) ? <p className={classes.fault}>{fault(fieldIds.stop(stop.id))}</p> : null}
      {outcomes.length > 1 ? (
        <ChoiceChips
          legend={t.outcome}
          name={`outcome-${stop.id}`}
          value={stop.outcome}
          options={outcomes.map((value) => ({ value, label: term.outcome[value] }))}
          onChange={(outcome) => onChange(withStop(form, stop.id, { outcome }))}
        />
      ) : null}
      <Textarea
        id={fieldIds.said(stop.id)}
        label={t.said}
        value={stop.said}
        autosize
        minRows={2}
        onChange={(event) => onChange(withStop(form, stop.id, { said: event.currentTarget.value }))}
        error={fault(fieldIds.said(stop.id))}
      />
      {indicatorsAt(stop).length > 0 ? <ReadingFields {...props} /> : null}
    </section>
  );
}
