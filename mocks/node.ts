import { setupServer } from 'msw/node';
import { createMemoryStores } from '#server/store/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import type { Role } from '#src/domain/permission.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { controlsOf } from './controls.ts';
import { chooseRole, keptInMemory } from './eyes.ts';
import { createHandlers } from './handlers.ts';
import { identifiersOf } from './sample/identifiers.ts';
import { sampleRecords } from './sample/sample.ts';

/** The mocked service for tests, as one role sees it; a new one is a reset one. */
export function createMockServer(
  records: readonly VillageRecord[] = sampleRecords,
  seenAs: Role | null = 'villageCadre',
) {
  const audit = new MemoryAudit();
  const stores = createMemoryStores({ records, identifiers: identifiersOf(records), audit });
  const kept = keptInMemory();
  chooseRole(kept, seenAs);
  const controls = controlsOf(kept, async () => {});
  return Object.assign(setupServer(...createHandlers({ stores, audit, kept })), {
    seeAs: controls.seeAs,
    controls,
  });
}
