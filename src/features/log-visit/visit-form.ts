import { z } from 'zod';
import { theme, verdictKind } from '#src/domain/commitment.ts';
import { addDays, day, type Day } from '#src/domain/day.ts';
import { id } from '#src/domain/id.ts';
import { indicator, readingValue, type Indicator } from '#src/domain/indicator.ts';
import { photoHash } from '#src/domain/photo.ts';
import { evidence } from '#src/domain/source.ts';
import { outcome, stopKind, visitKind, type Outcome, type StopKind } from '#src/domain/visit.ts';
import { visitStep } from './steps.ts';

/**
 * What one person has answered about one reading. No answer is "not asked" and
 * records nothing. `asLast` holds the value that was on screen, so that what is
 * confirmed is what was seen, even when somebody corrects it meanwhile.
 */
const answer = z.discriminatedUnion('how', [
  z.strictObject({ how: z.literal('asLast'), id, value: readingValue, trueOn: day }),
  z.strictObject({ how: z.literal('changed'), id, typed: z.string() }),
  z.strictObject({ how: z.literal('unknown'), id }),
]);
export type Answer = z.infer<typeof answer>;
export type Answers = Partial<Record<Indicator, Answer>>;

const stopForm = z.strictObject({
  kind: stopKind,
  subjectId: id.nullable(),
  outcome,
  said: z.string(),
  evidence,
  answers: z.partialRecord(indicator, answer),
  /** Taken off the list, but kept until the visit is saved, so that it can be put back. */
  removed: z.boolean(),
});
export type StopForm = z.infer<typeof stopForm>;

const verdictForm = z.strictObject({
  verdict: verdictKind.nullable(),
  note: z.string(),
  /** For one that is reopened; absent until somebody chooses another day than the usual one. */
  dueOn: z.string().optional(),
  /** Of one that contradicts another visit's: which. */
  insteadOf: z.int().optional(),
});
export type VerdictForm = z.infer<typeof verdictForm>;

const commitmentForm = z.strictObject({
  id,
  theme,
  what: z.string(),
  owner: z.string(),
  /** Null until somebody chooses another day than the usual one. */
  dueOn: z.string().nullable(),
  householdId: id.nullable(),
  projectId: id.nullable(),
  removed: z.boolean(),
});
export type CommitmentForm = z.infer<typeof commitmentForm>;

/** A photo on the device; the picture itself lies in its `PhotoStore` under the same id. */
const photoForm = z.strictObject({ id, size: z.int(), sha256: photoHash, removed: z.boolean() });
export type PhotoForm = z.infer<typeof photoForm>;

/** A visit as it is being typed: everything may still be wrong. This is what a draft keeps. */
export const visitForm = z.strictObject({
  /** Made once a draft, so that a retry or a double tap is the same visit. */
  id,
  villageId: id,
  kind: visitKind,
  on: z.string(),
  /** Names, separated by commas of either script. */
  present: z.string(),
  note: z.string(),
  stops: z.array(stopForm),
  verdicts: z.record(id, verdictForm),
  commitments: z.array(commitmentForm),
  /** Where the person was when it was kept; while it is open the link says it. None in drafts of earlier programs. */
  step: visitStep.optional(),
  /** None in drafts of earlier programs. */
  photos: z.array(photoForm).default([]),
});
export type VisitForm = z.infer<typeof visitForm>;

export type VisitFormAction =
  | { type: 'basics'; given: Partial<Pick<VisitForm, 'kind' | 'on' | 'present' | 'note'>> }
  | { type: 'stopAdded'; kind: StopKind; subjectId: string | null }
  | { type: 'stopRemoved'; stop: string }
  | { type: 'stopPutBack'; stop: string }
  | { type: 'stop'; stop: string; given: Partial<Pick<StopForm, 'outcome' | 'said' | 'evidence'>> }
  | { type: 'answered'; stop: string; answers: Partial<Record<Indicator, Answer | null>> }
  | { type: 'verdict'; commitmentId: string; given: Partial<VerdictForm> }
  | { type: 'commitmentAdded'; id: string }
  | { type: 'commitmentRemoved'; id: string }
  | { type: 'commitmentPutBack'; id: string }
  | { type: 'commitment'; id: string; given: Partial<Omit<CommitmentForm, 'id' | 'removed'>> }
  | { type: 'photoAdded'; photo: PhotoForm }
  | { type: 'photoRemoved'; id: string }
  | { type: 'photoPutBack'; id: string }
  | { type: 'replaced'; form: VisitForm };

/** Days from the visit to the usual due day of what is promised on it: one quarter. */
export const DUE_DAYS = 90;

/** A visit of today with nothing in it yet. */
export function freshVisit(
  visitId: string,
  villageId: string,
  today: Day,
  kind: VisitForm['kind'] = 'helper',
): VisitForm {
  return {
    id: visitId,
    villageId,
    kind,
    on: today,
    present: '',
    note: '',
    stops: [],
    verdicts: {},
    commitments: [],
    photos: [],
  };
}

/** Names a stop within its visit: one visit calls at each place once. */
export function stopKey({ kind, subjectId }: Pick<StopForm, 'kind' | 'subjectId'>): string {
  return subjectId === null ? kind : `${kind}-${subjectId}`;
}

/** The usual end of a stop of that kind; a person changes it with one touch. */
const usualOutcome: Record<StopKind, Outcome> = {
  household: 'met',
  projectSite: 'seen',
  village: 'seen',
  seminar: 'met',
};

/** What can be read at a stop. A seminar is no thing to read, and behind a shut door nobody is asked. */
export function isRead({ kind, outcome }: Pick<StopForm, 'kind' | 'outcome'>): boolean {
  if (kind === 'seminar') return false;
  return kind !== 'household' || (outcome !== 'nobodyHome' && outcome !== 'declined');
}

