import type { ClientBase } from 'pg';
import { canonical, type Act } from '#src/domain/audit.ts';
import { appendAccountAct } from '../../store/postgres/statements.ts';

/** Appends to the chain of accounts, within the caller's transaction. */
export async function appendAccountsAct(client: ClientBase, act: Act): Promise<void> {
  await client.query({ ...appendAccountAct, values: [canonical(act)] });
}
