import { measuresOf } from '#src/domain/measures-between.ts';
import { cutoffChosen } from '#src/domain/rule-choice.ts';
import { asKnownOn } from '#src/domain/village-record.ts';
import { api } from '../authorize.ts';
import { comparablePair } from './pair-of.ts';

export const measures = api.measures.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const { from, to } = comparablePair(asKnownOn(record, input.knownOn), input, errors);
  return measuresOf(record, from, to, { ...input, cutoff: cutoffChosen(input.k) });
});
