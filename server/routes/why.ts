import { asKnownOn } from '#src/domain/village-record.ts';
import { explainAll, explainOne } from '#src/domain/why-answer.ts';
import { api } from '../authorize.ts';
import { comparablePair } from './pair-of.ts';

export const why = api.why.handler(async ({ input, context, errors }) => {
  const { villageId, from, to, ...by } = input;
  const record = await context.store.villageRecord(villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const pair = comparablePair(asKnownOn(record, by.knownOn), { from, to }, errors);
  return explainAll(record, pair.from, pair.to, by);
});

export const whyHouseholds = api.whyHouseholds.handler(async ({ input, context, errors }) => {
  const { villageId, from, to, ...by } = input;
  const record = await context.store.villageRecord(villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  const pair = comparablePair(asKnownOn(record, by.knownOn), { from, to }, errors);
  return explainOne(record, pair.from, pair.to, by);
});
