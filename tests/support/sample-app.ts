import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createApp } from '#server/app.ts';
import type { HostParts } from '#server/host/host.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { identifiersOf } from '#mocks/sample/identifiers.ts';
import { sampleActors } from '#mocks/sample/actors.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';

/**
 * Mounts the app over records in memory, asked by the sample's village cadre, who works in all of them. What is written
 * stays for whoever mounts it again.
 */
export function mountRecords(records: readonly VillageRecord[]): HostParts['mount'] {
  const places = records.map(({ village }) => placeOf(village));
  const audit = new MemoryAudit();
  const clock = () => new Date('2018-07-16T04:00:00.000Z');
  const stores = createMemoryStores({ records, identifiers: identifiersOf(records), audit });
  const { accounts } = createMemoryAccounts({ actors: [], clock, audit });
  return ({ identity, trouble }) => {
    const who = identity(async () => ({ ...sampleActors.villageCadre, places }));
    return createApp({ stores, accounts, clock, identity: who, trouble, sample: true });
  };
}

/** A fresh one each time. */
export const mountSample: HostParts['mount'] = (around) => mountRecords(sampleRecords)(around);
