import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { HouseholdRecord, ToldSuccession } from '#src/domain/records.ts';
import { SourceMark } from '#src/parts/evidence-mark.tsx';
import { useHouseholdName } from '#src/parts/household-name.ts';

type Side = 'from' | 'to';

/** What the household came of by a split or a merger, and what it went on as; nothing where it did neither. */
export function successionFacts(
  { household: { id }, successions }: HouseholdRecord,
  t: { cameOf: string; wentOnAs: string },
): [string, ReactNode][] {
  // A record that an earlier program kept on this device has none.
  const fact = (name: string, own: Side, other: Side): [string, ReactNode][] => {
    const told = (successions ?? []).flatMap((one) => {
      const others = one[other].filter((h) => h.id !== id);
      return one[own].some((h) => h.id === id) && others.length > 0 ? [{ one, others }] : [];
    });
    return told.length > 0 ? [[name, <Told key={name} told={told} />]] : [];
  };
  return [...fact(t.cameOf, 'to', 'from'), ...fact(t.wentOnAs, 'from', 'to')];
}

/** Each with its day, and a way to each household. */
function Told({ told }: { told: { one: ToldSuccession; others: ToldSuccession['from'] }[] }) {
  const nameOf = useHouseholdName();
  return told.map(({ one, others }) => (
    <span key={`${one.on} ${others.map(({ id }) => id).join(' ')}`}>
      {others.map((h) => (
        <span key={h.id}>
          <Link to="/households/$householdId" params={{ householdId: h.id }}>
            {nameOf(h)}
          </Link>{' '}
        </span>
      ))}
      <small>{one.on}</small> <SourceMark source={one.source} />{' '}
    </span>
  ));
}
