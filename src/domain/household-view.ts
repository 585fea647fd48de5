import { Snapshot } from './change.ts';
import { commitmentState } from './commitment.ts';
import type { Day } from './day.ts';
import { pairingOn, type Measure, type Pairing } from './household.ts';
import { guarantees, incomeSources, UNKNOWN, type Indicator } from './indicator.ts';
import type { Project } from './project.ts';
import { numberOf, type Reading } from './reading.ts';
import type { CommitmentRecord, HouseholdRecord } from './records.ts';
import type { Source } from './source.ts';
import type { Stop, Visit } from './visit.ts';

/** A visit on which somebody called at the household, and what came of it. */
export interface HouseholdCall {
  visit: Visit;
  stop: Stop;
}

/** One household's record as a page shows it, on a day and between two visits. */
export interface HouseholdView {
  /** The day it is told as of: today, or the past day it was known on. */
  on: Day;
  /** The village's visits known by then, oldest first. */
  visits: Visit[];
  from: Visit | null;
  to: Visit | null;
  /** At each visit of the pair; `before` is null where there is no earlier one. */
  before: Snapshot | null;
  after: Snapshot;
  /** What stood on the day itself, whichever pair is looked at. */
  latest: Snapshot;
  /** All readings known by then, superseded ones included. */
  readings: Reading[];
  /** Newest first. Visits on which nobody came here are not in it. */
  calls: HouseholdCall[];
  commitments: CommitmentRecord[];
  /** Begun by then, the last one first. */
  pairings: Pairing[];
  measures: Measure[];
  projects: Project[];
}

export interface HouseholdAsked {
  from?: string | undefined;
  to?: string | undefined;
  knownOn?: Day | undefined;
}

/** No article is known before its day. */
const publishedBy = (source: Source, on: Day): boolean =>
  source.kind !== 'report' || source.publishedOn <= on;

/**
 * What is asked for of a record. A pair that is not there, or stands the wrong
 * way round, gives way to the last two visits known by then.
 */
export function householdView(record: HouseholdRecord, today: Day, asked: HouseholdAsked): HouseholdView {
  const on = asked.knownOn && asked.knownOn < today ? asked.knownOn : today;
  const visits = record.visits.filter((v) => v.recordedOn <= on);
  const readings = record.readings.filter((r) => r.recordedOn <= on);
  const known = { visits, readings };
  const place = (visitId: string | undefined) => visits.findIndex((v) => v.id === visitId);
  const toAt = place(asked.to) < 0 ? visits.length - 1 : place(asked.to);
  const fromAt = place(asked.from) >= 0 && place(asked.from) < toAt ? place(asked.from) : toAt - 1;
  const [from, to] = [visits[fromAt] ?? null, visits[toAt] ?? null];
  const householdId = record.household.id;
  return {
    on,
    visits,
    from,
    to,
    before: from && new Snapshot(known, from),
    after: new Snapshot(known, to ?? on),
    latest: new Snapshot(known, on),
    readings,
    calls: visits
      .flatMap((visit) =>
        visit.stops
          .filter((stop) => stop.kind === 'household' && stop.subjectId === householdId)
          .map((stop) => ({ visit, stop })),
      )
      .toReversed(),
    commitments: record.commitments
      .filter(({ commitment }) => commitment.recordedOn <= on)
      .map((c) => {
        const verdicts = c.verdicts.filter((v) => v.recordedOn <= on);
        const { open, dueOn, overdue } = commitmentState(c.commitment, verdicts, on);
        return { ...c, verdicts, open, dueOn, overdue };
      }),
    pairings: record.household.pairings
      .filter((p) => p.from <= on)
      .toSorted((a, b) => (a.from < b.from ? 1 : -1)),
    measures: record.household.measures.filter((m) => m.from <= on && publishedBy(m.source, on)),
    projects: record.projects.filter((p) => publishedBy(p.source, on)),
  };
}

/** The day somebody last spoke with the household, or null. A shut door is no meeting. */
export const lastMetOn = (calls: readonly HouseholdCall[]): Day | null =>
  calls.find(({ stop }) => stop.outcome !== 'nobodyHome')?.visit.on ?? null;

/** Something the page cannot tell; whole groups by one name. */
export type NotKnown = Indicator | 'income' | 'guarantees' | 'mainCause' | 'helper' | 'plan';

/** What is not known of a household, in one list, so that it can be asked for at the next visit. */
export function notKnownOf({ household: h }: HouseholdRecord, { latest, on }: HouseholdView): NotKnown[] {
  const isUnknown = (name: Indicator) => (latest.level(h.id, name)?.value ?? UNKNOWN) === UNKNOWN;
  const group = <Name extends Indicator>(names: readonly Name[], whole: NotKnown): NotKnown[] => {
    const missing = names.filter(isUnknown);
    return missing.length === names.length ? [whole] : missing;
  };
  return [
    ...(isUnknown('status') ? (['status'] as const) : []),
    ...(numberOf(latest.level(h.id, 'persons')) === null ? (['persons'] as const) : []),
    ...(h.mainCause === 'unknown' ? (['mainCause'] as const) : []),
    ...group(incomeSources, 'income'),
    ...group(guarantees, 'guarantees'),
    ...(pairingOn(h, on) ? [] : (['helper'] as const)),
    ...(h.plan === null ? (['plan'] as const) : []),
  ];
}
