import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { aboutQuery, contactPointsQuery } from '#src/api/queries.ts';
import { namesTyped } from '#src/domain/text.ts';
import { visitKind } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { logVisitWords } from '#src/messages/log-visit.ts';
import { terms } from '#src/messages/terms.ts';
import { useAllowedKinds } from './allowed-kinds.ts';
import { useLog, useProblem } from './log-context.ts';
import { PhotoSection } from './photo-section.tsx';
import { Section } from './section.tsx';
import classes from './step-whom.module.css';
import { StopList } from './stop-list.tsx';
import { liveStops } from './visit-form.ts';

const route = getRouteApi('/log');
const basics: ReadonlySet<string> = new Set(['which-village', 'on', 'kind']);

/** First step: which village, when, what kind of visit, and whom. */
export function StepWhom() {
  return (
    <>
      <Basics />
      <StopList />
      <More />
      <PhotoSection />
    </>
  );
}

function Basics() {
  const t = useMessages(logVisitWords);
  const term = useMessages(terms);
  const { text } = useFormat();
  const { form, change, sheet, today, target } = useLog();
  const kinds = useAllowedKinds(sheet.village);
  const problem = useProblem();
  const navigate = route.useNavigate();
  const points = useQuery(contactPointsQuery());
  // Open where it is the first thing to choose; folded where a household's link has brought us here.
  const [open] = useState(liveStops(form).length === 0 || basics.has(target ?? ''));
  const villages = points.data?.map((p) => p.village) ?? [sheet.village];
  const parts = [text(sheet.village.name), form.on === '' ? t.noDay : form.on, term.visitKind[form.kind]];
  return (
    <Section title={parts.join(' · ')} open={open}>
      <div className={classes.basics}>
        <NativeSelect
          id="which-village"
          className={classes.wide}
          label={t.village}
          value={form.villageId}
          error={problem('which-village')}
          // Each village has its own draft: the one that is left is kept.
          onChange={(event) => void navigate({ search: { village: event.currentTarget.value } })}
          data={villages.map((v) => ({ value: v.id, label: text(v.name) }))}
        />
        <TextInput
          id="on"
          type="date"
          label={t.day}
          max={today}
          min={sheet.registeredOn ?? undefined}
          value={form.on}
          error={problem('on')}
          onChange={(event) => change({ type: 'basics', given: { on: event.currentTarget.value } })}
        />
        <NativeSelect
          id="kind"
          label={t.kind}
          value={form.kind}
          error={problem('kind')}
          onChange={(event) =>
            change({ type: 'basics', given: { kind: visitKind.parse(event.currentTarget.value) } })
          }
          data={kinds.map((kind) => ({ value: kind, label: term.visitKind[kind] }))}
        />
      </div>
    </Section>
  );
}

function More() {
  const t = useMessages(logVisitWords);
  const { text } = useFormat();
  const { form, change, target } = useLog();
  const problem = useProblem();
  const about = useQuery(aboutQuery());
  const points = useQuery(contactPointsQuery());
  const isFilled = form.present !== '' || form.note !== '';
  const [open] = useState(isFilled || target === 'present' || target === 'note');
  const leader = points.data?.find((p) => p.village.id === form.villageId)?.contactPoint.leader.name;
  const names = namesTyped(form.present);
  const offered = [about.data?.actor?.name, leader]
    .flatMap((name) => (name ? text(name) : []))
    .filter((name) => !names.includes(name));
  const setPresent = (present: string) => change({ type: 'basics', given: { present } });
  return (
    <Section title={t.more} open={open}>
      <TextInput
        id="present"
        label={t.present}
        description={t.presentHint}
        value={form.present}
        error={problem('present')}
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      {offered.length > 0 ? (
        <div className={classes.offered}>
          {offered.map((name) => (
            <button
              key={name}
              type="button"
              className={classes.offer}
              aria-label={t.addPresent(name)}
              onClick={() => setPresent([...names, name].join(t.list))}
            >
              <span aria-hidden>+</span> {name}
            </button>
          ))}
        </div>
      ) : null}
      <Textarea
        id="note"
        label={t.note}
        value={form.note}
        error={problem('note')}
        autosize
        minRows={2}
        onChange={(event) => change({ type: 'basics', given: { note: event.currentTarget.value } })}
      />
    </Section>
  );
}
