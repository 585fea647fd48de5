import { z } from 'zod';
import type { Snapshot } from './change.ts';
import { isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { statusAt } from './incidence.ts';
import { householdStatuses } from './indicator.ts';
import { numberOf } from './reading.ts';

/** Where a household stands at a visit; `absent` before it joined the register or after it left. */
export const standingStates = [...householdStatuses, 'absent'] as const;
export type StandingState = (typeof standingStates)[number];

/** The households that moved from one state to another (or stayed), with their persons at the second visit. */
export const transition = z.strictObject({
  from: z.enum(standingStates),
  to: z.enum(standingStates),
  householdIds: z.array(id),
  persons: z.int(),
  /** Households whose persons are not known: not in `persons`. */
  personsUnknown: z.int(),
});
export type Transition = z.infer<typeof transition>;

/** Every household is in exactly one transition: entrants and leavers are never dropped (DOMAIN §3.8). */
export function transitionsBetween(
  from: Snapshot,
  to: Snapshot,
  households: readonly Household[],
): Transition[] {
  const stateAt = (at: Snapshot, h: Household): StandingState =>
    isInRegister(h, at.on) ? statusAt(at, h.id) : 'absent';
  const found = new Map<string, Transition>();
  for (const h of households) {
    const before = stateAt(from, h);
    const after = stateAt(to, h);
    if (before === 'absent' && after === 'absent') continue;
    const key = `${before}>${after}`;
    const moved = found.get(key) ?? {
      from: before,
      to: after,
      householdIds: [],
      persons: 0,
      personsUnknown: 0,
    };
    const persons = numberOf(to.level(h.id, 'persons'));
    moved.householdIds.push(h.id);
    if (persons === null) moved.personsUnknown += 1;
    else moved.persons += persons;
    found.set(key, moved);
  }
  const order = (t: Transition) =>
    standingStates.indexOf(t.from) * standingStates.length + standingStates.indexOf(t.to);
  return [...found.values()].toSorted((a, b) => order(a) - order(b));
}
