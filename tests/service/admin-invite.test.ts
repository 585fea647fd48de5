import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sendJson } from '#tests/support/hosted.ts';
import { serve } from '#tests/support/serve.ts';

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'data-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}

/** Runs `npm run admin:invite`: what it said, to whom, and its exit code. */
function invite(dataDir: string, ...args: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir };
  return new Promise<{ code: number; said: string; complained: string }>((done) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'server/admin-invite.ts', ...args],
      { env },
      (error, said, complained) => done({ code: Number(error?.code ?? 0), said, complained }),
    );
  });
}

const secretIn = (said: string): string => /\/invitation#([\w-]{43})\n$/.exec(said)?.[1] ?? '';

// Each starts a PostgreSQL several times over.
describe('a link from the command line', { timeout: 600_000 }, () => {
  it('is refused for whoever is no administrator, in one line', async () => {
    const dataDir = await folder();
    expect(await invite(dataDir, 'a', 'b')).toMatchObject({
      code: 1,
      complained: 'Give the sign-in name of one administrator, or nothing for admin\n',
    });
    expect((await invite(dataDir)).code).toBe(0);
    expect(await invite(dataDir, 'nobody')).toEqual({
      code: 1,
      said: '',
      complained: 'nobody is no administrator; administrators are: admin\n',
    });
  });

  it('opens the service that starts afterwards, and another the one that runs', async () => {
    const dataDir = await folder();
    const before = await invite(dataDir);
    expect(before).toMatchObject({ code: 0, complained: '' });
    const service = serve({ DATA_DIR: dataDir });
    onTestFinished(async () => {
      service.signal('SIGTERM');
      await service.ended;
    });
    const url = await service.ready;
    const now = await invite(dataDir, 'admin');
    expect(now).toMatchObject({ code: 0, complained: '' });
    const open = (secret: string) => sendJson(`${url}/api/invitations/open`, 'POST', { secret });
    expect((await open(secretIn(before.said))).status).toBe(404);
    expect(JSON.parse((await open(secretIn(now.said))).text)).toMatchObject({ signInName: 'admin' });
  });
});
