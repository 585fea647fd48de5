import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

export interface OsUser {
  uid: number;
  gid: number;
}

/** The OS user that is made when root can run PostgreSQL as nobody else. */
const NAME = 'postgres';

/** The users whom the system lists, in its order; none where it keeps no such list. */
export async function readUsers(): Promise<(OsUser & { name: string })[]> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return text.split('\n').flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    return /^\d+$/.test(uid) && /^\d+$/.test(gid) ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** PostgreSQL's usual OS user, made when it is missing; null where it cannot be. */
export async function osUser(): Promise<OsUser | null> {
  const known = async () => (await readUsers()).find(({ name }) => name === NAME);
  const found = await known();
  if (found) return found;
  await promisify(execFile)('useradd', ['--system', '--user-group', '--no-create-home', NAME]).catch(
    () => null,
  );
  return (await known()) ?? null;
}
