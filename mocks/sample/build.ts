import type { Cause, Household, MainCause, Measure, Member } from '#src/domain/household.ts';
import {
  guarantees,
  incomeSources,
  indicatorSpec,
  type HouseholdStatus,
  type Indicator,
  type ReadingValue,
} from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { Source } from '#src/domain/source.ts';
import type { Bilingual } from '#src/domain/text.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Visit } from '#src/domain/visit.ts';

/** Stands in every bundle that holds the sample, so that a build can prove that it holds none. */
export const SAMPLE_MARK = 'synthetic-sample-data-2018';

export const synthetic: Source = { kind: 'synthetic' };

/** The article that the first case rests on. */
export const reported: Source = {
  kind: 'report',
  publisher: { zh: '吉林省投资促进网', en: 'Jilin Provincial Investment Promotion Website' },
  publishedOn: '2018-07-06',
};
export const REPORTED_ON = '2018-07-06';

export const say = (zh: string, en: string): Bilingual => ({ zh, en });
const clerk = say('样例登记员', 'Sample clerk');

/** A village under construction: the tables call it line by line. */
export class SampleVillage {
  readonly record: VillageRecord;
  /** Later villages start higher, so that sequences are unique across the sample. */
  #sequence: number;

  constructor(record: Pick<VillageRecord, 'village' | 'contactPoint'>, firstSequence: number) {
    this.record = {
      ...record,
      visits: [],
      households: [],
      projects: [],
      readings: [],
      commitments: [],
      verdicts: [],
    };
    this.#sequence = firstSequence;
  }

  next(): number {
    return ++this.#sequence;
  }

  visit(visit: Omit<Visit, 'villageId' | 'sequence' | 'recordedBy'>): void {
    this.record.visits.push({
      ...visit,
      villageId: this.record.village.id,
      sequence: this.next(),
      recordedBy: clerk,
    });
  }

  /** One reading; synthetic unless said otherwise. Returns its id. */
  read(
    subjectId: string,
    indicator: Indicator,
    value: ReadingValue,
    trueOn: string,
    given: Partial<Reading> = {},
  ): string {
    const id = given.id ?? `${subjectId}-${indicator.toLowerCase()}-${trueOn}`;
    this.record.readings.push({
      id,
      subject: { kind: indicatorSpec(indicator).subject, id: subjectId },
      indicator,
      value,
      trueOn,
      recordedOn: trueOn,
      sequence: this.next(),
      recordedBy: clerk,
      source: this.#visitOn(trueOn),
      evidence: 'synthetic',
      ...given,
    });
    return id;
  }

  /** Replaces a reading by another of the same day and source. */
  correct(readingId: string, value: ReadingValue, recordedOn: string, reason: Bilingual): void {
    const old = this.record.readings.find((r) => r.id === readingId);
    if (!old) throw new Error(`the sample corrects ${readingId}, which nobody read`);
    this.record.readings.push({
      ...old,
      id: `${readingId}-corrected`,
      value,
      recordedOn,
      sequence: this.next(),
      supersedes: { readingId, reason },
    });
  }

  /** The synthetic visit of that day, or no visit. A reported visit lends its name to no invented figure. */
  #visitOn(day: string): Source {
    const visit = this.record.visits.find((v) => v.on === day && v.source.kind === 'synthetic');
    return visit ? { kind: 'visit', visitId: visit.id } : synthetic;
  }

  /** One line of a village's table: a household, with what was read of it on each day. */
  household(number: string, given: HouseholdLine): string {
    const id = `${this.record.village.id}-${number}`;
    const short = number.replace(/^0/, '');
    this.record.households.push(householdOf(id, this.record.village.id, number, short, given));
    for (const [day, seen] of Object.entries(given.read ?? {})) this.#readHousehold(id, day, seen);
    return id;
  }

  #readHousehold(id: string, day: string, { status, persons, income, kept }: Seen): void {
    if (status) this.read(id, 'status', status, day);
    if (persons !== undefined) this.read(id, 'persons', persons, day);
    for (const [at, name] of incomeSources.entries()) {
      const yuan = income?.[at];
      if (yuan !== undefined && yuan !== null) this.read(id, name, yuan, day);
    }
    for (const [at, name] of guarantees.entries()) {
      const code = kept?.[at];
      if (code !== undefined && code !== '.') this.read(id, name, guaranteeCode(code), day);
    }
  }
}

/** What was read of a household on one day. */
interface Seen {
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

function guaranteeCode(code: string): ReadingValue {
  if (code === '+') return 'met';
  if (code === '-') return 'notMet';
  if (code === '0') return 'notApplicable';
  return 'unknown';
}

function householdOf(
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

/** A fictional village: number, place and leader are plainly made up. */
export function fictionalVillage(
  at: number,
  numeral: string,
  given: { township?: string; since: string; followUpDays: number },
): SampleVillage {
  const id = `sample-village-${at}`;
  return new SampleVillage(
    {
      village: {
        id,
        name: say(`样例村${numeral}`, `Sample village ${at}`),
        province: say('样例省', 'Sample province'),
        prefecture: say('样例市', 'Sample prefecture'),
        county: say('样例县', 'Sample county'),
        countyCode: '999901',
        township: say(given.township ?? '样例乡', given.township ? `Sample township ${at}` : 'Sample township'),
        fictional: true,
        source: synthetic,
      },
      contactPoint: {
        id: `${id}-contact-point`,
        villageId: id,
        leader: {
          name: say(`样例领导${numeral}`, `Sample leader ${at}`),
          title: say('县长', 'County head'),
        },
        since: given.since,
        followUpDays: given.followUpDays,
        source: synthetic,
      },
    },
    at * 10_000,
  );
}
