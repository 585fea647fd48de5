import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { restoreBackup } from '../backup/restore-backup.ts';
import { reachDatabase } from '../host/open-database.ts';
import { readSettings } from '../host/settings.ts';
import { withDatabase } from '../host/with-database.ts';
import { StartRefused } from '../postgres/refusal.ts';
import { openProgress } from './progress.ts';
import { run } from './run.ts';

/** `npm run restore FILE`: a backup into an empty database, or, with `--replace`, instead of what it holds. */
run(async (args) => {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new StartRefused('Give the backup to restore');
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  const restored = await withDatabase(
    readSettings(process.env, []),
    async (database) => {
      const progress = openProgress('bytes', size);
      try {
        const { replace } = values;
        return await reachDatabase(database, () =>
          restoreBackup(database, file, { replace, told: progress.add }),
        );
      } finally {
        progress.close();
      }
    },
    { alone: true },
  );
  process.stdout.write(
    `${restored.rows} rows were restored as they were at ${restored.madeAt}\nSeal of the audit trail: ${restored.seal}\n`,
  );
});
