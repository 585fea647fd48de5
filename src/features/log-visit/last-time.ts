import {
  guarantees,
  indicatorsOf,
  indicatorSpec,
  UNKNOWN,
  type Indicator,
  type SubjectKind,
} from '#src/domain/indicator.ts';
import type { Reading } from '#src/domain/reading.ts';
import type { VisitSheet } from '#src/domain/records.ts';
import type { Answer, Answers, StopForm } from './visit-form.ts';

/** What a stop's readings are about, or null where there is nothing to read. */
export function subjectOf(
  { kind, subjectId }: Pick<StopForm, 'kind' | 'subjectId'>,
  villageId: string,
): { kind: SubjectKind; id: string } | null {
  if (kind === 'village') return { kind: 'village', id: villageId };
  if (kind === 'seminar' || subjectId === null) return null;
  return { kind: kind === 'household' ? 'household' : 'project', id: subjectId };
}

/** The level of one indicator before the visit; a reading of a later day is not "last time". */
export function lastTime(
  levels: VisitSheet['levels'],
  subjectId: string,
  name: Indicator,
  on: string,
): Reading | null {
  return (
    levels.find((r) => r.subject.id === subjectId && r.indicator === name && (on === '' || r.trueOn <= on)) ??
    null
  );
}

/** What a visitor can judge on the spot; income, money and measured quantities take a figure (docs/decisions/0007). */
const onTheSpot: ReadonlySet<Indicator> = new Set([
  'status',
  'persons',
  ...guarantees,
  'road',
  'cleanliness',
  'trees',
  'stage',
]);

/** Answers that "all as last time" gives: known values that can be judged on the spot and are not answered yet. */
export function allAsLast(
  levels: VisitSheet['levels'],
  subject: { kind: SubjectKind; id: string },
  on: string,
  given: Answers,
  newId: () => string,
): Partial<Record<Indicator, Answer>> {
  return Object.fromEntries(
    indicatorsOf(subject.kind).flatMap((name) => {
      const last = onTheSpot.has(name) && !given[name] ? lastTime(levels, subject.id, name, on) : null;
      if (!last || last.value === UNKNOWN) return [];
      return [[name, { how: 'asLast', id: newId(), value: last.value, trueOn: last.trueOn }]];
    }),
  );
}

/** A project has few of the possible readings: those it has come first, the others behind a touch. */
export function readingsToAsk(levels: VisitSheet['levels'], subject: { kind: SubjectKind; id: string }) {
  const names = indicatorsOf(subject.kind);
  if (subject.kind !== 'project') return { first: names, others: [] };
  const read = new Set(levels.filter((r) => r.subject.id === subject.id).map((r) => r.indicator));
  const first = names.filter((name) => read.has(name) || name === 'stage');
  return { first, others: names.filter((name) => !first.includes(name)) };
}

/** Whether the reading is one of a few answers rather than a figure. */
export const isCoded = (name: Indicator): boolean => indicatorSpec(name).form === 'coded';
