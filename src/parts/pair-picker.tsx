import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { aboutQuery } from '#src/api/queries.ts';
import type { Day } from '#src/domain/day.ts';
import type { Visit } from '#src/domain/visit.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { progressWords } from '#src/messages/progress.ts';
import { terms } from '#src/messages/terms.ts';
import classes from './pair-picker.module.css';

/** What a link says of the pair; what it does not say is the last two visits, as known today. */
export interface ChosenPair {
  from?: string | undefined;
  to?: string | undefined;
  knownOn?: Day | undefined;
}

interface Props {
  /** Oldest first, at least two. */
  visits: Visit[];
  chosen: ChosenPair;
  /** The pair that is on screen. */
  shown: { from: Pick<Visit, 'id'>; to: Pick<Visit, 'id'> } | undefined;
  onChoose: (next: ChosenPair) => void;
  /** What else can be chosen on the page. */
  children?: ReactNode;
}

/** Any two visits in order, and the day on which they were known: all of it in the link. */
export function PairPicker({ visits, chosen, shown, onChoose, children }: Props) {
  const t = useMessages(progressWords);
  const term = useMessages(terms);
  const about = useQuery(aboutQuery());
  const clipboard = useClipboard();
  const router = useRouter();
  const to = chosen.to ?? shown?.to.id ?? visits.at(-1)?.id ?? '';
  const toAt = visits.findIndex((v) => v.id === to);
  const from = chosen.from ?? shown?.from.id ?? visits[toAt - 1]?.id ?? '';
  const fromAt = visits.findIndex((v) => v.id === from);

  const pairAt = (at: number): { from: string; to: string } | null => {
    const [a, b] = [visits[at], visits[at + 1]];
    return a && b ? { from: a.id, to: b.id } : null;
  };
  /** A link that is sent names its visits: it shows the same when others have followed. */
  const linkHere = () => {
    const { href } = router.buildLocation({ to: '.', search: (now: object) => ({ ...now, from, to }) });
    return new URL(router.history.createHref(href), location.href).href;
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
        onChange={(event) => onChoose({ from: event.currentTarget.value, to })}
      />
      <NativeSelect
        label={t.secondVisit}
        value={to}
        data={visits.slice(1).map(option)}
        onChange={(event) => {
          const next = visits.findIndex((v) => v.id === event.currentTarget.value);
          const kept = fromAt < next ? from : (visits[next - 1]?.id ?? from);
          onChoose({ from: kept, to: event.currentTarget.value });
        }}
      />
      <TextInput
        type="date"
        label={t.knownOn}
        value={chosen.knownOn ?? ''}
        max={about.data?.today}
        onChange={(event) => onChoose({ knownOn: event.currentTarget.value || undefined })}
      />
      {children}
      <div className={classes.buttons}>
        <Button variant="default" disabled={!earlier} onClick={() => earlier && onChoose(earlier)}>
          ← {t.earlierPair}
        </Button>
        <Button variant="default" disabled={!later} onClick={() => later && onChoose(later)}>
          {t.laterPair} →
        </Button>
        <Button variant="subtle" onClick={() => clipboard.copy(linkHere())}>
          {clipboard.copied ? t.copied : t.copyLink}
        </Button>
        <Button variant="subtle" onClick={() => print()}>
          {t.print}
        </Button>
      </div>
    </section>
  );
}
