import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Day } from '#src/domain/day.ts';
import type { Visit } from '#src/domain/visit.ts';
import { useFormat } from '#src/messages/format.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { terms } from '#src/messages/terms.ts';
import { Notice } from '#src/ui/notice.tsx';
import type { SectionProps } from './section-props.ts';
import classes from './pair-choice.module.css';

const route = getRouteApi('/households/$householdId');

/** Which two visits are compared, and as known on which day; all of it in the link. */
export function PairChoice({ record, view, today }: SectionProps & { today: Day }) {
  const t = useMessages(householdWords).pair;
  const term = useMessages(terms);
  const { day } = useFormat();
  const { knownOn } = route.useSearch();
  const navigate = route.useNavigate();
  const change = (next: object) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true, resetScroll: false });
  const { visits, from, to } = view;
  const toAt = visits.findIndex((v) => v.id === to?.id);
  const option = (v: Visit) => ({ value: v.id, label: `${v.on} · ${term.visitKind[v.kind]}` });
  return (
    <>
      <section className={classes.choice} aria-label={t.heading} data-no-print>
        {from && to ? (
          <>
            <NativeSelect
              label={t.first}
              value={from.id}
              data={visits.slice(0, toAt).map(option)}
              onChange={(event) => change({ from: event.currentTarget.value, to: to.id })}
            />
            <NativeSelect
              label={t.second}
              value={to.id}
              data={visits.slice(1).map(option)}
              onChange={(event) => {
                const next = visits.findIndex((v) => v.id === event.currentTarget.value);
                const kept = visits.indexOf(from) < next ? from : visits[next - 1];
                change({ from: kept?.id, to: event.currentTarget.value });
              }}
            />
          </>
        ) : null}
        <TextInput
          type="date"
          label={t.knownOn}
          value={knownOn ?? ''}
          max={today}
          onChange={(event) => change({ knownOn: event.currentTarget.value || undefined })}
        />
      </section>
      {knownOn && knownOn < today ? (
        <Notice
          tone="done"
          action={
            <Link
              to="/households/$householdId"
              params={{ householdId: record.household.id }}
              search={(now) => ({ ...now, knownOn: undefined })}
            >
              {t.today}
            </Link>
          }
        >
          {t.notice(day(knownOn))}
        </Notice>
      ) : null}
    </>
  );
}
