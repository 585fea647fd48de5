import { describe, expect, it } from 'vitest';
import { contract } from '#src/contract/contract.ts';
import { describeAuthorization } from '#tests/support/authorization-suite.ts';
import { inMemory } from '#tests/support/memory-ports.ts';
import { routeNames } from '#tests/support/requests.ts';
import { validRequests } from '#tests/support/valid-requests.ts';

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
