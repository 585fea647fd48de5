import { guessedRows, makeBackup } from '../backup/make-backup.ts';
import { openDatabase } from '../host/open-database.ts';
import { readSettings } from '../host/settings.ts';
import { withDatabase } from '../host/with-database.ts';
import { StartRefused } from '../postgres/refusal.ts';
import { openProgress } from './progress.ts';
import { run } from './run.ts';

/** `npm run backup FILE`: everything that the service keeps, in one file, while it goes on. */
run(async ([file, ...more]) => {
  if (file === undefined || file.startsWith('-') || more.length > 0)
    throw new StartRefused('Give the file to write the backup to');
  const backup = await withDatabase(readSettings(process.env, []), async (database) => {
    await openDatabase(database);
    const progress = openProgress('rows', Math.round(await guessedRows(database)));
    try {
      return await makeBackup(database, file, progress.add);
    } finally {
      progress.close();
    }
  });
  process.stdout.write(
    `${file} holds ${backup.rows} rows of ${backup.tables} tables, identifiers in the clear among them: keep it as you keep the database\nSeal of the audit trail: ${backup.seal}\n`,
  );
});
