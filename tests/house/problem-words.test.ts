import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import * as contract from '#src/contract/problems.ts';
import { problems } from '#src/messages/problems.ts';

/** Codes that a schema gives where it stands: `{ error: 'tooLong' }`. */
const GIVEN = /error: '([a-zA-Z]+)'/g;

it('there are words for every way in which the API says no', () => {
  const codes = Object.values(contract).flatMap((given) =>
    Array.isArray(given) ? given : Object.keys(given),
  );
  expect(codes.length).toBeGreaterThan(40);
  expect(codes.filter((code) => !(code in problems.en))).toEqual([]);
});

it('there are words for everything that a schema finds wrong', async () => {
  const files = (await readdir('src/domain')).map((file) => readFile(join('src/domain', file), 'utf8'));
  const codes = (await Promise.all(files)).flatMap((text) =>
    [...text.matchAll(GIVEN)].map(([, code]) => code ?? ''),
  );
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !(code in problems.en))).toEqual([]);
});
