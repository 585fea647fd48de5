import { DatabaseError, type Pool } from 'pg';
import { countyCodeOf, type Place } from '#src/domain/place.ts';
import { Gone, type Viewer } from '../port.ts';
import type { Statement } from './statements.ts';

/** A deadlock, or a transaction that another one overtook: nothing was written, and it may go better now. */
const AGAIN = new Set(['40P01', '40001']);
const UNIQUE = '23505';

/**
 * The table in which somebody else has the id, in a village that the viewer may not even
 * see; null for any other error.
 */
export const tableTaken = (error: unknown): string | null =>
  error instanceof DatabaseError && error.code === UNIQUE ? (error.table ?? '') : null;

/** The counties of the places, or null where one of them lies above the county. */
function countiesOf(places: readonly Place[]): string[] | null {
  const counties = places.map(countyCodeOf);
  const known = counties.filter((county) => county !== null);
  return known.length === counties.length ? [...new Set(known)] : null;
}

/**
 * Sends a viewer's statements. What the viewer may see goes with each of them. When nobody waits
 * any more, nothing further is sent, and no answer is made of what came.
 */
export function runnerFor(pool: Pool, { places, gone }: Viewer) {
  const scope = [places, countiesOf(places)];

  async function rows<Row extends object>(statement: Statement, given: unknown[] = []): Promise<Row[]> {
    const query = { ...statement, values: [...scope, ...given] };
    if (gone?.()) throw new Gone();
    const answer = await pool.query<Row>(query).catch((error: unknown) => {
      if (!(error instanceof DatabaseError) || !AGAIN.has(error.code ?? '')) throw error;
      return pool.query<Row>(query);
    });
    if (gone?.()) throw new Gone();
    return answer.rows;
  }

  return {
    rows,
    places,
    async value<Answer>(statement: Statement, given: unknown[]): Promise<Answer> {
      const [row] = await rows<{ answer: Answer }>(statement, given);
      if (!row) throw new Error(`${statement.name} answered nothing`);
      return row.answer;
    },
  };
}

export type Runner = ReturnType<typeof runnerFor>;
