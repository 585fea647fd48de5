import { canonical } from '#src/domain/audit.ts';
import type { Day } from '#src/domain/day.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import type { Text } from '#src/domain/text.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import type { Owned, Store, VisitEntry } from '../store/port.ts';
import { actOf } from './act-of.ts';
import { visitRefusal } from './visit-refusal.ts';

function entryOf(visitId: string, draft: VisitDraft, recordedBy: Text, recordedOn: Day): VisitEntry {
  const { villageId, on } = draft;
  const source = { kind: 'visit', visitId } as const;
  const given = { recordedOn, recordedBy, source };
  const said = (words: string) => (words === '' ? null : words);
  return {
    visit: {
      id: visitId,
      villageId,
      kind: draft.kind,
      on,
      present: draft.present,
      stops: draft.stops.map((stop) => ({ ...stop, said: said(stop.said), source })),
      note: said(draft.note),
      ...given,
    },
    readings: draft.readings.map((r) => ({ ...r, trueOn: on, ...given })),
    verdicts: draft.verdicts.map((v) => ({ ...v, visitId, givenOn: on, ...given })),
    commitments: draft.commitments.map((c) => ({ ...c, villageId, visitId, recordedOn, source })),
    fingerprint: canonical(draft),
  };
}

/** The field whose id is already somebody else's, or null. */
async function takenId(store: Store, draft: VisitDraft): Promise<string | null> {
  const given: [Owned, string, { id: string }[]][] = [
    ['reading', 'readings', draft.readings],
    ['commitment', 'commitments', draft.commitments],
  ];
  for (const [kind, name, items] of given) {
    const seen = new Set<string>();
    for (const [at, { id }] of items.entries()) {
      if (seen.has(id) || (await store.villageOf(kind, id)) !== null) return `${name}.${at}.id`;
      seen.add(id);
    }
  }
  return null;
}

/** Find, may they, act: a visit sent again is answered as before, even where it could not be made today. */
export const recordVisit = api.recordVisit.handler(async ({ input, context, errors }) => {
  const { visitId, ...draft } = input;
  const { store, actor, today } = context;
  const entry = entryOf(visitId, draft, actor.name, today);

  const known = await store.receiptOf(visitId);
  if (known) {
    if (known.fingerprint !== entry.fingerprint) throw errors.VISIT_ID_TAKEN();
    return known.receipt;
  }
  const record = await store.villageRecord(draft.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const at = placeOf(record.village);
  if (draft.kind !== 'leader' && !may(actor, 'recordOwnVisit', at)) {
    throw errors.KIND_NOT_ALLOWED({ data: { field: 'kind' } });
  }
  const refusal = visitRefusal(record, draft, today);
  if (refusal) throw errors[refusal.code]({ data: { field: refusal.field } });
  const taken = await takenId(store, draft);
  if (taken) throw errors.ID_TAKEN({ data: { field: taken } });

  const act = actOf(context, 'recordVisit', {
    place: at,
    subject: { kind: 'visit', id: visitId },
    after: {
      kind: draft.kind,
      on: draft.on,
      stops: draft.stops.length,
      readings: draft.readings.length,
      verdicts: draft.verdicts.length,
      commitments: draft.commitments.length,
    },
  });
  const recorded = await store.recordVisit(entry, act);
  if (recorded.outcome === 'conflict') throw errors.VISIT_ID_TAKEN();
  return recorded.answer;
});
