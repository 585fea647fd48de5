import { lastVisitDays } from '#src/domain/household-list.ts';
import {
  householdRefOf,
  levelsOn,
  type HouseholdRecord,
  type ProjectRecord,
  type VisitRecord,
} from '#src/domain/records.ts';
import { answersAbout } from '#src/domain/data-questions.ts';
import { placeOf } from '#src/domain/place.ts';
import { stepsOf } from '#src/domain/procedure.ts';
import { disagreementsIn } from '#src/domain/disagreement.ts';
import { historyIn } from '#src/domain/reading-history.ts';
import type { Reading, Subject } from '#src/domain/reading.ts';
import type { Bilingual } from '#src/domain/text.ts';
import { visitsInOrder, type VillageRecord } from '#src/domain/village-record.ts';
import type { Visit } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import { searchTextOf } from '../search-text.ts';
import { actOf } from './act-of.ts';
import { commitmentRecords, projectRef, successionsOf } from './record-parts.ts';

function projectRecordOf(record: VillageRecord, projectId: string, today: string): ProjectRecord | null {
  const project = record.projects.find((p) => p.id === projectId);
  if (!project) return null;
  const readings = record.readings.filter((r) => r.subject.id === projectId);
  const sources = new Set(readings.flatMap((r) => (r.source.kind === 'visit' ? [r.source.visitId] : [])));
  return {
    project,
    village: record.village,
    visits: visitsInOrder(record).filter(
      (v) => sources.has(v.id) || v.stops.some((s) => s.subjectId === projectId),
    ),
    readings,
    beneficiaries: record.households.filter((h) => project.beneficiaryIds.includes(h.id)).map(householdRefOf),
    commitments: commitmentRecords(record, today).filter((c) => c.commitment.projectId === projectId),
  };
}

export const household = api.household.handler(async ({ input, context, errors }) => {
  const { householdId } = input;
  const record = await context.store.recordOf('household', householdId);
  const found = record?.households.find((h) => h.id === householdId);
  if (!record || !found) throw errors.HOUSEHOLD_NOT_FOUND();
  await context.store.recordLook(
    actOf(context, 'viewHousehold', {
      place: placeOf(record.village),
      subject: { kind: 'household', id: householdId },
      householdId,
    }),
  );
  const answer: HouseholdRecord = {
    household: found,
    village: record.village,
    visits: visitsInOrder(record),
    readings: record.readings.filter((r) => r.subject.id === householdId),
    projects: record.projects.filter((p) => p.beneficiaryIds.includes(householdId)),
    commitments: commitmentRecords(record, context.today).filter(
      (c) => c.commitment.householdId === householdId,
    ),
    successions: successionsOf(record, householdId),
    steps: stepsOf(record.steps, householdId),
    questionAnswers: answersAbout(record.questionAnswers, householdId),
  };
  return answer;
});

export const projects = api.projects.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  return record.projects.flatMap((p) => projectRecordOf(record, p.id, context.today) ?? []);
});

export const project = api.project.handler(async ({ input, context, errors }) => {
  const record = await context.store.recordOf('project', input.projectId);
  const answer = record && projectRecordOf(record, input.projectId, context.today);
  if (!answer) throw errors.PROJECT_NOT_FOUND();
  return answer;
});

export const visit = api.visit.handler(async ({ input, context, errors }) => {
  const record = await context.store.recordOf('visit', input.visitId);
  const visits = record ? visitsInOrder(record) : [];
  const at = visits.findIndex((v) => v.id === input.visitId);
  const found = visits[at];
  if (!record || !found) throw errors.VISIT_NOT_FOUND();
  const commitments = commitmentRecords(record, context.today);
  const readings = record.readings.filter((r) => readOn(r, found));
  const otherwise = otherwiseOn(record.readings, found);
  const named = new Set([
    ...found.stops.map((stop) => stop.subjectId),
    ...[...readings, ...otherwise].map(({ subject }) => subject.id),
  ]);
  const answer: VisitRecord = {
    visit: found,
    village: record.village,
    readings,
    otherwise,
    made: commitments.filter((c) => c.commitment.visitId === found.id),
    verified: commitments.filter((c) => c.verdicts.some((v) => v.visitId === found.id)),
    households: record.households.filter(({ id }) => named.has(id)).map(householdRefOf),
    projects: record.projects.filter(({ id }) => named.has(id)).map(projectRef),
    reviews: record.reviews.filter((r) => r.visitId === found.id).toSorted((a, b) => a.sequence - b.sequence),
    previousId: visits[at - 1]?.id ?? null,
    nextId: visits[at + 1]?.id ?? null,
  };
  return answer;
});

/** What visits of the same day read of the same things, and tell differently. */
function otherwiseOn(readings: readonly Reading[], visit: Visit): Reading[] {
  const isOwn = (r: Reading): boolean => r.source.kind === 'visit' && r.source.visitId === visit.id;
  return disagreementsIn(readings.filter((r) => r.trueOn === visit.on))
    .filter((d) => d.readings.some(isOwn))
    .flatMap((d) => d.readings.filter((r) => !isOwn(r)));
}

/** Taken on the visit, or published about its day: an article names no visit of ours. */
function readOn(r: VillageRecord['readings'][number], v: VillageRecord['visits'][number]): boolean {
  return r.source.kind === 'visit'
    ? r.source.visitId === v.id
    : r.source.kind === 'report' && v.source.kind === 'report' && r.trueOn === v.on;
}

export const readingHistory = api.readingHistory.handler(async ({ input, context, errors }) => {
  const record = await context.store.recordOf('reading', input.readingId);
  const found = record && historyIn(record.readings, input.readingId);
  if (!record || !found) throw errors.READING_NOT_FOUND();
  const { subject, readings } = found;
  const { id, name, countyCode, townshipId } = record.village;
  return {
    subject: { ...subject, name: nameOf(record, subject) },
    village: { id, name, countyCode, townshipId },
    readings,
  };
});

function nameOf(record: VillageRecord, { kind, id }: Subject): Bilingual {
  const household = record.households.find((h) => kind === 'household' && h.id === id);
  const project = record.projects.find((p) => kind === 'project' && p.id === id);
  return household?.head ?? project?.name ?? record.village.name;
}

export const visitSheet = api.visitSheet.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const lastVisits = lastVisitDays(record.visits, context.today);
  return {
    village: record.village,
    households: record.households
      .filter((h) => h.leftOn === null || h.leftOn > context.today)
      .map((h) => ({
        ...householdRefOf(h),
        lastVisitedOn: lastVisits.get(h.id) ?? null,
        registeredOn: h.registeredOn,
        searchText: `${h.number} ${searchTextOf(h.head)}`,
      })),
    projects: record.projects.map(projectRef),
    levels: levelsOn(record, context.today),
    commitments: commitmentRecords(record, context.today),
    lastVisitOn: visitsInOrder(record).at(-1)?.on ?? null,
    registeredOn: record.contactPoint.since,
  };
});
