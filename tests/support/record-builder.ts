import type { Commitment, Verdict } from '#src/domain/commitment.ts';
import type { Household } from '#src/domain/household.ts';
import type { Indicator, ReadingValue, SubjectKind } from '#src/domain/indicator.ts';
import { indicatorSpec } from '#src/domain/indicator.ts';
import type { Project } from '#src/domain/project.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Stop, Visit } from '#src/domain/visit.ts';

const source = { kind: 'synthetic' } as const;
const name = (en: string) => ({ zh: en, en });

/**
 * A village's record, built a line at a time, so that each test shows only the
 * facts that it is about. Ids are what the test calls things.
 */
export class RecordBuilder {
  #sequence = 0;
  readonly record: VillageRecord;

  constructor(villageId = 'v') {
    this.record = {
      village: {
        id: villageId,
        name: name('Test village'),
        province: name('Province'),
        prefecture: name('Prefecture'),
        county: name('County'),
        countyCode: '999999',
        township: name('Township'),
        townshipId: 'township',
        fictional: true,
        source,
      },
      contactPoint: {
        id: `${villageId}-contact-point`,
        villageId,
        leader: { name: name('Leader'), title: name('Governor') },
        since: null,
        followUpDays: 180,
        source,
      },
      visits: [],
      households: [],
      successions: [],
      projects: [],
      readings: [],
      commitments: [],
      verdicts: [],
      reviews: [],
      steps: [],
      questionAnswers: [],
    };
  }

  get #village(): string {
    return this.record.village.id;
  }

  visit(id: string, on: string, given: { stops?: Partial<Stop>[]; recordedOn?: string } = {}): this {
    const visit: Visit = {
      id,
      villageId: this.#village,
      kind: 'leader',
      on,
      present: [],
      stops: (given.stops ?? []).map((stop) => ({
        kind: 'household',
        subjectId: null,
        outcome: 'met',
        said: null,
        source,
        ...stop,
      })),
      note: null,
      recordedOn: given.recordedOn ?? on,
      sequence: ++this.#sequence,
      recordedBy: 'tester',
      source,
    };
    this.record.visits.push(visit);
    return this;
  }

  household(id: string, given: Partial<Household> = {}): this {
    this.record.households.push({
      id,
      villageId: this.#village,
      number: String(this.record.households.length + 1).padStart(3, '0'),
      head: name(id),
      registeredOn: null,
      leftOn: null,
      mainCause: 'unknown',
      otherCauses: [],
      members: [],
      pairings: [],
      plan: null,
      measures: [],
      source,
      ...given,
    });
    return this;
  }

  project(id: string, given: Partial<Project> = {}): this {
    this.record.projects.push({
      id,
      villageId: this.#village,
      name: name(id),
      kind: 'industry',
      startedOn: null,
      budget: null,
      targets: [],
      milestones: [],
      beneficiaryIds: [],
      note: null,
      source,
      ...given,
    });
    return this;
  }

  /** A reading true on `on`; its id is `subject/indicator/on` with dashes unless given. */
  read(
    subjectId: string,
    indicator: Indicator,
    value: ReadingValue,
    on: string,
    given: Partial<Reading> = {},
  ): this {
    const kind: SubjectKind = indicatorSpec(indicator).subject;
    this.record.readings.push({
      id: `${subjectId}-${indicator.toLowerCase()}-${on}`,
      subject: { kind, id: subjectId },
      indicator,
      value,
      trueOn: on,
      recordedOn: on,
      sequence: ++this.#sequence,
      recordedBy: 'tester',
      source,
      evidence: 'seenOnSite',
      ...given,
    });
    return this;
  }

  commitment(id: string, visitId: string, dueOn: string, given: Partial<Commitment> = {}): this {
    const made = this.record.visits.find((v) => v.id === visitId);
    this.record.commitments.push({
      id,
      villageId: this.#village,
      visitId,
      theme: 'other',
      what: id,
      owner: 'owner',
      dueOn,
      householdId: null,
      projectId: null,
      recordedOn: made?.recordedOn ?? dueOn,
      source,
      ...given,
    });
    return this;
  }

  verdict(
    commitmentId: string,
    visitId: string,
    verdict: Verdict['verdict'],
    on: string,
    given: Partial<Verdict> = {},
  ): this {
    this.record.verdicts.push({
      commitmentId,
      visitId,
      verdict,
      note: '',
      givenOn: on,
      recordedOn: on,
      sequence: ++this.#sequence,
      recordedBy: 'tester',
      source,
      ...given,
    });
    return this;
  }

  /** A full income, yuan over twelve months, in the order of the sources. */
  income(householdId: string, on: string, [wage, business, cost, property, transfer]: number[]): this {
    return this.read(householdId, 'wage', wage ?? 0, on)
      .read(householdId, 'business', business ?? 0, on)
      .read(householdId, 'businessCost', cost ?? 0, on)
      .read(householdId, 'property', property ?? 0, on)
      .read(householdId, 'transfer', transfer ?? 0, on);
  }
}
