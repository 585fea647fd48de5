import type { Cause, Household, MainCause, Measure, Member } from '#src/domain/household.ts';
import type { HouseholdStatus, ReadingValue } from '#src/domain/indicator.ts';
import type { Source } from '#src/domain/source.ts';
import type { Bilingual } from '#src/domain/text.ts';
import { masksOf, memberIdentifiers } from './identifiers.ts';
import { say, synthetic } from './words.ts';

/** What was read of a household on one day. */
export interface Seen {
  status?: HouseholdStatus;
  persons?: number;
  /** Yuan over twelve months: wage, business, business cost, property, transfer; null was not read. */
  income?: (number | null)[];
  /** Food, clothing, education, medical, housing, water: + met, - not met, ? unknown, 0 not applicable, . not read. */
  kept?: string;
}

export interface HouseholdLine {
  head?: Bilingual;
  source?: Source;
  cause?: MainCause;
  others?: Cause[];
  joined?: string;
  left?: string;
  members?: Pick<Member, 'sex' | 'relation' | 'birthYear' | 'health' | 'labour' | 'student'>[];
  helpers?: [name: Bilingual, from: string, until?: string][];
  plan?: Bilingual;
  measures?: Omit<Measure, 'id'>[];
  read?: Record<string, Seen>;
}

/** The state that a mark of `kept` stands for. */
export function guaranteeCode(code: string): ReadingValue {
  if (code === '+') return 'met';
  if (code === '-') return 'notMet';
  if (code === '0') return 'notApplicable';
  return 'unknown';
}

/** The household of a line. Whatever the line leaves out is unknown or none. */
export function householdOf(
  id: string,
  villageId: string,
  number: string,
  short: string,
  line: HouseholdLine,
): Household {
  return {
    id,
    villageId,
    number,
    head: line.head ?? say(`样例户${short}`, `Sample household ${short}`),
    registeredOn: line.joined ?? null,
    leftOn: line.left ?? null,
    mainCause: line.cause ?? 'unknown',
    otherCauses: line.others ?? [],
    members: (line.members ?? []).map((member, at) => ({
      ...member,
      id: `${id}-m${at + 1}`,
      name: say(`样例成员${short}-${at + 1}`, `Sample member ${short}-${at + 1}`),
      identifiers: masksOf(memberIdentifiers(id, { ...member, id: `${id}-m${at + 1}` })),
      certificateChecks: [],
      source: synthetic,
    })),
    pairings: (line.helpers ?? []).map(([helper, from, until]) => ({
      helper,
      from,
      until: until ?? null,
      source: synthetic,
    })),
    plan: line.plan ?? null,
    measures: (line.measures ?? []).map((measure, at) => ({ ...measure, id: `${id}-measure-${at + 1}` })),
    source: line.source ?? synthetic,
  };
}
