import type { Reading } from '#src/domain/reading.ts';
import { visitDraft, type VisitDraft } from '#src/domain/visit.ts';
import { draftOf, type ReadingOrigin, type VisitForm } from './visit-form.ts';

/** What is wrong, and the id of the field beside which it is said. */
export interface FormProblem {
  fieldId: string;
  code: string;
}

/** Ids of the form's fields, so that a problem finds its place. */
export const fieldIds = {
  on: 'visit-on',
  present: 'visit-present',
  stops: 'visit-stops',
  note: 'visit-note',
  save: 'visit-save',
  said: (stopId: string) => `said-${stopId}`,
  stop: (stopId: string) => `stop-${stopId}`,
  reading: ({ stopId, indicator }: ReadingOrigin) => `reading-${stopId}-${indicator}`,
  verdict: (commitmentId: string) => `verdict-${commitmentId}`,
  commitment: (id: string, part: string) => `commitment-${id}-${part}`,
};

/** The field that a path of the API or of the schema means: `stops.0.subjectId`, `readings.3.value` … */
export function fieldOf(path: string, form: VisitForm, origins: readonly ReadingOrigin[]): string {
  const [list = '', index, part = ''] = path.split('.');
  const at = Number(index);
  const stop = form.stops[at];
  const origin = origins[at];
  const commitment = form.commitments[at];
  if (list === 'on') return fieldIds.on;
  if (list === 'present') return fieldIds.present;
  if (list === 'note') return fieldIds.note;
  if (list === 'stops' && stop) return part === 'said' ? fieldIds.said(stop.id) : fieldIds.stop(stop.id);
  if (list === 'stops') return fieldIds.stops;
  if (list === 'readings' && origin) return fieldIds.reading(origin);
  if (list === 'verdicts') {
    const commitmentId = Object.keys(form.verdicts)[at];
    if (commitmentId) return fieldIds.verdict(commitmentId);
  }
  if (list === 'commitments' && commitment) {
    const known = ['what', 'owner', 'dueOn'].includes(part) ? part : 'subject';
    return fieldIds.commitment(commitment.id, known);
  }
  return fieldIds.save;
}

/** The draft ready to send, or what is wrong with it: the same schema as the service's. */
export function checkForm(
  form: VisitForm,
  levels: readonly Reading[],
  today: string,
): { draft: VisitDraft; problems: FormProblem[]; origins: ReadingOrigin[] } {
  const { draft, origins } = draftOf(form, levels);
  const checked = visitDraft.safeParse(draft);
  const problems = (checked.error?.issues ?? []).map((issue) => ({
    fieldId: fieldOf(issue.path.join('.'), form, origins),
    code: issue.message,
  }));
  // The service says the same; here it is said before the way is made.
  if (form.on > today) problems.push({ fieldId: fieldIds.on, code: 'VISIT_IN_FUTURE' });
  for (const c of form.commitments) {
    if (c.dueOn < form.on) problems.push({ fieldId: fieldIds.commitment(c.id, 'dueOn'), code: 'DUE_BEFORE_VISIT' });
  }
  return { draft: checked.data ?? draft, problems: onePerField(problems), origins };
}

const onePerField = (problems: FormProblem[]): FormProblem[] => [
  ...new Map(problems.toReversed().map((p) => [p.fieldId, p])).values(),
].toReversed();
