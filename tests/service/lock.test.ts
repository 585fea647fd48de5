import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { lockDataFolder } from '#server/host/lock.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const made of folders.splice(0)) await rm(made, { recursive: true });
});

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'lock-'));
  folders.push(made);
  return made;
}

/** Another process that holds the lock until it is killed, or says why it does not get it. */
async function holder(dataDir: string) {
  const program = `
    import { lockDataFolder } from '${resolve('server/host/lock.ts')}';
    try {
      await lockDataFolder('${dataDir}');
      console.log('held');
      setInterval(() => undefined, 1000);
    } catch (error) {
      console.log(error.message);
    }`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program]);
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    pid: child.pid,
    said: `${said}`.trim(),
    async kill() {
      if (child.exitCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

describe('the lock of a data folder', () => {
  it('refuses a second holder and names the first', async () => {
    const dataDir = await folder();
    const first = await lockDataFolder(dataDir);
    await expect(lockDataFolder(dataDir)).rejects.toThrow(
      `The data folder ${dataDir} is in use by process ${process.pid}`,
    );
    await first.release();
  });

  it('is free again after its release, any number of times', async () => {
    const dataDir = await folder();
    for (let time = 0; time < 3; time += 1) await (await lockDataFolder(dataDir)).release();
    expect(await readdir(join(dataDir, 'lock'))).toEqual(['3.sock']);
  });

  it('ends with a process that is killed', async () => {
    const dataDir = await folder();
    const killed = await holder(dataDir);
    expect(killed.said).toBe('held');
    await expect(lockDataFolder(dataDir)).rejects.toThrow(`process ${killed.pid}`);
    await killed.kill();
    await (await lockDataFolder(dataDir)).release();
  });

  it('is given to one of many who ask at once for what a killed process left', async () => {
    const dataDir = await folder();
    await (await holder(dataDir)).kill();
    const asked = await Promise.allSettled(Array.from({ length: 50 }, () => lockDataFolder(dataDir)));
    const given = asked.filter((one) => one.status === 'fulfilled');
    expect(given).toHaveLength(1);
    for (const one of given) await one.value.release();
  });

  it('is given to one of several processes that start at once', async () => {
    const dataDir = await folder();
    const all = await Promise.all(Array.from({ length: 4 }, () => holder(dataDir)));
    expect(all.filter(({ said }) => said === 'held')).toHaveLength(1);
    expect(all.filter(({ said }) => said.includes('is in use by process'))).toHaveLength(3);
    await Promise.all(all.map(({ kill }) => kill()));
  });

  it('holds in a folder whose path is too long for a socket', async () => {
    const dataDir = join(await folder(), 'long'.repeat(30));
    const first = await lockDataFolder(dataDir);
    await expect(lockDataFolder(dataDir)).rejects.toThrow('is in use');
    await first.release();
    await (await lockDataFolder(dataDir)).release();
  });
});
