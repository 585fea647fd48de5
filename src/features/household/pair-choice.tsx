import { NativeSelect, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Visit } from '#src/domain/visit.ts';
import { householdWords } from '#src/messages/household.ts';
import { useMessages } from '#src/messages/locale.tsx';
import classes from './household-page.module.css';

const route = getRouteApi('/households/$householdId');

export interface VisitPair {
  from: Visit;
  to: Visit;
}

/** The pair in the link, else the village's last two visits; null where there are fewer. */
export function usePair(visits: readonly Visit[]): VisitPair | null {
  const search = route.useSearch();
  return useMemo(() => {
    const named = (visitId: string | undefined) => visits.find((v) => v.id === visitId);
    const to = named(search.to) ?? visits.at(-1);
    const from = named(search.from) ?? visits.at(-2);
    if (!from || !to || visits.indexOf(from) >= visits.indexOf(to)) {
      const [a, b] = [visits.at(-2), visits.at(-1)];
      return a && b ? { from: a, to: b } : null;
    }
    return { from, to };
  }, [visits, search.from, search.to]);
}

interface Props {
  visits: Visit[];
  pair: VisitPair | null;
  today: string;
}

/** Which two visits are compared, and the day on which it was known. */
export function PairChoice({ visits, pair, today }: Props) {
  const t = useMessages(householdWords);
  const navigate = route.useNavigate();
  const { knownOn } = route.useSearch();
  const pairs = visits.flatMap((to, at) =>
    visits.slice(0, at).map((from) => ({ value: `${from.id} ${to.id}`, label: t.pair(from.on, to.on) })),
  );
  return (
    <div className={classes.choice} data-no-print>
      {pair ? (
        <NativeSelect
          label={t.pairLabel}
          value={`${pair.from.id} ${pair.to.id}`}
          data={pairs}
          onChange={(event) => {
            const [from, to] = event.currentTarget.value.split(' ');
            void navigate({ search: (now) => ({ ...now, from, to }), resetScroll: false });
          }}
        />
      ) : null}
      <TextInput
        type="date"
        label={t.knownOn}
        value={knownOn ?? ''}
        max={today}
        onChange={(event) =>
          void navigate({
            search: (now) => ({ ...now, knownOn: event.currentTarget.value || undefined }),
            resetScroll: false,
          })
        }
      />
    </div>
  );
}
