import type { ClientBase } from 'pg';
import { largeVillage } from '#mocks/sample/large.ts';
import { placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { loadRecords } from '#server/store/postgres/load.ts';

/** A village of the usual size, two visits, 26 readings a household. */
export const HOUSEHOLDS_EACH = 100;
/** So many villages as one account can hold places. */
export const VILLAGES_EACH_COUNTY = 50;

const template = largeVillage(HOUSEHOLDS_EACH);
const TEMPLATE_ID = template.village.id;
const text = JSON.stringify(template);

export const villageId = (at: number): string => `bench-${at}`;
export const countyCode = (at: number): string =>
  `99${String(Math.floor(at / VILLAGES_EACH_COUNTY)).padStart(4, '0')}`;
export const villagePlace = (at: number): string =>
  placeOf({ countyCode: countyCode(at), townshipId: template.village.townshipId, id: villageId(at) });

/** Ids of the households of a village, and of its two visits. */
export const householdId = (at: number, household: number): string =>
  (template.households[household]?.id ?? '').replace(TEMPLATE_ID, villageId(at));
export const visitIds = (at: number): [from: string, to: string] => [
  `${villageId(at)}-2018-01-22`,
  `${villageId(at)}-2018-07-02`,
];

function villageAt(at: number): VillageRecord {
  const record = JSON.parse(text.replaceAll(TEMPLATE_ID, villageId(at))) as VillageRecord;
  return { ...record, village: { ...record.village, countyCode: countyCode(at) } };
}

/** Loads the villages from one number up to another, over as many connections as there are. */
export async function loadVillages(
  clients: readonly ClientBase[],
  from: number,
  upTo: number,
  told: (loaded: number) => void,
): Promise<void> {
  let next = from;
  await Promise.all(
    clients.map(async (client) => {
      for (let at = next++; at < upTo; at = next++) {
        await loadRecords(client, { records: [villageAt(at)] });
        told(at - from + 1);
      }
    }),
  );
}
