import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { passwordIn, SUPERUSER } from './cluster.ts';
import { socketFolder } from './socket-folder.ts';
import { PORT, type Connection } from './start.ts';

/** The way to the PostgreSQL that a running service keeps on a data folder. */
export async function runningPostgres(dataDir: string): Promise<Connection> {
  const home = await realpath(dataDir);
  return {
    host: await socketFolder(home, 'sockets'),
    port: PORT,
    user: SUPERUSER,
    password: await passwordIn(join(home, 'postgres')),
    database: 'postgres',
  };
}
