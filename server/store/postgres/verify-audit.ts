import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { CHAIN_START, chainText, type Act } from '#src/domain/audit.ts';

/** Where a chain stood at some time. */
export interface Head {
  county: string;
  chain: string;
  number: number;
  hash: string;
}

/** The first thing that is wrong with a chain. */
export interface Break {
  county: string;
  chain: string;
  /** Of the entry; for a head, of the last entry it tells of. */
  number: number;
  wrong: 'missing' | 'altered' | 'reordered' | 'headDiffers' | 'keptHeadDiffers';
}

export interface Verdict {
  chains: number;
  entries: number;
  /** Of the first broken chain; the others are not looked at any more. */
  broken: Break | null;
  heads: Head[];
  /** SHA-256 over all heads: who keeps it can tell later whether the trail is still the same. */
  seal: string;
}

interface Row {
  number: number;
  prev_hash: string;
  hash: string;
  payload: string;
  at: string;
  action: string;
  actor_id: string | null;
  household_id: string | null;
  place: string | null;
}

const AT_ONCE = 5000;

const hashOf = (prevHash: string, number: number, payload: string): string =>
  createHash('sha256')
    .update(chainText(prevHash, number, payload))
    .digest('hex');

export const sealOf = (heads: readonly Head[]): string =>
  createHash('sha256')
    .update(heads.map(({ county, chain, number, hash }) => `${county}/${chain} ${number} ${hash}\n`).join(''))
    .digest('hex');

/**
 * Walks every chain of the audit trail and computes each hash anew; `kept` are heads of
 * an earlier walk, which have to be links of the chains still. The connection is of
 * whoever owns the schema, in a transaction of one snapshot.
 */
export async function verifyAudit(
  client: ClientBase,
  kept: readonly Head[] = [],
  told: (entries: number) => void = () => undefined,
): Promise<Verdict> {
  await client.query('set local role contact_points_keeper');
  const heads = await headsIn(client);
  const seal = sealOf(heads);
  let entries = 0;
  let broken: Break | null = null;
  for (const head of heads) {
    const { walked, wrong } = await walk(client, head, keptOf(kept, head));
    entries += walked;
    told(walked);
    if (wrong) {
      broken = wrong;
      break;
    }
  }
  broken ??= headless(heads, kept);
  return { chains: heads.length, entries, broken, heads, seal };
}

/** Chains with a head or with entries: one without the other is found as broken. */
export async function headsIn(client: ClientBase): Promise<Head[]> {
  const { rows } = await client.query<Head>(
    `select county_code as county, chain, coalesce(number, 0) as number, coalesce(hash, '') as hash
     from (
       select county_code, chain from app.audit_entry
       union select county_code, chain from app.audit_head
       union select county_code, id from app.village
     ) c
     left join app.audit_head using (county_code, chain)
     order by county_code, chain`,
  );
  return rows;
}

const keptOf = (kept: readonly Head[], { county, chain }: Head): Map<number, string> =>
  new Map(kept.filter((k) => k.county === county && k.chain === chain).map((k) => [k.number, k.hash]));

/** A chain of which an earlier walk knew, and of which nothing is left. */
function headless(heads: readonly Head[], kept: readonly Head[]): Break | null {
  const gone = kept.find((k) => !heads.some((h) => h.county === k.county && h.chain === k.chain));
  return gone ? { county: gone.county, chain: gone.chain, number: gone.number, wrong: 'missing' } : null;
}

async function walk(
  client: ClientBase,
  head: Head,
  kept: ReadonlyMap<number, string>,
): Promise<{ walked: number; wrong: Break | null }> {
  const { county, chain } = head;
  let walked = 0;
  let prev = CHAIN_START;
  const at = (number: number, wrong: Break['wrong']) => ({ walked, wrong: { county, chain, number, wrong } });
  for (;;) {
    const rows = await entriesAfter(client, head, walked);
    for (const row of rows) {
      const number = walked + 1;
      if (row.number !== number) return at(number, 'missing');
      if (row.prev_hash !== prev || row.hash !== hashOf(prev, number, row.payload)) {
        return at(number, (await isMoved(client, head, row)) ? 'reordered' : 'altered');
      }
      if (!isFoundAsTold(row)) return at(number, 'altered');
      const known = kept.get(number);
      if (known !== undefined && known !== row.hash) return at(number, 'keptHeadDiffers');
      prev = row.hash;
      walked = number;
    }
    if (rows.length < AT_ONCE) break;
  }
  const longest = Math.max(head.number, ...kept.keys());
  if (walked < longest) return at(walked + 1, 'missing');
  if (walked !== head.number || prev !== (head.hash || CHAIN_START) || head.hash === '') {
    return at(walked, 'headDiffers');
  }
  return { walked, wrong: null };
}

async function entriesAfter(client: ClientBase, { county, chain }: Head, after: number): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select number, prev_hash, hash, payload, at, action, actor_id, household_id, place
     from app.audit_entry where county_code = $1 and chain = $2 and number > $3 order by number limit $4`,
    [county, chain, after, AT_ONCE],
  );
  return rows;
}

/** Whether the entry is found by what it says itself. */
function isFoundAsTold({ payload, at, action, actor_id, household_id, place }: Row): boolean {
  const act = JSON.parse(payload) as Act;
  const told = [act.at, act.action, act.actor?.id ?? null, act.householdId, act.place];
  return [at, action, actor_id, household_id, place].every((beside, nth) => beside === told[nth]);
}

/** Whether what stands here was written elsewhere in the chain: its own hash is right there. */
async function isMoved(client: ClientBase, head: Head, row: Row): Promise<boolean> {
  for (let after = 0; ;) {
    const rows = await entriesAfter(client, head, after);
    const last = rows.at(-1);
    if (!last) return false;
    for (const { number } of rows) {
      if (number !== row.number && row.hash === hashOf(row.prev_hash, number, row.payload)) return true;
    }
    after = last.number;
  }
}
