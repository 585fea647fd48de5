import { partsOfKey } from '#src/domain/data-questions.ts';
import { placeOf } from '#src/domain/place.ts';
import { stepsOf } from '#src/domain/procedure.ts';
import { api } from '../authorize.ts';
import { actOf } from './act-of.ts';
import { commitmentRecords, successionsOf } from './record-parts.ts';

/** So many records are a few hundred kilobytes on the way. */
const AT_ONCE = 500;

/**
 * Takes a village's household records along. One act tells of it, for what is looked at without a
 * network is told by nobody.
 */
export const householdRecords = api.householdRecords.handler(async ({ input, context, errors }) => {
  const { villageId, after } = input;
  const record = await context.store.villageRecord(villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  await context.store.recordLook(
    actOf(context, 'takeRecords', {
      place: placeOf(record.village),
      subject: { kind: 'village', id: villageId },
    }),
  );
  // A household that is not there is before all others.
  const from = record.households.findIndex(({ id }) => id === after) + 1;
  const households = record.households.slice(from, from + AT_ONCE);
  const readings = grouped(record.readings, ({ subject }) => subject.id);
  const commitments = grouped(
    commitmentRecords(record, context.today),
    ({ commitment }) => commitment.householdId,
  );
  const answers = grouped(record.questionAnswers, ({ key }) => partsOfKey(key)?.subjectId ?? null);
  return {
    records: households.map((household) => ({
      household,
      readings: readings.get(household.id) ?? [],
      projects: record.projects.filter((p) => p.beneficiaryIds.includes(household.id)),
      commitments: commitments.get(household.id) ?? [],
      successions: successionsOf(record, household.id),
      steps: stepsOf(record.steps, household.id),
      questionAnswers: answers.get(household.id) ?? [],
    })),
    total: record.households.length,
    next: from + households.length < record.households.length ? (households.at(-1)?.id ?? null) : null,
  };
});

function grouped<T>(all: readonly T[], by: (one: T) => string | null): ReadonlyMap<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const one of all) {
    const group = groups.get(by(one));
    if (group) group.push(one);
    else groups.set(by(one), [one]);
  }
  return groups;
}
