import { may } from '#src/domain/permission.ts';
import { sumOver } from '#src/domain/place-measures.ts';
import { povertyLines } from '#src/domain/poverty-line.ts';
import { incomeRuleChosen } from '#src/domain/rule-choice.ts';
import { api } from '../authorize.ts';

export const placeMeasures = api.placeMeasures.handler(async ({ input, context }) => {
  const { actor, store } = context;
  const { on = context.today, ...asked } = input;
  const today = on < context.today ? on : context.today;
  const [villages, nodes] = await Promise.all([
    store.measuresByVillage({ ...asked, today }),
    store.placeNodes(),
  ]);
  const used = new Set(villages.map(({ lineId }) => lineId));
  return {
    place: input.place ?? null,
    today,
    lines: povertyLines.filter(({ id }) => used.has(id)),
    incomeRuleId: incomeRuleChosen(input.income).id,
    villages: [...villages],
    sum: sumOver(villages),
    places: nodes.filter(
      ({ kind, path }) => (kind === 'county' || kind === 'township') && may(actor, 'viewVillage', path),
    ),
  };
});
