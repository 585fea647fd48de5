import { z } from 'zod';
import { commitment, verdict } from './commitment.ts';
import { contactPoint } from './contact-point.ts';
import { questionAnswer } from './data-questions.ts';
import { day } from './day.ts';
import { household } from './household.ts';
import { id } from './id.ts';
import { indicatorsOf, subjectKinds, type Indicator } from './indicator.ts';
import { village } from './place.ts';
import { procedureStep } from './procedure.ts';
import { project } from './project.ts';
import { Levels, reading, standing, type Reading } from './reading.ts';
import { review } from './review.ts';
import { source } from './source.ts';
import { bilingual } from './text.ts';
import type { VillageRecord } from './village-record.ts';
import { visit } from './visit.ts';

/** A commitment with every verdict it was given, and its state today. */
export const commitmentRecord = z.strictObject({
  commitment,
  madeOn: day,
  /** As given. */
  verdicts: z.array(verdict),
  open: z.boolean(),
  /** As promised, or as it was said when it was last reopened. */
  dueOn: day,
  overdue: z.boolean(),
});
export type CommitmentRecord = z.infer<typeof commitmentRecord>;

/** A household without what is sensitive: enough to name and link it. */
export const householdRef = household.pick({ id: true, number: true, head: true, source: true });
export type HouseholdRef = z.infer<typeof householdRef>;
export const householdRefOf = ({ id, number, head, source }: HouseholdRef): HouseholdRef => ({
  id,
  number,
  head,
  source,
});
const projectRef = project.pick({ id: true, name: true, kind: true, source: true });

export const villagePage = z.strictObject({
  village,
  contactPoint,
  /** Oldest first. */
  visits: z.array(visit),
  commitments: z.array(commitmentRecord),
  projects: z.array(projectRef),
  reviews: z.array(review),
});
export type VillagePage = z.infer<typeof villagePage>;

/** A split or a merger, with the households before it and after it. */
const toldSuccession = z.strictObject({
  on: day,
  from: z.array(householdRef),
  to: z.array(householdRef),
  source,
});
export type ToldSuccession = z.infer<typeof toldSuccession>;

/** All that is recorded of one household; superseded readings included. */
export const householdRecord = z.strictObject({
  household,
  village,
  visits: z.array(visit),
  readings: z.array(reading),
  projects: z.array(project),
  commitments: z.array(commitmentRecord),
  /** What it came of, and what it went on as, the first one first. */
  successions: z.array(toldSuccession),
  /** Of its way out of the register, the first one first. */
  steps: z.array(procedureStep),
  /** To the questions that the checks raise about it. */
  questionAnswers: z.array(questionAnswer),
});
export type HouseholdRecord = z.infer<typeof householdRecord>;

export const projectRecord = z.strictObject({
  project,
  village,
  visits: z.array(visit),
  readings: z.array(reading),
  beneficiaries: z.array(householdRef),
  commitments: z.array(commitmentRecord),
});
export type ProjectRecord = z.infer<typeof projectRecord>;

export const visitRecord = z.strictObject({
  visit,
  village,
  /** Taken on this visit, corrections of them included. */
  readings: z.array(reading),
  /** What other visits of the same day read otherwise, and still say. */
  otherwise: z.array(reading),
  made: z.array(commitmentRecord),
  verified: z.array(commitmentRecord),
  /** Those that the visit called at or read of. */
  households: z.array(householdRef),
  projects: z.array(projectRef),
  /** What offices said of it, oldest first. */
  reviews: z.array(review),
  /** The visits before and after it, to compare with. */
  previousId: id.nullable(),
  nextId: id.nullable(),
});
export type VisitRecord = z.infer<typeof visitRecord>;

/** Every reading of one indicator of one subject: how a figure came to be what it is. */
export const readingHistory = z.strictObject({
  subject: z.strictObject({ kind: z.enum(subjectKinds), id, name: bilingual }),
  village: village.pick({ id: true, name: true, countyCode: true, townshipId: true }),
  /** The last one recorded first. */
  readings: z.array(reading),
});
export type ReadingHistory = z.infer<typeof readingHistory>;

/** What the form is prefilled from: the standing level of everything that can be read, and what is owed. */
export const visitSheet = z.strictObject({
  village,
  households: z.array(
    householdRef.extend({
      lastVisitedOn: day.nullable(),
      registeredOn: day.nullable(),
      searchText: z.string(),
    }),
  ),
  projects: z.array(projectRef),
  levels: z.array(reading),
  commitments: z.array(commitmentRecord),
  lastVisitOn: day.nullable(),
  /** No visit can be dated before this: the day the contact point or register began, where known. */
  registeredOn: day.nullable(),
});
export type VisitSheet = z.infer<typeof visitSheet>;

/** The standing level of every indicator of every subject of a village, on a day. */
export function levelsOn(record: VillageRecord, on: string): Reading[] {
  const levels = new Levels(standing(record.readings), on);
  const of = (subjectId: string, names: Indicator[]) =>
    names.flatMap((name) => levels.of(subjectId, name) ?? []);
  return [
    ...of(record.village.id, indicatorsOf('village')),
    ...record.projects.flatMap((p) => of(p.id, indicatorsOf('project'))),
    ...record.households.flatMap((h) => of(h.id, indicatorsOf('household'))),
  ];
}
