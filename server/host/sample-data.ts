import { Client, type ClientConfig } from 'pg';
import { StartRefused } from '#server/postgres/refusal.ts';
import { loadAct, loadRecords } from '#server/store/postgres/load.ts';
import type { Stores } from '#server/store/port.ts';
import type { Identifier } from '#src/domain/identifier.ts';
import { EVERYWHERE, placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

export interface SampleData {
  records: readonly VillageRecord[];
  identifiers: readonly Identifier[];
}

/**
 * Whether every village in the database is one of the sample. An empty database is
 * given the sample first, if that is asked for; one that holds a village of its own
 * never is.
 */
export async function holdsSample(
  stores: Stores,
  owner: ClientConfig,
  { records, identifiers }: SampleData,
  isAskedFor: boolean,
): Promise<boolean> {
  const sample = new Set(records.map(({ village }) => placeOf(village)));
  const nodes = await stores.as({ accountId: 'service', places: [EVERYWHERE] }).placeNodes();
  const villages = nodes.filter(({ kind }) => kind === 'village');
  const isSample = villages.every(({ path }) => sample.has(path));
  if (!isAskedFor) return isSample && villages.length > 0;
  if (!isSample)
    throw new StartRefused(
      'The database holds villages of its own: --sample is for an empty one, so choose another DATA_DIR or database',
    );
  const client = new Client(owner);
  await client.connect();
  try {
    await loadRecords(client, { records, identifiers, actFor: (record) => loadAct(record, new Date()) });
  } finally {
    await client.end();
  }
  return true;
}
