import { describe, expect, it } from 'vitest';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import { contract } from '#src/contract/contract.ts';
import { describeAuthorization } from '#tests/support/authorization-suite.ts';
import { routeNames } from '#tests/support/requests.ts';
import { validRequests } from '#tests/support/valid-requests.ts';
import type { OpenPorts } from '#tests/support/watched.ts';

const inMemory: OpenPorts = async (loaded, clock) => {
  const audit = new MemoryAudit();
  const { accounts } = createMemoryAccounts({ actors: [], clock, audit });
  return { stores: createMemoryStores({ ...loaded, audit }), accounts };
};

describe('the contract', () => {
  it.each(routeNames)('says who may call %s', (name) => {
    expect(contract[name]['~orpc'].meta.action).toBe(validRequests[name].action);
  });

  it('lets nobody in unknown but to sign in and out, and to ask what the service is', () => {
    const open = routeNames.filter((name) => contract[name]['~orpc'].meta.action === 'anyone');
    expect(open.toSorted()).toEqual(['about', 'acceptInvitation', 'invitation', 'signIn', 'signOut']);
  });
});

describeAuthorization('memory', inMemory);
