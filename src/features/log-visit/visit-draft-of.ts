import { readingValue, UNKNOWN, type Indicator, type ReadingValue } from '#src/domain/indicator.ts';
import type { VisitSheet } from '#src/domain/records.ts';
import { namesTyped } from '#src/domain/text.ts';
import { visitDraft, type VisitDraft } from '#src/domain/visit.ts';
import type { ProblemMessage } from '#src/messages/problems.ts';
import { problemMessage } from '#src/messages/problems.ts';
import { isCoded, subjectOf } from './last-time.ts';
import {
  dueDay,
  isRead,
  liveCommitments,
  liveStops,
  stopKey,
  type Answer,
  type VisitForm,
} from './visit-form.ts';

/** What is wrong, and with which control of the form. A control's name is also its id on the page. */
export interface FormProblem {
  control: string;
  code: ProblemMessage;
}

/** The visit as it will be sent, and which control each of its fields came from. */
export interface BuiltVisit {
  draft: VisitDraft;
  /** By path of the request, such as `readings.3`; a deeper path belongs to its nearest parent here. */
  controls: Map<string, string>;
  /** What could not be built: a figure that is none. */
  problems: FormProblem[];
}

export const readingControl = (stop: string, name: Indicator): string => `${stop}.${name.toLowerCase()}`;

/** What was typed, as a figure: full-width digits and thousands separators are forgiven. */
export function numberTyped(typed: string): number | null {
  const plain = typed.normalize('NFKC').replaceAll(/[\s,，]/g, '');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function valueOf(name: Indicator, answer: Answer): ReadingValue | 'required' | 'notANumber' {
  if (answer.how === 'asLast') return answer.value;
  if (answer.how === 'unknown') return UNKNOWN;
  if (answer.typed.trim() === '') return 'required';
  if (!isCoded(name)) return numberTyped(answer.typed) ?? 'notANumber';
  return readingValue.safeParse(answer.typed).data ?? 'required';
}

/** Pure: the same form always gives the same request, so that sending it again is the same visit. */
export function visitDraftOf(form: VisitForm): BuiltVisit {
  const controls = new Map([
    ['villageId', 'which-village'],
    ['kind', 'kind'],
    ['on', 'on'],
    ['present', 'present'],
    ['note', 'note'],
    ['stops', 'stops'],
    ['commitments', 'commitments'],
  ]);
  const problems: FormProblem[] = [];
  const stops = liveStops(form);
  const readings: VisitDraft['readings'] = [];
  for (const [at, stop] of stops.entries()) {
    const key = stopKey(stop);
    controls.set(`stops.${at}`, key).set(`stops.${at}.said`, `${key}.said`);
    const subject = isRead(stop) ? subjectOf(stop, form.villageId) : null;
    if (!subject) continue;
    for (const [name, answer] of Object.entries(stop.answers) as [Indicator, Answer][]) {
      const control = readingControl(key, name);
      const value = valueOf(name, answer);
      if (value === 'required' || value === 'notANumber') {
        problems.push({ control, code: value });
        continue;
      }
      controls.set(`readings.${readings.length}`, control);
      readings.push({ id: answer.id, subject, indicator: name, value, evidence: stop.evidence });
    }
  }
  const verdicts = Object.entries(form.verdicts).flatMap(([commitmentId, given]): VisitDraft['verdicts'] => {
    const { verdict } = given;
    if (verdict === null) return [];
    const said = { commitmentId, note: given.note.trim() };
    if (verdict === 'reopened') return [{ ...said, verdict, dueOn: dueDay(form, given) }];
    const { insteadOf } = given;
    return [{ ...said, verdict, ...(insteadOf !== undefined && { insteadOf }) }];
  });
  for (const [at, { commitmentId }] of verdicts.entries()) {
    controls
      .set(`verdicts.${at}`, `verdict-${commitmentId}`)
      .set(`verdicts.${at}.note`, `verdict-${commitmentId}.note`)
      .set(`verdicts.${at}.dueOn`, `verdict-${commitmentId}.due`);
  }
  const commitments = liveCommitments(form);
  for (const [at, { id }] of commitments.entries()) {
    const key = `commitment-${id}`;
    controls
      .set(`commitments.${at}`, `${key}.what`)
      .set(`commitments.${at}.theme`, `${key}.theme`)
      .set(`commitments.${at}.owner`, `${key}.owner`)
      .set(`commitments.${at}.dueOn`, `${key}.due`)
      .set(`commitments.${at}.householdId`, `${key}.about`)
      .set(`commitments.${at}.projectId`, `${key}.about`);
  }
  const draft: VisitDraft = {
    villageId: form.villageId,
    kind: form.kind,
    on: form.on,
    present: namesTyped(form.present),
    stops: stops.map(({ kind, subjectId, outcome, said }) => ({
      kind,
      subjectId,
      outcome,
      said: said.trim(),
    })),
    readings,
    verdicts,
    commitments: commitments.map((c) => ({
      id: c.id,
      theme: c.theme,
      what: c.what.trim(),
      owner: c.owner.trim(),
      dueOn: dueDay(form, c),
      householdId: c.householdId,
      projectId: c.projectId,
    })),
    note: form.note.trim(),
  };
  return { draft, controls, problems };
}

/** The control that a field of the request came from; the whole list of stops where nothing nearer is known. */
export function controlOf({ controls }: BuiltVisit, field: string): string {
  for (let path = field; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('.')))) {
    const control = controls.get(path);
    if (control) return control;
  }
  return 'stops';
}

