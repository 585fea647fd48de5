import type { VillageRecord } from '#src/domain/village-record.ts';
import { summaryOf } from '#src/domain/overview.ts';
import { visitsInOrder } from '#src/domain/village-record.ts';
import { api, NOBODY } from '../authorize.ts';
import { commitmentRecords, projectRef } from './record-parts.ts';
import { searchTextOf } from '../search-text.ts';

/** Real villages first, each group by name of place as given. */
const byReality = (a: VillageRecord, b: VillageRecord): number =>
  Number(a.village.fictional) - Number(b.village.fictional) ||
  a.village.id.localeCompare(b.village.id, 'en', { numeric: true });

export const about = api.about.handler(async ({ context }) => ({
  today: context.today,
  sample: context.sample,
  actor: context.actor.id === NOBODY.id ? null : context.actor,
  epoch: await context.stores.epoch(),
}));

export const contactPoints = api.contactPoints.handler(async ({ context }) => {
  const records = await context.store.villageRecords();
  return records.toSorted(byReality).map((record) => ({
    ...summaryOf(record, context.today),
    searchText: searchTextOf(
      record.village.name,
      record.village.township,
      record.village.county,
      record.contactPoint.leader.name,
    ),
  }));
});

export const village = api.village.handler(async ({ input, context, errors }) => {
  const record = await context.store.villageRecord(input.villageId);
  if (!record) throw errors.VILLAGE_NOT_FOUND();
  return {
    village: record.village,
    contactPoint: record.contactPoint,
    visits: visitsInOrder(record),
    commitments: commitmentRecords(record, context.today),
    projects: record.projects.map(projectRef),
    reviews: record.reviews,
  };
});
