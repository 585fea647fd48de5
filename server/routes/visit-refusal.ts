import { commitmentState } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import { indicatorSpec } from '#src/domain/indicator.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import type { visitRefusals } from '#src/contract/problems.ts';

/** Why a well-formed visit cannot be recorded, and the field that says so. */
export interface Refusal {
  code: Exclude<keyof typeof visitRefusals, 'KIND_NOT_ALLOWED' | 'VISIT_ID_TAKEN' | 'ID_TAKEN'>;
  field: string;
}

/** The first reason in the order of the form, or null when the visit can be recorded. */
export function visitRefusal(record: VillageRecord, draft: VisitDraft, today: Day): Refusal | null {
  const { since } = record.contactPoint;
  if (draft.on > today) return { code: 'VISIT_IN_FUTURE', field: 'on' };
  if (since !== null && draft.on < since) return { code: 'VISIT_BEFORE_REGISTRATION', field: 'on' };
  return (
    stopRefusal(record, draft) ??
    readingRefusal(record, draft) ??
    verdictRefusal(record, draft) ??
    dueRefusal(record, draft)
  );
}

function stopRefusal(record: VillageRecord, draft: VisitDraft): Refusal | null {
  for (const [at, stop] of draft.stops.entries()) {
    const field = `stops.${at}.subjectId`;
    if (stop.kind === 'household') {
      const household = record.households.find((h) => h.id === stop.subjectId);
      if (!household) return { code: 'UNKNOWN_HOUSEHOLD', field };
      if (household.registeredOn !== null && draft.on < household.registeredOn) {
        return { code: 'VISIT_BEFORE_REGISTRATION', field };
      }
    } else if (stop.kind === 'projectSite') {
      if (!record.projects.some((p) => p.id === stop.subjectId)) return { code: 'UNKNOWN_PROJECT', field };
    } else if (stop.subjectId !== null) {
      return { code: 'UNKNOWN_SUBJECT', field };
    }
  }
  return null;
}

function readingRefusal(record: VillageRecord, draft: VisitDraft): Refusal | null {
  const subjects = {
    village: new Set([record.village.id]),
    household: new Set(record.households.map((h) => h.id)),
    project: new Set(record.projects.map((p) => p.id)),
  };
  const seen = new Set<string>();
  for (const [at, { subject, indicator }] of draft.readings.entries()) {
    if (!subjects[subject.kind].has(subject.id)) {
      return { code: 'UNKNOWN_SUBJECT', field: `readings.${at}.subject` };
    }
    if (indicatorSpec(indicator).subject !== subject.kind) {
      return { code: 'WRONG_SUBJECT_FOR_INDICATOR', field: `readings.${at}.indicator` };
    }
    const key = `${subject.id}/${indicator}`;
    if (seen.has(key)) return { code: 'DUPLICATE_READING', field: `readings.${at}.indicator` };
    seen.add(key);
  }
  return null;
}

function verdictRefusal(record: VillageRecord, draft: VisitDraft): Refusal | null {
  for (const [at, given] of draft.verdicts.entries()) {
    const { commitmentId } = given;
    const field = `verdicts.${at}.commitmentId`;
    const commitment = record.commitments.find((c) => c.id === commitmentId);
    if (!commitment) return { code: 'COMMITMENT_OF_ANOTHER_VILLAGE', field };
    const { open } = commitmentState(commitment, record.verdicts, draft.on);
    if (given.verdict === 'reopened') {
      if (open) return { code: 'COMMITMENT_OPEN', field };
      if (given.dueOn < draft.on) return { code: 'DUE_BEFORE_VISIT', field: `verdicts.${at}.dueOn` };
    } else if (!open) return { code: 'COMMITMENT_CLOSED', field };
    const made = record.visits.find((v) => v.id === commitment.visitId);
    if (made && draft.on < made.on) return { code: 'VERDICT_BEFORE_COMMITMENT', field };
  }
  return null;
}

function dueRefusal(record: VillageRecord, draft: VisitDraft): Refusal | null {
  for (const [at, { dueOn, householdId, projectId }] of draft.commitments.entries()) {
    if (dueOn < draft.on) return { code: 'DUE_BEFORE_VISIT', field: `commitments.${at}.dueOn` };
    if (householdId !== null && !record.households.some((h) => h.id === householdId)) {
      return { code: 'UNKNOWN_HOUSEHOLD', field: `commitments.${at}.householdId` };
    }
    if (projectId !== null && !record.projects.some((p) => p.id === projectId)) {
      return { code: 'UNKNOWN_PROJECT', field: `commitments.${at}.projectId` };
    }
  }
  return null;
}