/** What a control holds now and the day it holds on, as text: a refusal is about this and nothing later. */
export function pieceOf({ draft, controls }: BuiltVisit, control: string): string {
  const path = [...controls].find(([, name]) => name === control)?.[0];
  if (path === undefined) return '';
  const piece = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], draft);
  return JSON.stringify([piece, draft.on]);
}

/**
 * Everything that is wrong with the form as far as the device can tell, one
 * problem a control, in the order of the form: the schema of the request, then
 * the days that the service would refuse as well.
 */
export function problemsOf(built: BuiltVisit, sheet: VisitSheet, today: string): FormProblem[] {
  const { draft } = built;
  const parsed = visitDraft.safeParse(draft);
  const issues = parsed.success ? [] : parsed.error.issues;
  const found: FormProblem[] = [
    ...issues.map((issue) => ({
      control: controlOf(built, issue.path.map(String).join('.')),
      code: problemMessage(issue.message),
    })),
    ...built.problems,
    ...dayProblems(built, sheet, today),
  ];
  const seen = new Set<string>();
  const order = [...built.controls.values()];
  const place = (control: string) => {
    const at = order.indexOf(control);
    return at === -1 ? order.indexOf(control.slice(0, control.lastIndexOf('.'))) : at;
  };
  return found
    .filter(({ control }) => !seen.has(control) && seen.add(control))
    .toSorted((a, b) => place(a.control) - place(b.control));
}

function dayProblems({ draft, controls }: BuiltVisit, sheet: VisitSheet, today: string): FormProblem[] {
  const problems: FormProblem[] = [];
  const { on } = draft;
  if (on > today) problems.push({ control: 'on', code: 'VISIT_IN_FUTURE' });
  if (sheet.registeredOn !== null && on !== '' && on < sheet.registeredOn) {
    problems.push({ control: 'on', code: 'VISIT_BEFORE_REGISTRATION' });
  }
  const registered = new Map(sheet.households.map((h) => [h.id, h.registeredOn]));
  for (const [at, { kind, subjectId }] of draft.stops.entries()) {
    if (kind !== 'household') continue;
    const since = registered.get(subjectId ?? '') ?? null;
    const control = controls.get(`stops.${at}`) ?? 'stops';
    if (since !== null && on !== '' && on < since)
      problems.push({ control, code: 'VISIT_BEFORE_REGISTRATION' });
  }
  for (const [at, given] of draft.verdicts.entries()) {
    const owed = sheet.commitments.find((c) => c.commitment.id === given.commitmentId);
    const control = controls.get(`verdicts.${at}`) ?? 'stops';
    if (owed && on !== '' && on < owed.madeOn) problems.push({ control, code: 'VERDICT_BEFORE_COMMITMENT' });
    if (given.verdict === 'reopened' && given.dueOn !== '' && given.dueOn < on) {
      problems.push({ control: `verdict-${given.commitmentId}.due`, code: 'DUE_BEFORE_VISIT' });
    }
  }
  for (const [at, { dueOn }] of draft.commitments.entries()) {
    const control = controls.get(`commitments.${at}.dueOn`) ?? 'commitments';
    if (dueOn !== '' && dueOn < on) problems.push({ control, code: 'DUE_BEFORE_VISIT' });
  }
  return problems;
}
