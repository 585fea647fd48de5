import { z } from 'zod';
import { snapshotOf, type Snapshot } from './change.ts';
import { day, type Day } from './day.ts';
import { deprivationRule, type DeprivationRule } from './deprivation-rules.ts';
import { gradesOf } from './figure.ts';
import { isInRegister, type Household } from './household.ts';
import { id } from './id.ts';
import { incomeRuleSet } from './income-rules.ts';
import { guarantees, householdStatuses, incomeSources, type Indicator } from './indicator.ts';
import { shorrocks, standingsAt, transition, transitions, transitionsBetween } from './mobility.ts';
import { placeOf } from './place.ts';
import { povertyLine } from './poverty-line.ts';
import { householdRef, householdRefOf } from './records.ts';
import { rulesChosen, type RuleChoice } from './rule-choice.ts';
import { evidence } from './source.ts';
import { asKnownOn, type VillageRecord } from './village-record.ts';
import { guaranteePoverty, guaranteePovertyAt, incomePoverty, incomePovertyAt } from './village-measures.ts';
import { visit, type Visit } from './visit.ts';

const grades = z.array(evidence);

/** What a village's measures are at one visit, and by which rules. */
const measuresAt = z.strictObject({
  visit: visit.pick({ id: true, on: true, kind: true }),
  /** Null: there is no line of that series for the year and place. */
  line: povertyLine.nullable(),
  /** Households in the register. */
  households: z.int(),
  income: incomePoverty,
  guarantees: guaranteePoverty,
  /** Grades of the readings behind each part, best first. */
  evidence: z.strictObject({ income: grades, guarantees: grades, status: grades }),
});
export type MeasuresAt = z.infer<typeof measuresAt>;

const counted = z.strictObject({
  households: z.int(),
  persons: z.int(),
  /** Households whose persons are not known: not in `persons`. */
  personsUnknown: z.int(),
});
export type Counted = z.infer<typeof counted>;

/** Who stood where in the register at both visits. */
const mobility = z.strictObject({
  /** Of the rows (first visit) and columns (second visit) of both matrices. */
  states: z.array(z.enum(householdStatuses)),
  households: z.array(z.array(z.int())),
  /** At the second visit. */
  persons: z.array(z.array(z.int())),
  /** Every household once: the cells of the panel, who left to `absent`, who joined from it. */
  moves: z.array(transition),
  /** The same households at both visits, those that joined between them, and those that left. */
  panel: counted,
  entrants: counted,
  leavers: counted,
  /** Shorrocks' index over the `known` of the panel whose status is known at both visits. */
  shorrocks: z.strictObject({
    households: z.number().nullable(),
    persons: z.number().nullable(),
    known: z.int(),
  }),
});
export type Mobility = z.infer<typeof mobility>;

/** Poverty at two visits of a village, and who moved between the states of the register. */
export const measuresBetween = z.strictObject({
  villageId: id,
  knownOn: day.nullable(),
  incomeRule: incomeRuleSet,
  deprivationRule,
  from: measuresAt,
  to: measuresAt,
  mobility,
  /** Whoever is in one of the moves, in the record's order. */
  households: z.array(householdRef),
});
export type MeasuresBetween = z.infer<typeof measuresBetween>;

interface Asked extends RuleChoice {
  knownOn?: Day | undefined;
  cutoff: DeprivationRule;
}

/**
 * Pure: the same record, visits and rules always give the same answer. `from` must not come
 * after `to`; the caller sees to it.
 */
export function measuresOf(whole: VillageRecord, from: Visit, to: Visit, asked: Asked): MeasuresBetween {
  const record = asKnownOn(whole, asked.knownOn);
  const at = placeOf(record.village);
  const [then, now] = [snapshotOf(record, from), snapshotOf(record, to)];
  const one = (snapshot: Snapshot, { id: visitId, on, kind }: Visit): MeasuresAt => {
    const households = record.households.filter((h) => isInRegister(h, on));
    const rules = rulesChosen(asked, at, on);
    return {
      visit: { id: visitId, on, kind },
      line: rules.line,
      households: households.length,
      income: incomePovertyAt(snapshot, households, rules),
      guarantees: guaranteePovertyAt(snapshot, households, asked.cutoff),
      evidence: evidenceAt(snapshot, households),
    };
  };
  const mobility = mobilityBetween(then, now, record.households);
  const moving = new Set(mobility.moves.flatMap((move) => move.householdIds));
  return {
    villageId: record.village.id,
    knownOn: asked.knownOn ?? null,
    incomeRule: rulesChosen(asked, at, to.on).income,
    deprivationRule: asked.cutoff,
    from: one(then, from),
    to: one(now, to),
    mobility,
    households: record.households.filter(({ id }) => moving.has(id)).map(householdRefOf),
  };
}

function evidenceAt(at: Snapshot, households: readonly Household[]): MeasuresAt['evidence'] {
  const behind = (names: readonly Indicator[]) =>
    gradesOf(households.flatMap((h) => names.map((name) => at.level(h.id, name))));
  return {
    income: behind(['persons', ...incomeSources]),
    guarantees: behind(['persons', ...guarantees]),
    status: behind(['persons', 'status']),
  };
}

/** How often each was counted, all in all. */
const countedIn = (moves: readonly z.infer<typeof transition>[]): Counted => ({
  households: moves.reduce((sum, move) => sum + move.householdIds.length, 0),
  persons: moves.reduce((sum, move) => sum + move.persons, 0),
  personsUnknown: moves.reduce((sum, move) => sum + move.personsUnknown, 0),
});

function mobilityBetween(then: Snapshot, now: Snapshot, households: readonly Household[]): Mobility {
  const [from, to] = [standingsAt(then, households), standingsAt(now, households)];
  const all = transitions({ from, to, states: householdStatuses });
  // Becoming known is no move in life: the index is over the states that are known.
  const known = transitions({ from, to, states: householdStatuses.filter((state) => state !== 'unknown') });
  const moves = transitionsBetween(then, now, households);
  return {
    states: all.states,
    households: all.households,
    persons: all.persons,
    moves,
    panel: countedIn(moves.filter((move) => move.from !== 'absent' && move.to !== 'absent')),
    entrants: countedIn(moves.filter((move) => move.from === 'absent')),
    leavers: countedIn(moves.filter((move) => move.to === 'absent')),
    shorrocks: {
      households: shorrocks(known.households),
      persons: shorrocks(known.persons),
      known: known.cells.reduce((sum, cell) => sum + cell.householdIds.length, 0),
    },
  };
}
