import { isIdentifier, maskOf, normalIdentifier, UNMASKED_SECONDS } from '#src/domain/identifier.ts';
import { placeOf } from '#src/domain/place.ts';
import { api } from '../authorize.ts';
import { actOf } from './act-of.ts';

/** Who has looked at a household's record. */
export const looks = api.looks.handler(async ({ input, context, errors }) => {
  const record = await context.store.recordOf('household', input.householdId);
  if (!record) throw errors.HOUSEHOLD_NOT_FOUND();
  return context.store.looksAt(input.householdId);
});

/** Shows one identifier to one person for a minute; the act and its reason are written first. */
export const unmaskIdentifier = api.unmaskIdentifier.handler(async ({ input, context, errors }) => {
  const { reason, ...ref } = input;
  const record = await context.store.recordOf('household', ref.householdId);
  const household = record?.households.find((h) => h.id === ref.householdId);
  if (!record || !household) throw errors.HOUSEHOLD_NOT_FOUND();
  if (!household.members.some((m) => m.id === ref.memberId)) throw errors.MEMBER_NOT_FOUND();
  const act = actOf(context, 'unmaskIdentifier', {
    place: placeOf(record.village),
    subject: { kind: 'household', id: ref.householdId },
    householdId: ref.householdId,
    reason,
    after: { memberId: ref.memberId, kind: ref.kind },
  });
  const value = await context.store.unmask(ref, act);
  if (value === null) throw errors.IDENTIFIER_UNKNOWN();
  return { value, seconds: UNMASKED_SECONDS };
});

/** The trail keeps the masks, never the value. */
export const recordIdentifier = api.recordIdentifier.handler(async ({ input, context, errors }) => {
  const { reason, value: typed, ...ref } = input;
  const record = await context.store.recordOf('household', ref.householdId);
  const household = record?.households.find((h) => h.id === ref.householdId);
  if (!record || !household) throw errors.HOUSEHOLD_NOT_FOUND();
  const member = household.members.find((m) => m.id === ref.memberId);
  if (!member) throw errors.MEMBER_NOT_FOUND();
  const value = normalIdentifier(typed);
  if (!isIdentifier(ref.kind, value)) throw errors.IDENTIFIER_NOT_POSSIBLE({ data: { field: 'value' } });
  const mask = maskOf(ref.kind, value);
  const act = actOf(context, 'recordIdentifier', {
    place: placeOf(record.village),
    subject: { kind: 'household', id: ref.householdId },
    householdId: ref.householdId,
    reason,
    before: { memberId: ref.memberId, [ref.kind]: member.identifiers[ref.kind] },
    after: { memberId: ref.memberId, [ref.kind]: mask },
  });
  const given = { ...ref, value, recordedOn: context.today };
  if (!(await context.store.recordIdentifier(given, act))) throw errors.MEMBER_NOT_FOUND();
  return { mask };
});
