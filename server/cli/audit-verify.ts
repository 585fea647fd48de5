import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod';
import { openDatabase } from '../host/open-database.ts';
import { readSettings } from '../host/settings.ts';
import { withDatabase } from '../host/with-database.ts';
import { StartRefused } from '../postgres/refusal.ts';
import { sealOf, verifyAudit, type Break, type Head } from '../store/postgres/verify-audit.ts';
import { run } from './run.ts';

/**
 * `npm run audit:verify`: computes the whole audit trail anew and names the first broken
 * link. `--keep FILE` writes down where each chain stands; `--against FILE` asks whether
 * what was written down then is part of the chains still.
 */
const kept = z.strictObject({
  seal: z.string(),
  heads: z.array(
    z.strictObject({ county: z.string(), chain: z.string(), number: z.int(), hash: z.string() }),
  ),
});

const words: Record<Break['wrong'], string> = {
  missing: 'is missing',
  altered: 'was altered',
  reordered: 'was moved there from another place in the chain',
  headDiffers: 'is the last one, and the head of the chain says otherwise',
  keptHeadDiffers: 'is another than the one that was kept',
};

async function headsIn(file: string): Promise<Head[]> {
  const { success, data } = kept.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!success || sealOf(data.heads) !== data.seal)
    throw new StartRefused(`${file} holds no heads that were kept, or was changed since`);
  return data.heads;
}

run(async (args) => {
  const { values } = parseArgs({
    args,
    options: { keep: { type: 'string' }, against: { type: 'string' } },
  });
  const before = values.against === undefined ? [] : await headsIn(values.against);
  const { chains, entries, broken, heads, seal } = await withDatabase(
    readSettings(process.env, []),
    async (database) => {
      await openDatabase(database);
      const client = new Client(database);
      await client.connect();
      try {
        await client.query('begin isolation level repeatable read, read only');
        return await verifyAudit(client, before);
      } finally {
        await client.end();
      }
    },
  );
  if (broken) {
    const { county, chain, number, wrong } = broken;
    throw new StartRefused(
      `The audit trail is broken: in chain ${chain} (county ${county}), entry ${number} ${words[wrong]}`,
    );
  }
  if (values.keep !== undefined)
    await writeFile(values.keep, `${JSON.stringify({ seal, heads }, null, 1)}\n`, {
      flag: 'wx',
      mode: 0o600,
    });
  const since = before.length > 0 ? `, and hold the ${before.length} heads that were kept` : '';
  process.stdout.write(
    `${entries} entries in ${chains} chains follow from one another${since}\nSeal: ${seal}\n`,
  );
});
