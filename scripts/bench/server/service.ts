import { createAccounts } from '#server/accounts/postgres/create-accounts.ts';
import { createApp } from '#server/app.ts';
import { createHost } from '#server/host/host.ts';
import { listen } from '#server/host/listen.ts';
import { createLog } from '#server/host/log.ts';
import { openPool } from '#server/store/postgres/pool.ts';
import { createPostgresStores } from '#server/store/postgres/store.ts';
import type { Actor } from '#src/domain/account.ts';
import type { Act } from '#src/domain/audit.ts';
import { toldDatabase, toldVillages, type Started } from './child.ts';
import type { Cookies } from './scenarios.ts';
import { countyCode, villageId, VILLAGES_EACH_COUNTY, villagePlace } from './villages.ts';

/**
 * The service as it is served, in a process of its own, with rates that nobody
 * reaches, an office signed in for each county and a cadre for each village. `--cold`: no record is
 * kept in the process, each request has PostgreSQL tell the whole village.
 */
const cold = process.argv.includes('--cold');
const NEVER = { requests: 1e9, seconds: 60 };
const pool = openPool({ ...toldDatabase(), max: 20 });
const clock = () => new Date();
const plain = {
  hash: async (password: string) => password,
  verify: async ({ hash, password }: { hash: string; password: string }) => hash === password,
};
const { accounts, identity } = createAccounts({
  pool,
  clock,
  secret: 'the secret of a benchmark, long enough to sign',
  passwords: plain,
  rates: { address: { tries: 1e6, seconds: 60 }, name: { tries: 1e6, seconds: 60 } },
});
const stores = createPostgresStores({ pool, ...(cold && { cache: false }) });

const host = createHost({
  mount: ({ identity: seen, trouble, gone }) =>
    createApp({ stores, accounts, clock, identity: seen(identity), trouble, gone }),
  ready: () => pool.query('select 1'),
  dashboard: null,
  log: createLog(),
  trustProxy: false,
  rates: { address: NEVER, account: NEVER, signIn: NEVER },
});

const act = (id: string): Act => ({
  at: clock().toISOString(),
  actor: null,
  action: 'invite',
  place: null,
  subject: { kind: 'account', id },
  householdId: null,
  reason: null,
  before: null,
  after: null,
});

/** The cookie of a new account in that seat. */
async function signedIn(role: Actor['role'], places: string[], name: string): Promise<string> {
  const id = crypto.randomUUID();
  const seating = { signInName: `${name}-${id.slice(0, 8)}`, name, role, places };
  const invitation = await accounts.invite(id, seating, act(id));
  const password = `${id} password`;
  await accounts.accept(invitation?.secret ?? '', password, act(id));
  const request = new Request('http://bench.test/api/session', { method: 'POST' });
  const answer = await accounts.signIn({ signInName: seating.signInName, password }, request, () => act(id));
  if (answer.outcome !== 'signedIn') throw new Error(`nobody signed in as ${role}: ${answer.outcome}`);
  return answer.cookies[0]?.split(';')[0] ?? '';
}

const villages = toldVillages();
const cookies: Cookies = { office: {}, cadre: {} };
for (let at = 0; at < villages; at += VILLAGES_EACH_COUNTY) {
  const county = countyCode(at);
  const place = villagePlace(at).split('/').slice(0, 4).join('/');
  cookies.office[county] = await signedIn('office', [place], 'office');
  const inCounty = Array.from({ length: Math.min(VILLAGES_EACH_COUNTY, villages - at) }, (_, n) => at + n);
  await Promise.all(
    inCounty.map(async (village) => {
      cookies.cadre[villageId(village)] = await signedIn('villageCadre', [villagePlace(village)], 'cadre');
    }),
  );
}

const { url } = await listen(host, { port: 0, hostname: '127.0.0.1' });
process.send?.({ url, cookies } satisfies Started);
