import { useState } from 'react';
import { v7 as uuid } from 'uuid';
import type { StopKind } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { SearchField } from '#src/ui/search-field.tsx';
import { fieldIds } from './form-problems.ts';
import classes from './log-visit.module.css';
import { StopCard } from './stop-card.tsx';
import { stopName } from './stop-name.ts';
import { newStop, type StopEntry } from './visit-form.ts';
import { useFault, type FieldsProps } from './visit-fields.tsx';

const SHOWN = 6;

/** Where the visit went and whom it met. */
export function StopFields(props: FieldsProps) {
  const { form, sheet, problems, onChange } = props;
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const fault = useFault(problems);
  const [removed, setRemoved] = useState<{ stop: StopEntry; at: number } | null>(null);
  const add = (kind: StopKind, subjectId: string | null) => {
    setRemoved(null);
    onChange({ ...form, stops: [...form.stops, newStop(uuid(), kind, subjectId)] });
  };
  const remove = (stop: StopEntry) => {
    setRemoved({ stop, at: form.stops.indexOf(stop) });
    onChange({ ...form, stops: form.stops.filter((s) => s !== stop) });
  };
  return (
    <fieldset className={classes.group} id={fieldIds.stops} tabIndex={-1}>
      <legend>{t.where}</legend>
      {fault(fieldIds.stops) ? <p className={classes.fault}>{t.nothingYet}</p> : null}
      {form.stops.map((stop) => (
        <StopCard key={stop.id} {...props} stop={stop} onRemove={() => remove(stop)} />
      ))}
      {removed ? (
        <p role="status">
          {t.removed(stopName(removed.stop, sheet, text, t))}{' '}
          <button
            type="button"
            className={classes.plain}
            onClick={() => {
              onChange({ ...form, stops: form.stops.toSpliced(removed.at, 0, removed.stop) });
              setRemoved(null);
            }}
          >
            {t.undo}
          </button>
        </p>
      ) : null}
      <HouseholdPicker {...props} onAdd={(id) => add('household', id)} />
      <OtherStops {...props} onAdd={add} />
    </fieldset>
  );
}

function HouseholdPicker({ form, sheet, onAdd }: FieldsProps & { onAdd: (id: string) => void }) {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const [q, setQ] = useState('');
  const typed = q.trim().toLowerCase();
  const free = sheet.households.filter((h) => !form.stops.some((s) => s.subjectId === h.id));
  const found = free.filter((h) => h.searchText.includes(typed));
  return (
    <div className={classes.picker}>
      <SearchField label={t.addHousehold} hint={t.addHint} value={q} onChange={setQ} />
      <div className={classes.chips}>
        {found.slice(0, SHOWN).map((h) => (
          <button
            key={h.id}
            type="button"
            className={classes.chip}
            aria-label={t.add(text(h.head))}
            onClick={() => {
              onAdd(h.id);
              setQ('');
            }}
          >
            + {text(h.head)}
          </button>
        ))}
      </div>
      {found.length === 0 ? <p className={classes.quiet}>{t.noMatch}</p> : null}
      {found.length > SHOWN ? <p className={classes.quiet}>{t.more(found.length - SHOWN)}</p> : null}
    </div>
  );
}

function OtherStops({ form, sheet, onAdd }: FieldsProps & { onAdd: (kind: StopKind, id: string | null) => void }) {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const has = (kind: StopKind, id: string | null) => form.stops.some((s) => s.kind === kind && s.subjectId === id);
  const options: [StopKind, string | null, string][] = [
    ['village', null, t.villageItself],
    ...sheet.projects.map((p): [StopKind, string, string] => ['projectSite', p.id, text(p.name)]),
    ['seminar', null, t.seminar],
  ];
  return (
    <div className={classes.picker}>
      <p className={classes.quiet}>{t.otherStops}</p>
      <div className={classes.chips}>
        {options
          .filter(([kind, id]) => !has(kind, id))
          .map(([kind, id, name]) => (
            <button
              key={`${kind}${id}`}
              type="button"
              className={classes.chip}
              aria-label={t.add(name)}
              onClick={() => onAdd(kind, id)}
            >
              + {name}
            </button>
          ))}
      </div>
    </div>
  );
}
