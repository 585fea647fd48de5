import { z } from 'zod';
import type { Snapshot } from './change.ts';
import { isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { statusAt } from './incidence.ts';
import { householdStatuses, type HouseholdStatus } from './indicator.ts';
import { numberOf } from './reading.ts';

/** Where one household stands at one visit, with its persons then (null: not known). */
export interface Standing<State extends string = string> {
  id: string;
  state: State;
  persons: number | null;
}

/** The households of one cell. */
export interface Moved {
  householdIds: string[];
  /** At the second visit; for who left, at the first. */
  persons: number;
  /** Households whose persons are not known: not in `persons`. */
  personsUnknown: number;
}

export interface Transitions<State extends string> {
  /** Of the rows (first visit) and columns (second visit) of both matrices. */
  states: State[];
  /** The fixed panel: households there at both visits, from row to column. */
  households: number[][];
  /** The same in persons at the second visit. */
  persons: number[][];
  /** The cells of the panel that anybody is in, in order of rows, then columns. */
  cells: (Moved & { from: State; to: State })[];
  /** There at the second visit alone, by the state they came in with. */
  entrants: (Moved & { to: State })[];
  /** There at the first visit alone, by the state they were last in. */
  leavers: (Moved & { from: State })[];
}

const collect = (standings: readonly Standing[]): Moved => ({
  householdIds: standings.map((s) => s.id),
  persons: standings.reduce((sum, s) => sum + (s.persons ?? 0), 0),
  personsUnknown: standings.filter((s) => s.persons === null).length,
});

function byId<State extends string>(standings: readonly Standing<State>[]): Map<string, Standing<State>> {
  const found = new Map(standings.map((s) => [s.id, s]));
  if (found.size < standings.length) throw new RangeError('a household stands in two states at once');
  return found;
}

/**
 * Who moved from which state to which between two visits. Every household is in exactly one
 * cell, entrants or leavers: nobody is dropped (DOMAIN §3.8). Where `states` is not given, the
 * matrices have the states that occur, in the order met. Throws a RangeError where a household
 * stands twice at one visit.
 */
export function transitions<State extends string>({
  from,
  to,
  states = [...new Set([...from, ...to].map((s) => s.state))],
}: {
  from: readonly Standing<State>[];
  to: readonly Standing<State>[];
  states?: readonly State[];
}): Transitions<State> {
  const [before, after] = [byId(from), byId(to)];
  const movedTo = states.map((row) =>
    states.map((column) => collect(to.filter((s) => s.state === column && before.get(s.id)?.state === row))),
  );
  const anybody = (moved: Moved) => moved.householdIds.length > 0;
  const entrants = states.map((state) => ({
    to: state,
    ...collect(to.filter((s) => s.state === state && !before.has(s.id))),
  }));
  const leavers = states.map((state) => ({
    from: state,
    ...collect(from.filter((s) => s.state === state && !after.has(s.id))),
  }));
  return {
    states: [...states],
    households: movedTo.map((row) => row.map((cell) => cell.householdIds.length)),
    persons: movedTo.map((row) => row.map((cell) => cell.persons)),
    cells: states
      .flatMap((row, r) =>
        states.flatMap((column, c) => {
          const cell = movedTo[r]?.[c];
          return cell ? [{ from: row, to: column, ...cell }] : [];
        }),
      )
      .filter(anybody),
    entrants: entrants.filter(anybody),
    leavers: leavers.filter(anybody),
  };
}

/**
 * Shorrocks' trace index of a transition matrix: (n − Σ pᵢᵢ) ÷ (n − 1), pᵢᵢ being the share of
 * state i that stayed. 0: nobody moved; 1: where one ends does not depend on where one began;
 * n ÷ (n − 1): everybody moved.
 *
 * Rows are counts or shares: each is divided by its sum. A state that nobody began in says
 * nothing: the share that stayed is then the mean over the other states. Null for fewer than
 * two states, or where nobody began anywhere. Throws a RangeError where the matrix is not
 * square or has a negative cell.
 *
 * Source: Shorrocks, The measurement of mobility, Econometrica 46, 1978.
 */
export function shorrocks(matrix: readonly (readonly number[])[]): number | null {
  const n = matrix.length;
  if (matrix.some((row) => row.length !== n || row.some((cell) => !Number.isFinite(cell) || cell < 0))) {
    throw new RangeError('a transition matrix is square and not negative');
  }
  const moved = matrix.flatMap((row, at) => {
    const began = row.reduce((sum, cell) => sum + cell, 0);
    return began > 0 ? [1 - (row[at] ?? 0) / began] : [];
  });
  if (n < 2 || moved.length === 0) return null;
  return ((moved.reduce((sum, share) => sum + share, 0) / moved.length) * n) / (n - 1);
}

/** Where a household stands at a visit; `absent` before it joined the register or after it left. */
export const standingStates = [...householdStatuses, 'absent'] as const;
export type StandingState = (typeof standingStates)[number];

/** One cell as the page shows it, entrants and leavers among them as from and to `absent`. */
export const transition = z.strictObject({
  from: z.enum(standingStates),
  to: z.enum(standingStates),
  householdIds: z.array(id),
  persons: z.int(),
  personsUnknown: z.int(),
});
export type Transition = z.infer<typeof transition>;

/**
 * What is counted of the moves beside their cells: everybody at either visit, who is there at both
 * (`panel`), at one alone, and who moved. Who joined as out of poverty is both an entrant and in `wentOut`.
 */
export const moveGroups = [
  'panel',
  'entrants',
  'leavers',
  'everybody',
  'moved',
  'wentOut',
  'wentBack',
  'otherMoves',
] as const;
export type MoveGroup = (typeof moveGroups)[number];

/** Whether a move is one of a group. */
export function isInGroup(group: MoveGroup, { from, to }: Pick<Transition, 'from' | 'to'>): boolean {
  const isThereTwice = from !== 'absent' && to !== 'absent';
  switch (group) {
    case 'panel':
      return isThereTwice;
    case 'entrants':
      return from === 'absent';
    case 'leavers':
      return to === 'absent';
    case 'everybody':
      return true;
    case 'moved':
      return from !== to;
    case 'wentOut':
      return to === 'out' && from !== 'out';
    case 'wentBack':
      return to === 'returned' && from !== 'returned';
    case 'otherMoves':
      return isThereTwice && from !== to && to !== 'out' && to !== 'returned';
  }
}

/** How many households are in a group of moves. */
export const householdsIn = (group: MoveGroup, moves: readonly Transition[]): number =>
  moves.reduce((sum, move) => sum + (isInGroup(group, move) ? move.householdIds.length : 0), 0);

/** The register status of every household in the register at one visit. */
export const standingsAt = (at: Snapshot, households: readonly Household[]): Standing<HouseholdStatus>[] =>
  households
    .filter((h) => isInRegister(h, at.on))
    .map((h) => ({ id: h.id, state: statusAt(at, h.id), persons: numberOf(at.level(h.id, 'persons')) }));

/** The transitions of a village's register, in order of rows, then columns. */
export function transitionsBetween(
  from: Snapshot,
  to: Snapshot,
  households: readonly Household[],
): Transition[] {
  const { cells, entrants, leavers } = transitions({
    from: standingsAt(from, households),
    to: standingsAt(to, households),
    states: householdStatuses,
  });
  const all: Transition[] = [
    ...cells,
    ...leavers.map((moved) => ({ ...moved, to: 'absent' as const })),
    ...entrants.map((moved) => ({ ...moved, from: 'absent' as const })),
  ];
  const order = (t: Transition) =>
    standingStates.indexOf(t.from) * standingStates.length + standingStates.indexOf(t.to);
  return all.toSorted((a, b) => order(a) - order(b));
}
