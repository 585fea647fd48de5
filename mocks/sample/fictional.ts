import type { Theme, VerdictKind } from '#src/domain/commitment.ts';
import type { MainCause } from '#src/domain/household.ts';
import type { HouseholdStatus } from '#src/domain/indicator.ts';
import type { Bilingual } from '#src/domain/text.ts';
import type { Outcome, VisitKind } from '#src/domain/visit.ts';
import { SampleVillage } from './build.ts';
import type { HouseholdLine } from './household-line.ts';
import { clerk, say, synthetic } from './words.ts';

const workTeam = say('样例工作队', 'Sample work team');

/** A fictional village: number, place, code and leader are plainly made up. */
export function fictionalVillage(
  at: number,
  numeral: string,
  given: { since: string; followUpDays: number; title?: Bilingual },
): SampleVillage {
  const id = `sample-village-${at}`;
  return new SampleVillage(
    {
      village: {
        id,
        name: say(`样例村${numeral}`, `Sample village ${at}`),
        province: say('样例省', 'Sample province'),
        prefecture: say('样例市', 'Sample prefecture'),
        county: say(`样例县${numeral}`, `Sample county ${at}`),
        // No province begins with 99.
        countyCode: `99990${at}`,
        township: say(`样例乡${numeral}`, `Sample township ${at}`),
        townshipId: `sample-township-${at}`,
        fictional: true,
        source: synthetic,
      },
      contactPoint: {
        id: `${id}-contact-point`,
        villageId: id,
        leader: {
          name: say(`样例领导${numeral}`, `Sample leader ${at}`),
          title: given.title ?? say('县长', 'County head'),
        },
        since: given.since,
        followUpDays: given.followUpDays,
        source: synthetic,
      },
    },
    at * 10_000,
  );
}

/** A visit, its day and the households called on: "003" met, "004x" nobody at home. Returns its id. */
export function call(v: SampleVillage, on: string, kind: VisitKind, called: string[]): string {
  const villageId = v.record.village.id;
  const id = `${villageId}-${on}`;
  const stops = called.map((code) => {
    const outcome: Outcome = code.endsWith('x') ? 'nobodyHome' : 'met';
    const subjectId = `${villageId}-${code.slice(0, 3)}`;
    return { kind: 'household' as const, subjectId, outcome, said: null, source: synthetic };
  });
  v.visit({
    id,
    kind,
    on,
    present: [kind === 'leader' ? v.record.contactPoint.leader.name : workTeam],
    stops: [{ kind: 'village', subjectId: null, outcome: 'seen', said: null, source: synthetic }, ...stops],
    note: null,
    recordedOn: on,
    source: synthetic,
  });
  return id;
}

interface Promised {
  at: string;
  theme: Theme;
  what: Bilingual;
  dueOn: string;
  /** The verdict, the visit that gave it, and why. */
  verdict?: [kind: VerdictKind, at: string, note: Bilingual];
  /** The visit that reopened it, why, and until when it is to be done now. */
  reopened?: [at: string, note: Bilingual, dueOn: string];
}

/** A commitment of a visit, and what a later one said of it. */
export function promise(v: SampleVillage, { at, theme, what, dueOn, verdict, reopened }: Promised): void {
  const { commitments, verdicts, village, visits } = v.record;
  const dayOf = (visitId: string) => visits.find(({ id }) => id === visitId)?.on ?? dueOn;
  const id = `${at}-c${commitments.length + 1}`;
  commitments.push({
    id,
    villageId: village.id,
    visitId: at,
    theme,
    what,
    owner: workTeam,
    dueOn,
    householdId: null,
    projectId: null,
    recordedOn: dayOf(at),
    source: synthetic,
  });
  const judge = (kind: VerdictKind, visitId: string, note: Bilingual, until?: string): void => {
    verdicts.push({
      commitmentId: id,
      visitId,
      verdict: kind,
      note,
      givenOn: dayOf(visitId),
      recordedOn: dayOf(visitId),
      sequence: v.next(),
      recordedBy: clerk,
      source: synthetic,
      ...(until !== undefined && { dueOn: until }),
    });
  };
  if (verdict) judge(...verdict);
  if (reopened) judge('reopened', ...reopened);
}

/** What a visit read of a household: status, yuan of wage over twelve months, guarantees as in `kept`. */
type At = [status: HouseholdStatus, wage: number | null, kept: string];

/**
 * A household in one line: number, cause, persons, what the first and the second
 * visit read (null: it was not read), then the yuan that stayed the same: business,
 * business cost, property, transfer.
 */
export type Row = [
  number: string,
  cause: MainCause,
  persons: number | null,
  first: At | null,
  second: At | null,
  rest?: [number, number, number, number],
];

/** Writes a table of households; `given` holds what all its lines share. */
export function register(
  v: SampleVillage,
  [first, second]: [first: string, second: string],
  given: Pick<HouseholdLine, 'helpers'>,
  rows: Row[],
): void {
  for (const [number, cause, persons, before, after, rest] of rows) {
    const seen = ([status, wage, kept]: At) => ({
      status,
      ...(persons === null ? {} : { persons }),
      income: [wage, ...(rest ?? [])],
      kept,
    });
    v.household(number, {
      ...given,
      cause,
      read: { ...(before && { [first]: seen(before) }), ...(after && { [second]: seen(after) }) },
    });
  }
}
