import { expect, it } from 'vitest';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { largeVillage } from '#mocks/sample/large.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { apiOver } from '#tests/support/api.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';

interface Page {
  records: Omit<HouseholdRecord, 'village' | 'visits'>[];
  total: number;
  next: string | null;
}

it('holds what each household’s own record holds, with the village’s visits beside it', async () => {
  const api = apiOver(sampleRecords);
  const { records, total, next } = (await api.get('/villages/nangangzi/household-records')).body as Page;
  expect([records.length, next]).toEqual([total, null]);
  for (const { household, ...rest } of records) {
    const { village, visits, ...own } = (await api.get(`/households/${household.id}`))
      .body as HouseholdRecord;
    expect({ household, ...rest }).toEqual(own);
    expect([village.id, visits.length > 0]).toEqual(['nangangzi', true]);
  }
});

it('tells what a household came of and what it went on as, on its own and among all', async () => {
  const b = new RecordBuilder('v')
    .household('old', { leftOn: '2018-04-01' })
    .household('elder')
    .household('other');
  const source = { kind: 'synthetic' } as const;
  b.record.successions.push(
    { on: '2018-06-01', fromIds: ['elder', 'other'], toIds: ['elder'], source },
    { on: '2018-04-01', fromIds: ['old'], toIds: ['elder'], source },
  );
  const api = apiOver([b.record]);
  const own = (await api.get('/households/elder')).body as HouseholdRecord;
  expect(own.successions).toMatchObject([
    { on: '2018-04-01', from: [{ id: 'old', number: '001' }], to: [{ id: 'elder' }] },
    { on: '2018-06-01', from: [{ id: 'elder' }, { id: 'other' }], to: [{ id: 'elder' }] },
  ]);
  const { records } = (await api.get('/villages/v/household-records')).body as Page;
  expect(records.map(({ successions }) => successions.length)).toEqual([1, 2, 1]);
});

it('hands out a large village page by page, each household once', async () => {
  const record = largeVillage(1201);
  const api = apiOver([record]);
  const met: string[] = [];
  let after = '';
  for (let next: string | null = 'first'; next;) {
    const page = (await api.get(`/villages/${record.village.id}/household-records${after}`)).body as Page;
    expect(page.total).toBe(1201);
    met.push(...page.records.map(({ household }) => household.id));
    next = page.next;
    after = `?after=${next}`;
  }
  expect(met).toEqual(record.households.map(({ id }) => id));
});

it('is no look at each household, and says of each who took it along', async () => {
  const api = apiOver(sampleRecords);
  await api.get('/villages/nangangzi/household-records');
  await api.get('/villages/nangangzi/household-records?after=nangangzi-005');
  const looks = (await api.get('/households/nangangzi-007/looks')).body;
  expect(looks).toMatchObject([{ action: 'takeRecords', actor: { id: 'tester' } }]);
  expect((await api.get('/households/sample-village-3-001/looks')).body).not.toMatchObject([
    { action: 'takeRecords' },
  ]);
});
