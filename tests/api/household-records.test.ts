import { expect, it } from 'vitest';
import type { HouseholdRecord } from '#src/domain/records.ts';
import { largeVillage } from '#mocks/sample/large.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { apiOver } from '#tests/support/api.ts';

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
