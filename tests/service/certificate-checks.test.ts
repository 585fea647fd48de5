import { constantFrom, integer, option, record, sample, stringMatching } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '#server/postgres/start.ts';
import { loadRecords } from '#server/store/postgres/load.ts';
import { migrate, migrations } from '#server/store/postgres/migrate.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import { findingsIn } from '#src/domain/certificate-check.ts';
import { checkCharacter } from '#src/domain/certificate-number.ts';
import { certificateOf, wrongCertificateOf } from '#tests/support/certificate.ts';
import { freshDatabase } from '#tests/support/postgres.ts';
import { asOwner, emptyDatabase } from '#tests/support/postgres-store.ts';
import { member } from '#tests/support/questions.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { seeded } from '#tests/support/seed.ts';
import { everywhere } from '#tests/support/store-suite.ts';

const run = seeded<unknown>(4000);

const numbered = (value: string) =>
  ({ householdId: 'a', memberId: 'm', kind: 'certificate', value }) as const;
const records = () => [
  new RecordBuilder('v')
    .household('a', { members: [member('m', { birthYear: 1960, sex: 'female' }), member('n')] })
    .household('b').record,
];

/** The checks of the members of household a, as the service tells them. */
async function checksIn(connection: Connection) {
  const pool = openPool({ ...connection, max: 1 });
  const record = await createPostgresStores({ pool }).as(everywhere).villageRecord('v');
  await pool.end();
  return record?.households[0]?.members.map(({ certificateChecks }) => certificateChecks);
}

describe('certificate numbers in PostgreSQL', () => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await emptyDatabase();
  });

  it(`are found what the domain finds of them (seed ${run.seed})`, async () => {
    const asked = sample(
      record({
        // Days that are and days that are none, with check signs that fit and others.
        digits: record({
          place: constantFrom('999901', '99990X'),
          year: constantFrom('1900', '1960', '2000', '2016', '2018', '0000'),
          month: integer({ min: 0, max: 13 }),
          date: constantFrom(0, 1, 28, 29, 30, 31, 32),
          three: stringMatching(/^\d{3}$/),
        }),
        check: option(stringMatching(/^[0-9X]$/)),
        more: constantFrom('', '', '11', '11B2', '1'),
        birthYear: constantFrom(null, 1960, 2000),
        sex: constantFrom('female' as const, 'male' as const, 'unknown' as const),
      }),
      { ...(run.seed !== undefined && { seed: run.seed }), numRuns: run.numRuns ?? 4000 },
    ).map(({ digits: d, check, more, birthYear, sex }) => {
      const two = (n: number) => String(n).padStart(2, '0');
      const digits = `${d.place}${d.year}${two(d.month)}${two(d.date)}${d.three}`;
      return { number: digits + (check ?? checkCharacter(digits)) + more, birthYear, sex };
    });
    const told = await asOwner(connection, (client) =>
      client.query<{ found: string[] }>(
        `select app.certificate_found(x.number, x."birthYear", x.sex) as found
         from rows from (
           json_to_recordset($1) as (number text, "birthYear" integer, sex text)
         ) with ordinality as x (number, "birthYear", sex, nth) order by x.nth`,
        [JSON.stringify(asked)],
      ),
    );
    const expected = asked.map((one) => findingsIn(one, one.number));
    expect(told.rows.map(({ found }) => found)).toEqual(expected);
    expect(new Set(expected.map((found) => found.join())).size).toBe(5);
  });

  it('are checked again when the member’s year of birth or sex is corrected', async () => {
    await asOwner(connection, async (client) => {
      await loadRecords(client, {
        records: records(),
        identifiers: [numbered(certificateOf('19610101', '001'))],
      });
      const corrected = async (name: string, value: string | number): Promise<unknown> => {
        await client.query('begin');
        await client.query(`select app.enter('{cn}')`);
        await client.query(
          `update app.household set members = (
             select json_agg(jsonb_set(m, array[$1], $2) order by m ->> 'id') from jsonb_array_elements(members::jsonb) m
           ) where id = 'a'`,
          [name, JSON.stringify(value)],
        );
        await client.query('commit');
        return checksIn(connection);
      };
      expect(await checksIn(connection)).toEqual([
        [{ on: null, found: ['certificateBirthYear', 'certificateSex'] }],
        [],
      ]);
      expect(await corrected('birthYear', 1961)).toEqual([[{ on: null, found: ['certificateSex'] }], []]);
      expect(await corrected('health', 'disabled')).toEqual([[{ on: null, found: ['certificateSex'] }], []]);
      expect(await corrected('sex', 'male')).toEqual([[{ on: null, found: [] }], []]);
    });
  });

  it('that were entered before there were checks are checked by the step that brings them', async () => {
    const old = await freshDatabase();
    const steps = await migrations();
    await migrate(old, steps.slice(0, 16));
    await asOwner(old, async (client) => {
      const [village, ...none] = records();
      if (!village || none.length > 0) throw new Error('the test has another village');
      const { contactPoint, households } = village;
      const plain = households.map((h) => ({
        ...h,
        members: h.members.map((m) => ({ ...m, certificateChecks: undefined })),
      }));
      const number = numbered(wrongCertificateOf('19600101', '002'));
      // As it was loaded then: village, contact point, last number, and the lists.
      const lists = [plain, [], [], [], [], [], [], [], [], [number]];
      await client.query(
        `select app.load_village($1, $2, 0, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, null)`,
        [village.village, contactPoint, ...lists].map((part) => JSON.stringify(part)),
      );
    });
    await migrate(old);
    expect(await checksIn(old)).toEqual([[{ on: null, found: ['certificateOdd'] }], []]);
  });
});
