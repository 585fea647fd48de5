import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);
const plain = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
const parts = ['format:check', 'lint', 'types', 'layers', 'dead-code'];

describe('npm run check', () => {
  it('is made of the parts that are run here', async () => {
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as { scripts: { check: string } };
    expect(scripts.check).toBe(parts.map((part) => `npm run ${part}`).join(' && '));
  });

  it.each(parts)('finds nothing to mend: %s', async (part) => {
    const found = await run('npm', ['run', '--silent', part], { env: plain }).then(
      () => 'nothing',
      ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}\n${stderr}`,
    );
    expect(found).toBe('nothing');
  });
});
