import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { createApp } from '#server/app.ts';
import type { HostParts } from '#server/host/host.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { identifiersOf } from '#mocks/sample/identifiers.ts';
import { sampleActors } from '#mocks/sample/actors.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';

/** Mounts the app over the sample in memory, asked by the sample's village cadre. */
export const mountSample: HostParts['mount'] = ({ identity, trouble }) => {
  const audit = new MemoryAudit();
  const clock = () => new Date('2018-07-16T04:00:00.000Z');
  const identifiers = identifiersOf(sampleRecords);
  const stores = createMemoryStores({ records: sampleRecords, identifiers, audit });
  const { accounts } = createMemoryAccounts({ actors: [], clock, audit });
  const who = identity(async () => sampleActors.villageCadre);
  return createApp({ stores, accounts, clock, identity: who, trouble, sample: true });
};