/** The stops and the new commitments that will be recorded. */
export const liveStops = (form: VisitForm): StopForm[] => form.stops.filter((s) => !s.removed);
export const liveCommitments = (form: VisitForm): CommitmentForm[] =>
  form.commitments.filter((c) => !c.removed && !isBlank(c));

export const livePhotos = (form: VisitForm): PhotoForm[] => form.photos.filter((p) => !p.removed);

/** Opened and left empty: nobody promised anything. */
const isBlank = (c: CommitmentForm): boolean => c.what.trim() === '' && c.owner.trim() === '';

/** When a new or reopened commitment is due; empty where neither day is one. */
export function dueDay(form: Pick<VisitForm, 'on'>, c: { dueOn?: string | null | undefined }): string {
  if (typeof c.dueOn === 'string') return c.dueOn;
  return day.safeParse(form.on).success ? addDays(form.on, DUE_DAYS) : '';
}

/** Pure: the form after one thing that a person did. */
export function reduceVisit(form: VisitForm, action: VisitFormAction): VisitForm {
  switch (action.type) {
    case 'replaced':
      return action.form;
    case 'basics':
      return withDay({ ...form, ...action.given });
    case 'stopAdded':
      return addStop(form, action.kind, action.subjectId);
    case 'stopRemoved':
      return {
        ...form,
        stops: form.stops.flatMap((s) =>
          stopKey(s) !== action.stop ? s : isUntouched(s) ? [] : { ...s, removed: true },
        ),
      };
    case 'stopPutBack':
      return changeStop(form, action.stop, (s) => ({ ...s, removed: false }));
    case 'stop':
      return changeStop(form, action.stop, (s) => ({ ...s, ...action.given }));
    case 'answered':
      return changeStop(form, action.stop, (s) => ({ ...s, answers: merge(s.answers, action.answers) }));
    case 'verdict': {
      const before = form.verdicts[action.commitmentId] ?? { verdict: null, note: '' };
      return {
        ...form,
        verdicts: { ...form.verdicts, [action.commitmentId]: { ...before, ...action.given } },
      };
    }
    case 'commitmentAdded':
      return { ...form, commitments: [...form.commitments, emptyCommitment(action.id)] };
    case 'commitmentRemoved':
      return {
        ...form,
        commitments: form.commitments.flatMap((c) =>
          c.id !== action.id ? c : isBlank(c) ? [] : { ...c, removed: true },
        ),
      };
    case 'commitmentPutBack':
      return changeCommitment(form, action.id, { removed: false });
    case 'commitment':
      return changeCommitment(form, action.id, action.given);
    case 'photoAdded':
      return { ...form, photos: [...form.photos, action.photo] };
    case 'photoRemoved':
    case 'photoPutBack': {
      const removed = action.type === 'photoRemoved';
      return { ...form, photos: form.photos.map((p) => (p.id === action.id ? { ...p, removed } : p)) };
    }
  }
}

const emptyCommitment = (commitmentId: string): CommitmentForm => ({
  id: commitmentId,
  theme: 'other',
  what: '',
  owner: '',
  dueOn: null,
  householdId: null,
  projectId: null,
  removed: false,
});

const isUntouched = (s: StopForm): boolean => s.said.trim() === '' && Object.keys(s.answers).length === 0;

/** Adding what was taken off puts it back with what was typed. */
function addStop(form: VisitForm, kind: StopKind, subjectId: string | null): VisitForm {
  const stop = stopKey({ kind, subjectId });
  if (form.stops.some((s) => stopKey(s) === stop)) {
    return changeStop(form, stop, (s) => ({ ...s, removed: false }));
  }
  const added: StopForm = {
    kind,
    subjectId,
    outcome: usualOutcome[kind],
    said: '',
    evidence: kind === 'household' ? 'toldByHousehold' : 'seenOnSite',
    answers: {},
    removed: false,
  };
  return { ...form, stops: [...form.stops, added] };
}

function changeStop(form: VisitForm, stop: string, change: (s: StopForm) => StopForm): VisitForm {
  return { ...form, stops: form.stops.map((s) => (stopKey(s) === stop ? change(s) : s)) };
}

function changeCommitment(form: VisitForm, commitmentId: string, given: Partial<CommitmentForm>): VisitForm {
  return {
    ...form,
    commitments: form.commitments.map((c) => (c.id === commitmentId ? { ...c, ...given } : c)),
  };
}

/** A null takes the answer back: not asked. */
function merge(answers: Answers, given: Partial<Record<Indicator, Answer | null>>): Answers {
  return Object.fromEntries(
    Object.entries({ ...answers, ...given }).filter(([, answered]) => answered !== null),
  );
}

/** A visit before the day of a reading cannot find things as they were then: such answers are taken back. */
function withDay(form: VisitForm): VisitForm {
  const stops = form.stops.map((s) => ({
    ...s,
    answers: Object.fromEntries(
      Object.entries(s.answers).filter(
        ([, a]) => a.how !== 'asLast' || form.on === '' || a.trueOn <= form.on,
      ),
    ),
  }));
  return { ...form, stops };
}

/** The same words under other ids: what could not be saved as one visit can be saved as another. */
export function asAnotherVisit(form: VisitForm, newId: () => string): VisitForm {
  return {
    ...form,
    id: newId(),
    stops: form.stops.map((s) => ({
      ...s,
      answers: Object.fromEntries(
        Object.entries(s.answers).map(([name, a]) => [name, { ...a, id: newId() }]),
      ),
    })),
    commitments: form.commitments.map((c) => ({ ...c, id: newId() })),
  };
}
