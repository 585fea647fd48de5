import type { Identity } from '../../context.ts';
import { SEEN, SESSION } from '../lifetimes.ts';
import { digestOf, tokenIn } from '../secrets.ts';
import type { Parts } from './parts.ts';
import { actorIn, type SeatedRow } from './rows.ts';
import { tokenInCookie } from './session-cookie.ts';
import { statements } from './statements.ts';

const SECOND = 1000;

/**
 * Who sends a request: one round trip to the database, none for a cookie that we did
 * not sign. A bearer token that is none is nobody, whatever cookie comes with it.
 */
export function identityOf({ pool, clock, secret }: Pick<Parts, 'pool' | 'clock' | 'secret'>): Identity {
  return async (request) => {
    const now = clock();
    const noted = new Date(now.getTime() - SEEN);
    const bearer = tokenIn(request);
    if (bearer) {
      const { rows } = await pool.query<SeatedRow>({
        ...statements.whoseToken,
        values: [await digestOf(bearer), now, noted],
      });
      return rows[0] ? actorIn(rows[0], 'token') : null;
    }
    const token = tokenInCookie(request, secret);
    if (!token) return null;
    const { rows } = await pool.query<SeatedRow>({
      ...statements.whoseSession,
      values: [token, now, noted, SESSION.idle / SECOND, SESSION.absolute / SECOND],
    });
    return rows[0] ? actorIn(rows[0], 'session') : null;
  };
}
