import { setupServer } from 'msw/node';
import { createMemoryStore } from '#server/store/memory.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { createHandlers } from './handlers.ts';
import { sampleRecords } from './sample/sample.ts';

/** The mocked service for tests; a new one is a reset one. */
export function createMockServer(records: readonly VillageRecord[] = sampleRecords) {
  return setupServer(...createHandlers(createMemoryStore(records)));
}
