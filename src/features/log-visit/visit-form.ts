import type { Theme, VerdictKind } from '#src/domain/commitment.ts';
import { addDays, type Day } from '#src/domain/day.ts';
import {
  indicatorsOf,
  indicatorSpec,
  UNKNOWN,
  type Indicator,
  type ReadingValue,
  type SubjectKind,
} from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { Evidence } from '#src/domain/source.ts';
import type { Outcome, StopKind, VisitDraft, VisitKind } from '#src/domain/visit.ts';

/** Confirmed as last time, or a value as it was typed (`unknown` said so). Absent: not asked. */
export type Answer = { as: 'lastTime' } | { as: 'typed'; typed: string };

export interface StopEntry {
  /** Made on the device; the ids of its readings are made from it. */
  id: string;
  kind: StopKind;
  subjectId: string | null;
  outcome: Outcome;
  said: string;
  evidence: Evidence;
  answers: Partial<Record<Indicator, Answer>>;
}

export interface CommitmentEntry {
  id: string;
  theme: Theme;
  what: string;
  owner: string;
  dueOn: string;
  subjectId: string;
}

/** What a person has typed of one visit. Ids are made once, so sending it twice is sending the same. */
export interface VisitForm {
  visitId: string;
  villageId: string;
  kind: VisitKind;
  on: string;
  present: string;
  stops: StopEntry[];
  verdicts: Record<string, { verdict: VerdictKind; note: string }>;
  commitments: CommitmentEntry[];
  note: string;
}

/** Days until a new commitment is due, unless somebody says otherwise. */
export const USUAL_DUE_DAYS = 90;

export const newForm = (visitId: string, villageId: string, today: Day): VisitForm => ({
  visitId,
  villageId,
  kind: 'helper',
  on: today,
  present: '',
  stops: [],
  verdicts: {},
  commitments: [],
  note: '',
});

const subjectKinds: Record<StopKind, SubjectKind | null> = {
  household: 'household',
  projectSite: 'project',
  village: 'village',
  seminar: null,
};

/** What can be read at a stop; nothing where nobody was at home. */
export function indicatorsAt({ kind, outcome }: Pick<StopEntry, 'kind' | 'outcome'>): Indicator[] {
  const subject = subjectKinds[kind];
  if (!subject || outcome === 'nobodyHome' || outcome === 'declined') return [];
  return indicatorsOf(subject);
}

/** A stop just added. Unless said otherwise a household was spoken to, all else was seen. */
export const newStop = (id: string, kind: StopKind, subjectId: string | null): StopEntry => ({
  id,
  kind,
  subjectId,
  outcome: kind === 'household' || kind === 'seminar' ? 'met' : 'seen',
  said: '',
  evidence: kind === 'household' ? 'toldByHousehold' : 'seenOnSite',
  answers: {},
});

export const newCommitment = (id: string, on: Day): CommitmentEntry => ({
  id,
  theme: 'guarantees',
  what: '',
  owner: '',
  dueOn: addDays(on, USUAL_DUE_DAYS),
  subjectId: '',
});

/** The form with one stop changed. */
export const withStop = (form: VisitForm, id: string, change: Partial<StopEntry>): VisitForm => ({
  ...form,
  stops: form.stops.map((stop) => (stop.id === id ? { ...stop, ...change } : stop)),
});

/** Last time's level of every indicator at a stop, by name. */
export function lastTime(form: VisitForm, stop: StopEntry, levels: readonly Reading[]): Map<Indicator, Reading> {
  const subjectId = stop.kind === 'village' ? form.villageId : stop.subjectId;
  return new Map(levels.filter((r) => r.subject.id === subjectId).map((r) => [r.indicator, r]));
}

/**
 * What a visitor can judge on the spot and so confirm with one touch; incomes,
 * money and measured amounts are recorded only when somebody gives the figure.
 */
export const isConfirmable = (name: Indicator, last: Reading | undefined): boolean =>
  last !== undefined && last.value !== UNKNOWN && (indicatorSpec(name).form === 'coded' || name === 'persons');

/** "All as last time": confirms what can be confirmed and is not answered otherwise. */
export function confirmAll(stop: StopEntry, last: ReadonlyMap<Indicator, Reading>): StopEntry {
  const confirmed = indicatorsAt(stop)
    .filter((name) => isConfirmable(name, last.get(name)) && !stop.answers[name])
    .map((name) => [name, { as: 'lastTime' }] as const);
  return { ...stop, answers: { ...stop.answers, ...Object.fromEntries(confirmed) } };
}

/** A typed answer as a value. What is no number stays text, for the schema to refuse beside its field. */
function valueOf(name: Indicator, typed: string): ReadingValue {
  if (typed === UNKNOWN || indicatorSpec(name).form === 'coded') return typed as ReadingValue;
  const bare = typed.trim().replaceAll(/[,，\s]/g, '');
  return bare === '' ? Number.NaN : Number(bare);
}

/** Which stop and indicator each reading of the draft came from, in the same order. */
export interface ReadingOrigin {
  stopId: string;
  indicator: Indicator;
}

/** The visit as it would be sent, and where its readings came from. Nothing is checked here. */
export function draftOf(form: VisitForm, levels: readonly Reading[]): { draft: VisitDraft; origins: ReadingOrigin[] } {
  const read = form.stops.flatMap((stop) => {
    const last = lastTime(form, stop, levels);
    const kind = subjectKinds[stop.kind];
    const subjectId = stop.kind === 'village' ? form.villageId : stop.subjectId;
    if (!kind || subjectId === null) return [];
    return indicatorsAt(stop).flatMap((name) => {
      const answer = stop.answers[name];
      const value = answer?.as === 'typed' ? valueOf(name, answer.typed) : last.get(name)?.value;
      if (!answer || value === undefined) return [];
      const reading = {
        id: `${stop.id}-${name.toLowerCase()}`,
        subject: { kind, id: subjectId },
        indicator: name,
        value,
        evidence: stop.evidence,
      };
      return [{ reading, origin: { stopId: stop.id, indicator: name } }];
    });
  });
  const draft: VisitDraft = {
    villageId: form.villageId,
    kind: form.kind,
    on: form.on,
    present: form.present
      .split(/[,，、;；\n]/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    stops: form.stops.map(({ kind, subjectId, outcome, said }) => ({ kind, subjectId, outcome, said })),
    readings: read.map(({ reading }) => reading),
    verdicts: Object.entries(form.verdicts).map(([commitmentId, given]) => ({ commitmentId, ...given })),
    commitments: form.commitments.map(({ subjectId, ...c }) => {
      const [kind, id] = subjectId.split('/');
      return {
        ...c,
        householdId: kind === 'household' && id ? id : null,
        projectId: kind === 'project' && id ? id : null,
      };
    }),
    note: form.note,
  };
  return { draft, origins: read.map(({ origin }) => origin) };
}

/** The same content as a visit of its own: every id is made anew. */
export const renewIds = (form: VisitForm, makeId: () => string): VisitForm => ({
  ...form,
  visitId: makeId(),
  stops: form.stops.map((stop) => ({ ...stop, id: makeId() })),
  commitments: form.commitments.map((c) => ({ ...c, id: makeId() })),
});
