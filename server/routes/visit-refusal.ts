import { commitmentState } from '#src/domain/commitment.ts';
import type { Day } from '#src/domain/day.ts';
import { indicatorSpec } from '#src/domain/indicator.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import type { visitRefusals } from '#src/contract/problems.ts';
import type { NamedInVisit, VisitGround } from '../store/visit-ground.ts';

/** Why a well-formed visit cannot be recorded, and the field that says so. */
export interface Refusal {
  code: Exclude<keyof typeof visitRefusals, 'KIND_NOT_ALLOWED' | 'VISIT_ID_TAKEN' | 'ID_TAKEN'>;
  field: string;
}

/** What the visit names in its village, each thing once. */
export function namedIn(draft: VisitDraft): NamedInVisit {
  const { stops, readings, verdicts, commitments } = draft;
  const subjects = (stop: string, kind: string) => [
    ...stops.filter((s) => s.kind === stop).map((s) => s.subjectId),
    ...readings.filter((r) => r.subject.kind === kind).map((r) => r.subject.id),
  ];
  const once = (ids: (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];
  return {
    households: once([...subjects('household', 'household'), ...commitments.map((c) => c.householdId)]),
    projects: once([...subjects('projectSite', 'project'), ...commitments.map((c) => c.projectId)]),
    commitments: once(verdicts.map((v) => v.commitmentId)),
  };
}

/** The first reason in the order of the form, or null when the visit can be recorded. */
export function visitRefusal(ground: VisitGround, draft: VisitDraft, today: Day): Refusal | null {
  const { since } = ground.contactPoint;
  if (draft.on > today) return { code: 'VISIT_IN_FUTURE', field: 'on' };
  if (since !== null && draft.on < since) return { code: 'VISIT_BEFORE_REGISTRATION', field: 'on' };
  return (
    stopRefusal(ground, draft) ??
    readingRefusal(ground, draft) ??
    verdictRefusal(ground, draft) ??
    dueRefusal(ground, draft)
  );
}

function stopRefusal(ground: VisitGround, draft: VisitDraft): Refusal | null {
  for (const [at, stop] of draft.stops.entries()) {
    const field = `stops.${at}.subjectId`;
    if (stop.kind === 'household') {
      const household = ground.households.find((h) => h.id === stop.subjectId);
      if (!household) return { code: 'UNKNOWN_HOUSEHOLD', field };
      if (household.registeredOn !== null && draft.on < household.registeredOn) {
        return { code: 'VISIT_BEFORE_REGISTRATION', field };
      }
    } else if (stop.kind === 'projectSite') {
      if (!ground.projects.some((p) => p.id === stop.subjectId)) return { code: 'UNKNOWN_PROJECT', field };
    } else if (stop.subjectId !== null) {
      return { code: 'UNKNOWN_SUBJECT', field };
    }
  }
  return null;
}

function readingRefusal(ground: VisitGround, draft: VisitDraft): Refusal | null {
  const subjects = {
    village: new Set([ground.village.id]),
    household: new Set(ground.households.map((h) => h.id)),
    project: new Set(ground.projects.map((p) => p.id)),
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

function verdictRefusal(ground: VisitGround, draft: VisitDraft): Refusal | null {
  for (const [at, given] of draft.verdicts.entries()) {
    const { commitmentId } = given;
    const field = `verdicts.${at}.commitmentId`;
    const commitment = ground.commitments.find((c) => c.id === commitmentId);
    if (!commitment) return { code: 'COMMITMENT_OF_ANOTHER_VILLAGE', field };
    const { open, sequence } = commitmentState(commitment, ground.verdicts, draft.on);
    if (given.verdict === 'reopened') {
      if (open) return { code: 'COMMITMENT_OPEN', field };
      if (given.dueOn < draft.on) return { code: 'DUE_BEFORE_VISIT', field: `verdicts.${at}.dueOn` };
    } else if (!open && given.insteadOf !== sequence) return { code: 'COMMITMENT_CLOSED', field };
    if (commitment.madeOn !== null && draft.on < commitment.madeOn)
      return { code: 'VERDICT_BEFORE_COMMITMENT', field };
  }
  return null;
}

function dueRefusal(ground: VisitGround, draft: VisitDraft): Refusal | null {
  for (const [at, { dueOn, householdId, projectId }] of draft.commitments.entries()) {
    if (dueOn < draft.on) return { code: 'DUE_BEFORE_VISIT', field: `commitments.${at}.dueOn` };
    if (householdId !== null && !ground.households.some((h) => h.id === householdId)) {
      return { code: 'UNKNOWN_HOUSEHOLD', field: `commitments.${at}.householdId` };
    }
    if (projectId !== null && !ground.projects.some((p) => p.id === projectId)) {
      return { code: 'UNKNOWN_PROJECT', field: `commitments.${at}.projectId` };
    }
  }
  return null;
}
