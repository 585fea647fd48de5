import { z } from 'zod';
import { commitment, verdict } from './commitment.ts';
import { contactPoint } from './contact-point.ts';
import { questionAnswer } from './data-questions.ts';
import type { Day } from './day.ts';
import type { CertificateCheck } from './certificate-check.ts';
import { household, type Household, type Member } from './household.ts';
import { village } from './place.ts';
import { procedureStep } from './procedure.ts';
import { project } from './project.ts';
import { reading } from './reading.ts';
import { review } from './review.ts';
import { succession } from './succession.ts';
import { byVisitOrder, visit, type Visit } from './visit.ts';

/**
 * Everything recorded about one village. It is the unit that every figure of
 * the product is computed from, and the unit that a store hands out.
 */
export const villageRecord = z.strictObject({
  village,
  contactPoint,
  visits: z.array(visit),
  households: z.array(household),
  /** Which of them came of which others, by a split or a merger. They are brought with the households. */
  successions: z.array(succession),
  projects: z.array(project),
  readings: z.array(reading),
  commitments: z.array(commitment),
  verdicts: z.array(verdict),
  /** What offices said of its visits. */
  reviews: z.array(review),
  /** How far its households are on their way out of the register. */
  steps: z.array(procedureStep),
  /** What people said to the questions that the checks raise. */
  questionAnswers: z.array(questionAnswer),
});
export type VillageRecord = z.infer<typeof villageRecord>;

/**
 * A household with the certificate checks that had run by then. One without a day came with the household, so it is
 * as old as that.
 */
function asCheckedOn(h: Household, knownOn: Day): Household {
  const isLate = ({ on }: CertificateCheck): boolean => on !== null && on > knownOn;
  // A record that an earlier program kept on a device has no checks.
  const isKnown = ({ certificateChecks = [] }: Member): boolean => !certificateChecks.some(isLate);
  if (h.members.every(isKnown)) return h;
  const members = h.members.map((m) =>
    isKnown(m) ? m : { ...m, certificateChecks: m.certificateChecks.filter((check) => !isLate(check)) },
  );
  return { ...h, members };
}

/** The record as it was known on a past day: what was written later is not there yet. */
export function asKnownOn(record: VillageRecord, knownOn: Day | undefined): VillageRecord {
  if (!knownOn) return record;
  const known = <T extends { recordedOn: Day }>(items: readonly T[]): T[] =>
    items.filter((item) => item.recordedOn <= knownOn);
  return {
    ...record,
    households: record.households.map((h) => asCheckedOn(h, knownOn)),
    visits: known(record.visits),
    readings: known(record.readings),
    commitments: known(record.commitments),
    verdicts: known(record.verdicts),
    reviews: known(record.reviews),
    steps: known(record.steps),
    questionAnswers: known(record.questionAnswers),
  };
}

/** Visits in order, oldest first. */
export function visitsInOrder(record: Pick<VillageRecord, 'visits'>): Visit[] {
  return record.visits.toSorted(byVisitOrder);
}
