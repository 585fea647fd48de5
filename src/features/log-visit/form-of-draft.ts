import { UNKNOWN } from '#src/domain/indicator.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { openPayload } from '#src/offline/payloads.ts';
import { subjectOf } from './last-time.ts';
import type { Answers, StopForm, VisitForm } from './visit-form.ts';

/** The form of a visit in the outbox; null where it cannot be read. */
export function savedForm(item: OutboxItem): VisitForm | null {
  const payload = openPayload({ ...item, kind: 'visit' });
  return payload && formOfDraft(item.id, payload.draft);
}

/**
 * A visit that was saved, as a form again, to be mended: what it sends is the same until
 * something is changed. What was confirmed "as last time" stands there as the value that it was.
 */
export function formOfDraft(id: string, draft: VisitDraft): VisitForm {
  const stops = draft.stops.map((stop): StopForm => {
    const subject = subjectOf(stop, draft.villageId);
    const readings = draft.readings.filter(
      (r) => subject && r.subject.kind === subject.kind && r.subject.id === subject.id,
    );
    const answers: Answers = {};
    for (const { id: readingId, indicator, value } of readings) {
      answers[indicator] =
        value === UNKNOWN
          ? { how: 'unknown', id: readingId }
          : { how: 'changed', id: readingId, typed: String(value) };
    }
    const evidence = readings[0]?.evidence ?? (stop.kind === 'household' ? 'toldByHousehold' : 'seenOnSite');
    return { ...stop, evidence, answers, removed: false };
  });
  return {
    id,
    villageId: draft.villageId,
    kind: draft.kind,
    on: draft.on,
    present: draft.present.join(', '),
    note: draft.note,
    stops,
    verdicts: Object.fromEntries(draft.verdicts.map(({ commitmentId, ...given }) => [commitmentId, given])),
    commitments: draft.commitments.map((c) => ({ ...c, removed: false })),
    // Those that it has are saved already, each by itself.
    photos: [],
  };
}
