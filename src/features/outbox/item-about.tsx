import { useQuery } from '@tanstack/react-query';
import { villageQueries, visitQuery } from '#src/api/queries.ts';
import { partsOfKey } from '#src/domain/data-questions.ts';
import { mayAnywhere } from '#src/domain/permission.ts';
import { placeKindOf } from '#src/domain/place.ts';
import { useFormat } from '#src/messages/format.ts';
import { useMessages } from '#src/messages/locale.tsx';
import { outboxWords } from '#src/messages/outbox.ts';
import { terms } from '#src/messages/terms.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { useHouseholdName } from '#src/parts/household-name.ts';
import { useReadHistory } from '#src/parts/read-history.ts';
import { useActor } from '#src/parts/use-may.ts';

/** So many are named of a visit that called at more. */
const NAMED = 4;

/**
 * Whose or what an item is about, so that two of one kind are told apart: from what is read of the village anyway,
 * never by opening a household's record, which counts as a look. Nothing where it is not known here.
 */
export function ItemAbout({ item }: { item: OutboxItem }) {
  switch (item.kind) {
    case 'visit':
      return <VisitAbout item={item} />;
    case 'correction':
      return <CorrectionAbout item={item} />;
    case 'procedureStep':
      return <StepAbout item={item} />;
    case 'questionAnswer':
      return <AnswerAbout item={item} />;
    case 'reviewAnswer':
      return <ReviewAbout item={item} />;
    case 'photo':
      return null;
  }
}

/** What the villages' sheets call these households and projects; a sheet is for whoever may log a visit. */
function useNames(villageId: string | undefined, ids: readonly string[]): string[] {
  const actor = useActor();
  const { text } = useFormat();
  const nameOf = useHouseholdName();
  const { data } = useQuery({
    ...villageQueries.visitSheet(villageId ?? ''),
    enabled: villageId !== undefined && mayAnywhere(actor, 'recordVisit'),
  });
  const names = new Map<string, string>([
    ...(data?.households ?? []).map((h) => [h.id, nameOf(h)] as const),
    ...(data?.projects ?? []).map(({ id, name }) => [id, text(name)] as const),
  ]);
  return [...new Set(ids)].flatMap((id) => names.get(id) ?? []);
}

function VisitAbout({ item }: { item: OutboxItem }) {
  const t = useMessages(outboxWords);
  const draft = openPayload({ ...item, kind: 'visit' })?.draft;
  const called = draft?.stops.flatMap(({ subjectId }) => subjectId ?? []) ?? [];
  const names = useNames(draft?.villageId, called);
  if (names.length === 0) return null;
  return <>{t.named(names.slice(0, NAMED), Math.max(0, names.length - NAMED))}</>;
}

function CorrectionAbout({ item }: { item: OutboxItem }) {
  const readingId = openPayload({ ...item, kind: 'correction' })?.readingId;
  return readingId === undefined ? null : <ReadingAbout readingId={readingId} />;
}

function ReadingAbout({ readingId }: { readingId: string }) {
  const { text } = useFormat();
  const term = useMessages(terms);
  const { data } = useReadHistory(readingId);
  const reading = data?.readings.find(({ id }) => id === readingId);
  if (!data || !reading) return null;
  return (
    <>
      {text(data.subject.name)} · {term.indicator[reading.indicator]}
    </>
  );
}

function StepAbout({ item }: { item: OutboxItem }) {
  const step = openPayload({ ...item, kind: 'procedureStep' });
  // A step does not say of which village: whoever sits in one has recorded it there.
  const own = useActor()?.places.find((place) => placeKindOf(place) === 'village');
  const names = useNames(own?.split('/').at(-1), step ? [step.householdId] : []);
  return <>{names[0]}</>;
}

function AnswerAbout({ item }: { item: OutboxItem }) {
  const answer = openPayload({ ...item, kind: 'questionAnswer' });
  const about = answer && partsOfKey(answer.said.key)?.subjectId;
  const names = useNames(answer?.villageId, about ? [about] : []);
  return <>{names[0]}</>;
}

function ReviewAbout({ item }: { item: OutboxItem }) {
  const t = useMessages(outboxWords);
  const term = useMessages(terms);
  const { text, day } = useFormat();
  const visitId = openPayload({ ...item, kind: 'reviewAnswer' })?.visitId;
  const { data } = useQuery({ ...visitQuery(visitId ?? ''), enabled: visitId !== undefined });
  if (!data) return null;
  const { visit, village } = data;
  return (
    <>
      {text(village.name)} · {t.visitOn(term.visitKind[visit.kind], day(visit.on))}
    </>
  );
}
