import type { Role } from '#src/domain/permission.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { createMockServer } from '#mocks/node.ts';

type MockServer = ReturnType<typeof createMockServer>;
let current: MockServer | undefined;

/**
 * Opens a fresh mocked service on the sample data, or on other records, as one role sees
 * it (null: nobody is signed in), in place of the one that runs. Each component test
 * begins with a fresh one on the sample data, as a village's cadre sees it.
 */
export function openMockServer(
  ...given: [records?: readonly VillageRecord[] | undefined, role?: Role | null]
): MockServer {
  closeMockServer();
  current = createMockServer(...given);
  current.listen({ onUnhandledRequest: 'error' });
  return current;
}

/** The service of this test, for its faults: `mockServer().use(...)` with MSW's handlers. */
export function mockServer(): MockServer {
  return current ?? openMockServer();
}

/** Ends it; what it was told to answer ends with it. */
export function closeMockServer(): void {
  current?.close();
  current = undefined;
}
