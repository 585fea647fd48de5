import { householdSubject, readingsAt, type Looked, type Told } from './explain-parts.ts';
import { gradesOf } from './figure.ts';
import type { MoveCell } from './figure-code.ts';
import { isInRegister, type Household } from './household.ts';
import { statusAt } from './incidence.ts';
import { householdStatuses, type Indicator } from './indicator.ts';
import {
  isInGroup,
  shorrocks,
  standingsAt,
  transitions,
  transitionsBetween,
  type MoveGroup,
  type Transition,
} from './mobility.ts';
import { numberOf } from './reading.ts';

const names: Indicator[] = ['status', 'persons'];

const isIn = (asked: MoveCell | MoveGroup, move: Transition): boolean =>
  typeof asked === 'string' ? isInGroup(asked, move) : move.from === asked.from && move.to === asked.to;

/** Persons of a household at each visit; null where it is not in the register or they are not known. */
function personsOf({ earlier, now }: Looked, h: Household) {
  const at = (snapshot: Looked['now'] | null) =>
    snapshot && isInRegister(h, snapshot.on) ? numberOf(snapshot.level(h.id, 'persons')) : null;
  return { from: at(earlier), to: at(now) };
}

/** What is not known of where a household stood. */
function missingOf({ earlier, now }: Looked, h: Household, asked: readonly Indicator[]) {
  const at = (snapshot: Looked['now'] | null): Indicator[] => {
    if (!snapshot || !isInRegister(h, snapshot.on)) return [];
    const isUnknown = (name: Indicator) =>
      name === 'status'
        ? statusAt(snapshot, h.id) === 'unknown'
        : numberOf(snapshot.level(h.id, name)) === null;
    return asked.filter(isUnknown);
  };
  return { subject: householdSubject(h), from: at(earlier), to: at(now) };
}

const gradesAmong = ({ earlier, now }: Looked, households: readonly Household[]) =>
  gradesOf(
    households.flatMap((h) =>
      [earlier, now].flatMap((at) => names.map((name) => at?.level(h.id, name) ?? null)),
    ),
  );

/** One cell of the table of moves, or one of the groups beside it: who is in it. */
export function explainMoves(asked: MoveCell | MoveGroup, looked: Looked): Told {
  const { record, earlier, now } = looked;
  const moves = earlier
    ? transitionsBetween(earlier, now, record.households).filter((m) => isIn(asked, m))
    : [];
  const ids = new Set(moves.flatMap((m) => m.householdIds));
  const clear = moves.filter((m) => m.from !== 'unknown' && m.to !== 'unknown');
  const households = record.households.filter((h) => ids.has(h.id));
  const persons = households.map((h) => personsOf(looked, h));
  const sum = (end: 'from' | 'to') => persons.reduce((all, one) => all + (one[end] ?? 0), 0);
  return {
    figure: {
      from: null,
      to: {
        value: earlier && ids.size,
        range: null,
        unit: 'household',
        known: clear.reduce((all, m) => all + m.householdIds.length, 0),
        of: ids.size,
        countedIn: 'household',
        evidence: gradesAmong(looked, households),
      },
    },
    terms: earlier
      ? [
          { term: 'movedPersons', unit: 'person', from: sum('from'), to: sum('to') },
          {
            term: 'personsUnknown',
            unit: 'household',
            from: null,
            to: moves.reduce((all, m) => all + m.personsUnknown, 0),
          },
        ]
      : [],
    partUnit: 'person',
    parts: households.map((h) => ({
      subject: householdSubject(h),
      ...personsOf(looked, h),
      readings: readingsAt(looked, h.id, names),
      verdict: null,
    })),
    unknown: households
      .map((h) => missingOf(looked, h, names))
      .filter((one) => one.from.length > 0 || one.to.length > 0),
  };
}

/** Shorrocks' index over the households whose state is known at both visits; each part says whether one stayed. */
export function explainShorrocks(looked: Looked): Told {
  const { record, earlier, now } = looked;
  const states = householdStatuses.filter((state) => state !== 'unknown');
  const [from, to] = [
    earlier ? standingsAt(earlier, record.households) : [],
    standingsAt(now, record.households),
  ];
  const { households: matrix, cells } = transitions({ from, to, states });
  const ids = new Set(cells.flatMap((cell) => cell.householdIds));
  const stayed = new Set(cells.flatMap((cell) => (cell.from === cell.to ? cell.householdIds : [])));
  const panel = looked.all.filter((h) => looked.before.includes(h) && looked.after.includes(h));
  const known = panel.filter((h) => ids.has(h.id));
  const shares = matrix.flatMap((row, at) => {
    const began = row.reduce((all, cell) => all + cell, 0);
    return began > 0 ? [(row[at] ?? 0) / began] : [];
  });
  const mean = shares.length > 0 ? shares.reduce((all, share) => all + share, 0) / shares.length : null;
  return {
    figure: {
      from: null,
      to: {
        value: shorrocks(matrix),
        range: null,
        unit: 'index',
        known: known.length,
        of: panel.length,
        countedIn: 'household',
        evidence: gradesAmong(looked, known),
      },
    },
    terms: [
      { term: 'stayed', unit: 'household', from: null, to: stayed.size },
      { term: 'states', unit: 'none', from: null, to: states.length },
      // A state that nobody began in takes the mean of the others.
      { term: 'stayedShares', unit: 'index', from: null, to: mean === null ? null : mean * states.length },
    ],
    partUnit: 'household',
    parts: known
      .map((h) => ({
        subject: householdSubject(h),
        from: null,
        to: stayed.has(h.id) ? 1 : 0,
        readings: readingsAt(looked, h.id, ['status']),
        verdict: null,
      }))
      .toSorted((a, b) => a.to - b.to),
    unknown: panel
      .map((h) => missingOf(looked, h, ['status']))
      .filter((one) => one.from.length > 0 || one.to.length > 0),
  };
}
