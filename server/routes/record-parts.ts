import { commitmentState } from '#src/domain/commitment.ts';
import { compareDays, type Day } from '#src/domain/day.ts';
import type { Project } from '#src/domain/project.ts';
import { householdRefOf, type CommitmentRecord, type ToldSuccession } from '#src/domain/records.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

export const projectRef = ({ id, name, kind, source }: Project) => ({ id, name, kind, source });

/** The splits and mergers that a household had part in, the first one first. */
export function successionsOf(
  { successions, households }: Pick<VillageRecord, 'successions' | 'households'>,
  householdId: string,
): ToldSuccession[] {
  const refs = (ids: readonly string[]) =>
    households.filter(({ id }) => ids.includes(id)).map(householdRefOf);
  return successions
    .filter(({ fromIds, toIds }) => fromIds.includes(householdId) || toIds.includes(householdId))
    .toSorted((a, b) => compareDays(a.on, b.on))
    .map(({ on, fromIds, toIds, source }) => ({ on, from: refs(fromIds), to: refs(toIds), source }));
}

/** The village's commitments with their verdicts and their state today, first due first. */
export function commitmentRecords(record: VillageRecord, today: Day): CommitmentRecord[] {
  const madeOn = new Map(record.visits.map((v) => [v.id, v.on]));
  return record.commitments
    .map((commitment) => {
      const { open, dueOn, overdue } = commitmentState(commitment, record.verdicts, today);
      return {
        commitment,
        madeOn: madeOn.get(commitment.visitId) ?? commitment.recordedOn,
        verdicts: record.verdicts.filter((v) => v.commitmentId === commitment.id),
        open,
        dueOn,
        overdue,
      };
    })
    .toSorted((a, b) => compareDays(a.dueOn, b.dueOn));
}
