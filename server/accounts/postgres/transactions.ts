import { AsyncLocalStorage } from 'node:async_hooks';
import type { PostgresPool } from 'kysely';
import type { Pool, PoolClient } from 'pg';

export interface Transactions {
  /** Runs the work in one transaction: what it throws undoes all of it. */
  inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T>;
  /**
   * The pool as better-auth sees it: called within `inTransaction` it hands out that
   * transaction's connection, so that what better-auth writes stands or falls with
   * what we write.
   */
  shared: PostgresPool;
}

export function createTransactions(pool: Pool): Transactions {
  const running = new AsyncLocalStorage<{ client: PoolClient | null }>();

  return {
    async inTransaction(work) {
      const client = await pool.connect();
      const transaction: { client: PoolClient | null } = { client };
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const answer = await running.run(transaction, () => work(client));
        await client.query('commit');
        return answer;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        throw error;
      } finally {
        transaction.client = null;
        client.release(broken);
      }
    },

    shared: {
      async connect() {
        const client = running.getStore()?.client;
        if (!client) return pool.connect();
        return {
          query: client.query.bind(client) as PoolClient['query'],
          release: () => undefined,
        };
      },
      end: async () => undefined,
    },
  };
}
