import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Client, DatabaseError } from 'pg';
import { villageFile, withMasks, type VillageFile } from '#src/domain/village-file.ts';
import { openDatabase } from '../host/open-database.ts';
import { readSettings } from '../host/settings.ts';
import { withDatabase } from '../host/with-database.ts';
import { StartRefused } from '../postgres/refusal.ts';
import { loadAct, loadRecords } from '../store/postgres/load.ts';
import { openProgress } from './progress.ts';
import { run } from './run.ts';

/**
 * `npm run load FILE`: adds villages that are not there yet. The file is JSON, a list of
 * villages (`{ "record": …, "identifiers": […] }`), or, when its name ends in `.jsonl`,
 * one village a line: so it may be larger than the memory. All of it is checked before
 * anything is written.
 */
const MOST_TOLD = 20;
const UNIQUE = '23505';

async function* villagesIn(file: string): AsyncGenerator<[where: string, village: unknown]> {
  if (file.endsWith('.jsonl')) {
    let line = 0;
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      line += 1;
      if (text.trim() !== '') yield [`line ${line}`, parsed(text, `line ${line}`)];
    }
    return;
  }
  const list = parsed(await readFile(file, 'utf8'), file);
  if (!Array.isArray(list)) throw new StartRefused(`${file} is not a list of villages`);
  for (const [at, village] of list.entries()) yield [`village ${at + 1}`, village];
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new StartRefused(`${where} is not JSON`);
  }
}

/** The file's villages as they may be loaded; refuses with where and what, never with what it says. */
async function check(file: string): Promise<number> {
  const problems: string[] = [];
  let count = 0;
  for await (const [where, village] of villagesIn(file)) {
    count += 1;
    const { success, error } = villageFile.safeParse(village);
    if (success) continue;
    for (const { path, message, code } of error.issues)
      problems.push(`${where}: ${path.join('.')}: ${/^\w+$/.test(message) ? message : code}`);
  }
  if (problems.length === 0) return count;
  const told = problems.slice(0, MOST_TOLD);
  if (problems.length > told.length) told.push(`and ${problems.length - told.length} more`);
  throw new StartRefused(`${file} cannot be loaded, and nothing of it was:\n${told.join('\n')}`);
}

async function load(file: string): Promise<void> {
  const count = await check(file);
  const added = await withDatabase(readSettings(process.env, []), async (database) => {
    await openDatabase(database);
    const client = new Client(database);
    await client.connect();
    const progress = openProgress('villages', count);
    let loaded = 0;
    try {
      for await (const [, village] of villagesIn(file)) {
        loaded += await loadOne(client, villageFile.parse(village));
        progress.add(1);
      }
    } finally {
      progress.close();
      await client.end();
    }
    return loaded;
  });
  process.stdout.write(`${added} villages were added; ${count - added} were there already\n`);
}

async function loadOne(client: Client, village: VillageFile): Promise<number> {
  const { identifiers } = village;
  const record = withMasks(village);
  try {
    return await loadRecords(client, {
      records: [record],
      identifiers,
      actFor: (one) => loadAct(one, new Date()),
    });
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== UNIQUE) throw error;
    throw new StartRefused(
      `Village ${record.village.id} was not added, nor those after it: something in it bears an id that is taken (${error.constraint ?? 'village'})`,
    );
  }
}

run(async ([file, ...more]) => {
  if (file === undefined || more.length > 0) throw new StartRefused('Give the file to load');
  await load(file);
});
