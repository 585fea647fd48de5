import type { MemoryAccounts } from '#server/accounts/memory.ts';
import type { Accounts } from '#server/accounts/port.ts';
import type { Identity } from '#server/context.ts';
import { chooseRole, keepCookie, type Kept } from './eyes.ts';

const KEY = 'sample-accounts';

/**
 * Accounts in memory that outlive the page: each question starts from what was kept
 * last, in whatever tab, and what it changed is kept. The session's cookie is kept beside them.
 */
export function keptAccounts(
  { accounts, identity, dump, restore }: MemoryAccounts,
  kept: Kept,
): { accounts: Accounts; identity: Identity } {
  const untouched = JSON.stringify(dump());
  let known = untouched;
  const catchUp = (): void => {
    const now = kept.getItem(KEY) ?? untouched;
    if (now !== known) restore(JSON.parse(now) as ReturnType<typeof dump>);
    known = now;
  };
  const keep = (): void => {
    const now = JSON.stringify(dump());
    if (now !== known) kept.setItem(KEY, now);
    known = now;
  };
  const around =
    <Given extends unknown[], Answer>(verb: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      catchUp();
      const answer = await verb(...given);
      keep();
      return answer;
    };
  const verbs = Object.fromEntries(
    Object.entries(accounts).map(([name, verb]) => [name, around(verb as () => Promise<unknown>)]),
  ) as unknown as Accounts;
  return {
    identity: around(identity),
    accounts: {
      ...verbs,
      async signIn(...given) {
        const answer = await verbs.signIn(...given);
        if (answer.outcome === 'signedIn') keepCookie(kept, answer.cookies[0] ?? '');
        return answer;
      },
      async signOut(...given) {
        const cookies = await verbs.signOut(...given);
        chooseRole(kept, null);
        return cookies;
      },
    },
  };
}

/** Forgets everybody who was invited on the mock, and their sessions. */
export function resetAccounts(kept: Kept): void {
  kept.removeItem(KEY);
}
