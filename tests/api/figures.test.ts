import { describe, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import { placeOf } from '#src/domain/place.ts';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

const { record } = new RecordBuilder('v')
  .visit('jan', '2018-01-22')
  .visit('jul', '2018-07-02')
  .household('a', { head: { zh: '王某', en: 'Wang' } })
  .read('v', 'ruralPopulation', 100, '2018-01-22')
  .read('a', 'status', 'registered', '2018-01-22')
  .read('a', 'persons', 4, '2018-01-22')
  .read('a', 'persons', 3, '2018-07-02', { recordedOn: '2018-07-10' });
const once = new RecordBuilder('once').visit('only', '2018-05-01').record;

const api = () => apiOver([record, once]);

describe('a figure of a village', () => {
  it('is explained for the last two visits, or the pair and the day of knowledge that are asked for', async () => {
    expect(await api().get('/villages/v/figures/incidence')).toMatchObject({
      status: 200,
      body: {
        code: 'incidence',
        from: { id: 'jan' },
        to: { id: 'jul' },
        figure: { from: { value: 4 }, to: { value: 3, unit: 'percent' } },
        parts: [
          { subject: { kind: 'village' } },
          { subject: { id: 'a', name: { en: 'Wang' } }, from: 4, to: 3 },
        ],
        partsOf: 2,
        unknown: [],
      },
    });
    const known = await api().get('/villages/v/figures/incidence?from=jan&to=jul&knownOn=2018-07-09');
    expect(known.body).toMatchObject({ knownOn: '2018-07-09', figure: { to: { value: 4 } } });
  });

  it('that is measured by rules names them, and is another one by others', async () => {
    const asked = async (query: string) =>
      (await api().get(`/villages/v/figures/headcount?${query}`)).body as Record<string, unknown>;
    expect(await asked('series=sixPercent&income=own-income')).toMatchObject({
      rules: { to: { series: 'sixPercent', line: { yuan: 3535 }, income: { id: 'own-income' } } },
      deprivationRule: null,
      // Nobody's income was read: of 3 persons none is in it, and the unknown decides.
      figure: { to: { value: null, range: { low: 0, high: 100 }, known: 0, of: 3 } },
      unknown: [{ subject: { id: 'a' }, to: ['wage', 'business', 'businessCost', 'property'] }],
    });
    const poor = await api().get('/villages/v/figures/censored.water?k=2');
    expect(poor.body).toMatchObject({ rules: null, deprivationRule: { k: 1 / 3 } });
  });

  it('of one household is asked for beside its village', async () => {
    const { body } = await api().get('/villages/v/figures/householdIncome?householdId=a');
    expect(body).toMatchObject({
      household: { id: 'a', name: { en: 'Wang' } },
      figure: { to: { value: null, known: 0, of: 5, countedIn: 'incomeSource' } },
      unknown: [{ to: ['wage', 'business', 'businessCost', 'property', 'transfer'] }],
    });
  });

  it('of one visit alone has nothing before it', async () => {
    const { body } = await api().get('/villages/once/figures/poorHouseholds');
    expect(body).toMatchObject({ from: null, to: { id: 'only' }, figure: { from: null, to: { value: 0 } } });
  });

  it.each([
    ['/villages/nowhere/figures/incidence', 404, 'VILLAGE_NOT_FOUND'],
    ['/villages/v/figures/incidence?to=only', 404, 'VISIT_NOT_FOUND'],
    ['/villages/v/figures/incidence?from=jul&to=jan', 422, 'PAIR_OUT_OF_ORDER'],
    ['/villages/v/figures/luck', 400, 'BAD_REQUEST'],
    ['/villages/v/figures/headcount?series=none', 400, 'BAD_REQUEST'],
    ['/villages/v/figures/householdIncome', 404, 'HOUSEHOLD_NOT_FOUND'],
    ['/villages/v/figures/householdIncome?householdId=nobody', 404, 'HOUSEHOLD_NOT_FOUND'],
  ])('%s → %i', async (path, status, code) => {
    expect(await api().get(path)).toMatchObject({ status, body: { code } });
  });

  it('names nobody to whoever may know no name', async () => {
    const actor: Actor = {
      id: 'auditor',
      name: 'Auditor',
      role: 'auditor',
      places: [placeOf(record.village)],
      via: 'session',
    };
    const codes = [
      'incidence',
      'move.registered.registered',
      'why.incidence',
      'householdIncome?householdId=a',
    ];
    for (const code of codes) {
      const { body } = await apiOver([record], { actor }).get(`/villages/v/figures/${code}`);
      expect(JSON.stringify(body)).not.toMatch(/王某|Wang/);
      expect(JSON.stringify(body)).toContain('王＊＊');
    }
  });
});
