import { expect, it } from 'vitest';
import { wire } from '#src/contract/wire.ts';

/** Ways in, which end. Of villages and what is in them nothing does: it is superseded, and the earlier stays. */
const ENDS = ['endSession', 'revokeToken', 'signOut'];

it('the API removes sessions and tokens, and nothing that was recorded', () => {
  const removing = Object.entries(wire)
    .filter(([, route]) => route['~orpc'].route.method === 'DELETE')
    .map(([name]) => name);
  expect(removing.toSorted()).toEqual(ENDS);
});
