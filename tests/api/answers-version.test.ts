import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { isOfVillages } from '#src/api/client.ts';
import { ANSWERS_VERSION } from '#src/contract/answers-version.ts';
import { contract } from '#src/contract/contract.ts';
import { canonical } from '#src/domain/audit.ts';

/** Of the form of every answer that a device keeps; another one asks for another `ANSWERS_VERSION`. */
const FORM = { version: 2, hash: 'b506ded3456137d9' };

it('is another as soon as an answer that devices keep has another form', () => {
  const kept = Object.entries(contract).filter(
    ([name, { '~orpc': of }]) => of.route.method === 'GET' && (name === 'photo' || isOfVillages(name)),
  );
  expect(kept.length).toBeGreaterThan(10);
  const forms = kept.map(([name, { '~orpc': of }]) => {
    if (!of.outputSchema) throw new Error(`${name} does not say what it answers`);
    return [name, z.toJSONSchema(of.outputSchema)];
  });
  const hash = createHash('sha256')
    .update(canonical(Object.fromEntries(forms)))
    .digest('hex')
    .slice(0, 16);
  expect({ version: ANSWERS_VERSION, hash }, 'raise ANSWERS_VERSION, then write down this form').toEqual(
    FORM,
  );
});
