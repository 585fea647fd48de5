import { contentHash } from '#src/domain/content-hash.ts';
import type { Day } from '#src/domain/day.ts';
import { may } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import type { Text } from '#src/domain/text.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { api } from '../authorize.ts';
import type { Conflict, Receipt, VisitEntry } from '../store/port.ts';
import { actOf } from './act-of.ts';
import { clockFacts } from './clock-facts.ts';
import { namedIn, visitRefusal } from './visit-refusal.ts';

/** Which verdict is contradicted was for the check: the history tells both, one after the other. */
const saidIn = (v: VisitDraft['verdicts'][number]) =>
  v.verdict === 'reopened' ? v : { commitmentId: v.commitmentId, verdict: v.verdict, note: v.note };

function entryOf(
  visitId: string,
  draft: VisitDraft,
  fingerprint: string,
  recordedBy: Text,
  recordedOn: Day,
): VisitEntry {
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
    verdicts: draft.verdicts.map((v) => ({ ...saidIn(v), visitId, givenOn: on, ...given })),
    commitments: draft.commitments.map((c) => ({ ...c, villageId, visitId, recordedOn, source })),
    fingerprint,
  };
}

/** The field of an id that the visit itself gives twice, or null. */
function repeatedId(draft: VisitDraft): string | null {
  for (const list of ['readings', 'commitments'] as const) {
    const seen = new Set<string>();
    for (const [at, { id }] of draft[list].entries()) {
      if (seen.has(id)) return `${list}.${at}.id`;
      seen.add(id);
    }
  }
  return null;
}

/** The field of an id that something else bears already. */
function fieldOf({ kind, id }: NonNullable<Conflict['taken']>, draft: VisitDraft): string {
  const list = kind === 'reading' ? 'readings' : 'commitments';
  return `${list}.${draft[list].findIndex((one) => one.id === id)}.id`;
}

/**
 * Find, may they, act. A visit sent again is answered as before: by the store, or where
 * it could not be made today, it is looked for before it is refused. It may be its own
 * self, recorded meanwhile, that stands in its way.
 */
export const recordVisit = api.recordVisit.handler(async ({ input, context, errors }) => {
  const { visitId, ...draft } = input;
  const { store, stores, actor, today } = context;
  const hash = await contentHash(draft);
  const receipted = async (receipt: Receipt) => ({ ...receipt, hash, epoch: await stores.epoch() });
  const recordedBefore = async () => {
    const known = await store.receiptOf(visitId);
    if (known && known.fingerprint !== hash) throw errors.VISIT_ID_TAKEN();
    return known && receipted(known.receipt);
  };

  const ground = await store.visitGround(draft.villageId, namedIn(draft));
  const refusal = ground && visitRefusal(ground, draft, today);
  const mayNot = ground && draft.kind !== 'leader' && !may(actor, 'recordOwnVisit', placeOf(ground.village));
  const twice = repeatedId(draft);
  if (!ground || mayNot || refusal || twice !== null) {
    const before = await recordedBefore();
    if (before) return before;
    if (!ground) throw errors.VILLAGE_NOT_FOUND();
    if (mayNot) throw errors.KIND_NOT_ALLOWED({ data: { field: 'kind' } });
    if (refusal) throw errors[refusal.code]({ data: { field: refusal.field } });
    throw errors.ID_TAKEN({ data: { field: twice ?? '' } });
  }

  const act = actOf(context, 'recordVisit', {
    place: placeOf(ground.village),
    subject: { kind: 'visit', id: visitId },
    after: {
      kind: draft.kind,
      on: draft.on,
      stops: draft.stops.length,
      readings: draft.readings.length,
      verdicts: draft.verdicts.length,
      commitments: draft.commitments.length,
      ...clockFacts(context),
    },
  });
  const recorded = await store.recordVisit(entryOf(visitId, draft, hash, actor.name, today), act);
  if (recorded.outcome !== 'conflict') return receipted(recorded.answer);
  if (recorded.taken) throw errors.ID_TAKEN({ data: { field: fieldOf(recorded.taken, draft) } });
  throw errors.VISIT_ID_TAKEN();
});
