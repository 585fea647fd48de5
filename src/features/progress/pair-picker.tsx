import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { aboutQuery } from '#src/api/queries.ts';
import type { Progress } from '#src/domain/progress.ts';
import type { Visit } from '#src/domain/visit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import classes from './pair-picker.module.css';

const route = getRouteApi('/villages/$villageId/');

interface Props {
  /** Oldest first, at least two. */
  visits: Visit[];
  shown: Progress | undefined;
}

/** Any two visits in order, and the day on which they were known: all of it in the link. */
export function PairPicker({ visits, shown }: Props) {
  const t = useMessages(progressWords);
  const term = useMessages(terms);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const about = useQuery(aboutQuery());
  const clipboard = useClipboard();
  const to = search.to ?? shown?.to.id ?? visits.at(-1)?.id ?? '';
  const toAt = visits.findIndex((v) => v.id === to);
  const from = search.from ?? shown?.from.id ?? visits[toAt - 1]?.id ?? '';
  const fromAt = visits.findIndex((v) => v.id === from);

  const choose = (next: { from: string; to: string }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  const pairAt = (at: number): { from: string; to: string } | null => {
    const [a, b] = [visits[at], visits[at + 1]];
    return a && b ? { from: a.id, to: b.id } : null;
  };
  const option = (v: Visit) => ({ value: v.id, label: `${v.on} · ${term.visitKind[v.kind]}` });
  const earlier = pairAt(toAt - 2);
  const later = pairAt(toAt);

  return (
    <section className={classes.picker} aria-label={t.title} data-no-print>
      <NativeSelect
        label={t.firstVisit}
        value={from}
        data={visits.slice(0, Math.max(toAt, 1)).map(option)}
        onChange={(event) => choose({ from: event.currentTarget.value, to })}
      />
      <NativeSelect
        label={t.secondVisit}
        value={to}
        data={visits.slice(1).map(option)}
        onChange={(event) => {
          const next = visits.findIndex((v) => v.id === event.currentTarget.value);
          const kept = fromAt < next ? from : (visits[next - 1]?.id ?? from);
          choose({ from: kept, to: event.currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label={t.knownOn}
        value={search.knownOn ?? ''}
        max={about.data?.today}
        onChange={(event) =>
          void navigate({
            search: (now) => ({ ...now, knownOn: event.currentTarget.value || undefined }),
            resetScroll: false,
          })
        }
      />
      <div className={classes.buttons}>
        <Button variant="default" disabled={!earlier} onClick={() => earlier && choose(earlier)}>
          ← {t.earlierPair}
        </Button>
        <Button variant="default" disabled={!later} onClick={() => later && choose(later)}>
          {t.laterPair} →
        </Button>
        <Button variant="subtle" onClick={() => clipboard.copy(location.href)}>
          {clipboard.copied ? t.copied : t.copyLink}
        </Button>
        <Button variant="subtle" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
    </section>
  );
}
