import type { JudgedCommitment, JudgedVerdict } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import type { Household } from '#src/domain/household.ts';
import type { Project } from '#src/domain/project.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

/** What a visit names in its village, by id. */
export interface NamedInVisit {
  households: string[];
  projects: string[];
  commitments: string[];
}

/** What a visit is checked against: its village, and of what it names there that which is there, in the record's order. */
export interface VisitGround extends Pick<VillageRecord, 'village' | 'contactPoint'> {
  households: Pick<Household, 'id' | 'registeredOn'>[];
  projects: Pick<Project, 'id'>[];
  /** `madeOn` is the day of the visit at which it was made; null where that visit is not of the village. */
  commitments: (JudgedCommitment & { madeOn: Day | null })[];
  /** All that were given on the named commitments. */
  verdicts: JudgedVerdict[];
}

/** The ground as it is in a record. */
export function groundIn(record: VillageRecord, named: NamedInVisit): VisitGround {
  const { village, contactPoint, visits } = record;
  const households = new Set(named.households);
  const projects = new Set(named.projects);
  const commitments = new Set(named.commitments);
  return {
    village,
    contactPoint,
    households: record.households
      .filter(({ id }) => households.has(id))
      .map(({ id, registeredOn }) => ({ id, registeredOn })),
    projects: record.projects.filter(({ id }) => projects.has(id)).map(({ id }) => ({ id })),
    commitments: record.commitments
      .filter(({ id }) => commitments.has(id))
      .map(({ id, dueOn, visitId }) => ({
        id,
        dueOn,
        madeOn: visits.find((v) => v.id === visitId)?.on ?? null,
      })),
    verdicts: record.verdicts
      .filter(({ commitmentId }) => commitments.has(commitmentId))
      .map(({ commitmentId, verdict, givenOn, sequence, dueOn }) => ({
        commitmentId,
        verdict,
        givenOn,
        sequence,
        ...(dueOn !== undefined && { dueOn }),
      })),
  };
}
