import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foreignText } from '../../scripts/foreign-text.ts';

describe('the production build', () => {
  let folder: string;
  beforeAll(async () => {
    await mkdir('.cache', { recursive: true });
    folder = await mkdtemp('.cache/foreign-');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps its budgets and carries nothing of the mock, the sample data or the server', async () => {
    const found = await promisify(execFile)('npm', ['run', '--silent', 'size']).then(
      () => 'nothing',
      ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}\n${stderr}`,
    );
    expect(found).toBe('nothing');
  });

  it('would be refused with the mock’s text in it', async () => {
    await writeFile(join(folder, 'clean.js'), 'console.log("联系点")');
    expect(await foreignText(folder)).toEqual([]);
    await writeFile(join(folder, 'mock.js'), 'const name = "样例联络员"');
    await writeFile(join(folder, 'library.js'), 'navigator.serviceWorker.register("/mockServiceWorker.js")');
    const found = await foreignText(folder);
    expect(found.join('\n')).toContain('mock.js carries “样例联络员” of mocks/sample/actors.ts');
    expect(found.join('\n')).toContain('library.js carries “mockServiceWorker” of msw');
  });
});
