import {
  guarantees,
  incomeSources,
  indicatorSpec,
  type Indicator,
  type ReadingValue,
} from '#src/domain/indicator.ts';
import type { ProcedureStep } from '#src/domain/procedure.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { ReviewOutcome } from '#src/domain/review.ts';
import type { Source } from '#src/domain/source.ts';
import type { Bilingual } from '#src/domain/text.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { Visit } from '#src/domain/visit.ts';
import { guaranteeCode, householdOf, type HouseholdLine, type Seen } from './household-line.ts';
import { clerk, say, synthetic, township } from './words.ts';

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
      successions: [],
      projects: [],
      readings: [],
      commitments: [],
      verdicts: [],
      reviews: [],
      steps: [],
      questionAnswers: [],
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

  /** What the office said of a visit, or the village answered; called last, so that it disturbs no other order. */
  review(visitId: string, outcome: ReviewOutcome, recordedOn: string, note: Bilingual = say('', '')): void {
    this.record.reviews.push({
      id: `${visitId}-review-${this.record.reviews.length + 1}`,
      visitId,
      outcome,
      note,
      by: outcome === 'answered' ? clerk : township,
      recordedOn,
      sequence: this.next(),
    });
  }

  /** A step of a household's way out of the register, always invented; called last, as reviews are. */
  step(
    number: string,
    step: ProcedureStep['step'],
    on: string,
    people: Bilingual[],
    given: Partial<Pick<ProcedureStep, 'outcome' | 'until' | 'note'>> = {},
  ): void {
    const householdId = `${this.record.village.id}-${number}`;
    this.record.steps.push({
      id: `${householdId}-${step.toLowerCase()}-${on}`,
      householdId,
      step,
      outcome: 'passed',
      on,
      until: null,
      people,
      note: null,
      recordedOn: on,
      sequence: this.next(),
      recordedBy: step === 'announcement' || step === 'deregistration' ? township : clerk,
      source: synthetic,
      ...given,
    });
  }

  /** What somebody said to a question that the checks raise, always invented; called last, as reviews are. */
  answer(key: string, readingIds: string[], on: string, reason: Bilingual): void {
    this.record.questionAnswers.push({
      id: `${this.record.village.id}-answer-${this.record.questionAnswers.length + 1}`,
      key,
      readingIds,
      outcome: 'answered',
      reason,
      recordedOn: on,
      sequence: this.next(),
      recordedBy: clerk,
      source: synthetic,
    });
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
