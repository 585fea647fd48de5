import type { ClientBase } from 'pg';
import { canonical, type Act } from '#src/domain/audit.ts';

const APPEND = { name: 'accounts-append', text: 'select app.append_account_act($1)' };

/** Appends to the chain of accounts, within the caller's transaction. */
export async function appendAccountsAct(client: ClientBase, act: Act): Promise<void> {
  await client.query({ ...APPEND, values: [canonical(act)] });
}
