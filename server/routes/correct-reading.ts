import { valueProblem } from '#src/domain/indicator.ts';
import { contentHash } from '#src/domain/content-hash.ts';
import { placeOf } from '#src/domain/place.ts';
import { changesNothing, correctionIn, type Reading } from '#src/domain/reading.ts';
import { api } from '../authorize.ts';
import type { Stores } from '../store/port.ts';
import { actOf } from './act-of.ts';
import { clockFacts } from './clock-facts.ts';

/** The hash is of what is recorded, which need not be what was sent. */
const receipted = async (reading: Reading, stores: Stores) => ({
  ...reading,
  hash: await contentHash(correctionIn(reading)),
  epoch: await stores.epoch(),
});

/**
 * A correction is a new reading of the same day and source that supersedes the
 * old one with a reason (DOMAIN §3.2). Sent again, it is answered as before.
 */
export const correctReading = api.correctReading.handler(async ({ input, context, errors }) => {
  const { readingId, id, value, evidence, reason } = input;
  const { store, stores, actor, today } = context;
  const record = await store.recordOf('reading', readingId);
  const old = record?.readings.find((r) => r.id === readingId);
  if (!record || !old) throw errors.READING_NOT_FOUND();

  const isSame = (r: Reading) =>
    r.supersedes?.readingId === readingId &&
    r.supersedes.reason === reason &&
    r.value === value &&
    r.evidence === evidence;
  const existing = record.readings.find((r) => r.id === id);
  if (existing) {
    if (!isSame(existing)) throw errors.CORRECTION_ID_TAKEN();
    return receipted(existing, stores);
  }
  if (record.readings.some((r) => r.supersedes?.readingId === readingId)) throw errors.ALREADY_CORRECTED();
  if (valueProblem(old.indicator, value)) throw errors.VALUE_NOT_POSSIBLE({ data: { field: 'value' } });
  if (changesNothing(old, { value, evidence })) throw errors.NOTHING_CHANGED({ data: { field: 'value' } });
  const act = actOf(context, 'correctReading', {
    place: placeOf(record.village),
    subject: { kind: 'reading', id: readingId },
    householdId: old.subject.kind === 'household' ? old.subject.id : null,
    reason,
    before: { indicator: old.indicator, value: old.value, evidence: old.evidence },
    after: { indicator: old.indicator, value, evidence, readingId: id, ...clockFacts(context) },
  });
  const corrected = {
    id,
    subject: old.subject,
    indicator: old.indicator,
    value,
    trueOn: old.trueOn,
    recordedOn: today,
    recordedBy: actor.name,
    source: old.source,
    evidence,
    supersedes: { readingId, reason },
  };
  const recorded = await store.recordCorrection(corrected, act);
  if (recorded.outcome === 'conflict') throw errors.ALREADY_CORRECTED();
  return receipted(recorded.answer, stores);
});
