import { execFile } from 'node:child_process';
import { appendFile, copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Made-up violations: the rule that must speak, the file that breaks it, the line that does. */
const probes: [rule: string, file: string, line: string][] = [
  ['layers: src/main.tsx', 'src/main.tsx', `import '#src/domain/day.ts';`],
  ['mock on demand', 'src/main.tsx', `import '#mocks/browser.ts';`],
  ['layers: src/app/', 'src/app/app.tsx', `import '#src/contract/contract.ts';`],
  ['layers: src/features/', 'src/features/one/page.tsx', `import '#src/app/app.tsx';`],
  ['features apart', 'src/features/one/typed.ts', `import type { Page } from '#src/features/two/page.tsx';`],
  ['features apart', 'src/features/one/lazy.ts', `export const page = () => import('../two/page.tsx');`],
  ['layers: src/parts/', 'src/parts/mark.tsx', `import '#src/features/two/page.tsx';`],
  ['layers: src/ui/', 'src/ui/table.tsx', `import '#src/domain/day.ts';`],
  ['layers: src/charts/', 'src/charts/slope.tsx', `import '#src/domain/day.ts';`],
  ['layers: src/api/', 'src/api/client.ts', `import '#server/app.ts';`],
  ['layers: src/offline/', 'src/offline/outbox.ts', `import '#src/api/client.ts';`],
  ['layers: src/messages/', 'src/messages/words.ts', `import '#src/ui/table.tsx';`],
  ['layers: src/contract/', 'src/contract/contract.ts', `import '#src/messages/words.ts';`],
  ['layers: src/domain/', 'src/domain/day.ts', `import '#src/contract/problems.ts';`],
  ['layers: src/domain/', 'src/domain/seeded.ts', `import '#tests/support/seed.ts';`],
  ['layers: src/worker/', 'src/worker/main.ts', `import '#src/domain/day.ts';`],
  ['packages: src/worker/', 'src/worker/stored.ts', `import 'idb';`],
  ['layers: server/', 'server/app.ts', `import '#src/api/queries.ts';`],
  ['layers: server/', 'server/host/sampled.ts', `import '#mocks/sample/sample.ts';`],
  ['layers: server/main.ts', 'server/main.ts', `import '#mocks/node.ts';`],
  ['layers: mocks/', 'mocks/browser.ts', `import '#src/app/app.tsx';`],
  ['packages: src/domain/', 'src/domain/drawn.ts', `import 'react';`],
  ['packages: src/contract/', 'src/contract/served.ts', `import '@orpc/server';`],
  ['packages: src/messages/', 'src/messages/styled.ts', `import '@mantine/core';`],
  ['packages: src/ui/', 'src/ui/stored.ts', `import 'idb';`],
  ['packages: src/charts/', 'src/charts/fetched.ts', `import '@tanstack/react-query';`],
  ['msw in mocks', 'server/mocked.ts', `import 'msw';`],
  ['recharts in charts', 'src/features/two/drawn.tsx', `import 'recharts';`],
  ['web standards alone', 'server/routes/files.ts', `import 'node:fs';`],
  ['web standards alone', 'server/store/kept.ts', `import 'node:fs';`],
  ['host around the app', 'server/routes/hosted.ts', `import '#server/postgres/start.ts';`],
  ['host around the app', 'mocks/hosted.ts', `import '#server/store/postgres/store.ts';`],
  ['packages of the host', 'server/routes/query.ts', `import 'pg';`],
  ['packages of the host', 'server/routes/copied.ts', `import 'pg-copy-streams';`],
  ['host around the app', 'server/routes/kept.ts', `import '#server/backup/make-backup.ts';`],
  ['packages of the host', 'server/accounts/plain.ts', `import 'better-auth';`],
  ['host around the app', 'server/accounts/memory.ts', `import './postgres/create-accounts.ts';`],
  ['web standards alone', 'src/app/paths.ts', `import 'path';`],
  ['no circle', 'src/domain/egg.ts', `import type { Hen } from './hen.ts';`],
  ['no orphan', 'src/domain/forgotten.ts', `export const forgotten = 1;`],
  ['resolvable', 'src/domain/lost.ts', `import './nowhere.ts';`],
];

/** What they import, and what is allowed: none of it may be reported. */
const lawful: [file: string, line: string][] = [
  ['server/backup/make-backup.ts', `import 'node:fs';`],
  ['src/main.tsx', `export const mock = () => import('#mocks/browser.ts'); import '#src/app/app.tsx';`],
  ['src/app/app.tsx', `import '#src/features/two/page.tsx'; import './paths.ts';`],
  [
    'src/features/two/page.tsx',
    `export const Page = () => <p className="page" />; import './parts/row.tsx';`,
  ],
  ['src/features/two/parts/row.tsx', `import '../cells.ts'; import '#src/domain/zod-alone.ts';`],
  ['src/features/two/cells.ts', `import '#src/parts/plain.tsx'; import '#src/api/queries.ts';`],
  ['src/parts/plain.tsx', `import '#src/ui/plain.tsx'; import '#src/charts/plain.tsx';`],
  ['src/ui/plain.tsx', `import '@mantine/core'; import '#src/messages/plain.ts';`],
  ['src/charts/plain.tsx', `import 'recharts'; import '#src/messages/plain.ts';`],
  ['src/messages/plain.ts', `import '#src/domain/zod-alone.ts';`],
  ['src/api/queries.ts', `import '#src/contract/problems.ts';`],
  ['src/contract/problems.ts', `import '#src/domain/zod-alone.ts';`],
  ['src/domain/zod-alone.ts', `import 'zod';`],
  ['src/domain/hen.ts', `import type { Egg } from './egg.ts';`],
  [
    'server/main.ts',
    `import 'node:fs'; import './routes/plain.ts'; import './host/server.ts'; import '#mocks/sample/sample.ts';`,
  ],
  ['mocks/sample/sample.ts', `import '#src/domain/zod-alone.ts';`],
  ['server/host/server.ts', `import 'node:http'; import 'hono'; import '#server/store/postgres/store.ts';`],
  ['server/store/postgres/store.ts', `import 'pg'; import '#server/postgres/start.ts';`],
  ['server/postgres/start.ts', `import 'node:child_process';`],
  ['server/accounts/postgres/create-accounts.ts', `import 'better-auth'; import 'node:crypto';`],
  ['server/routes/plain.ts', `import '#src/contract/problems.ts';`],
  ['mocks/node.ts', `import 'msw'; import '#server/routes/plain.ts';`],
  ['tests/support/seed.ts', `import '#mocks/node.ts'; import 'node:fs';`],
];

interface Report {
  summary: { violations: { from: string; rule: { name: string } }[] };
}

describe('the layer rules', () => {
  let tree: string;
  let reported: string[] = [];

  beforeAll(async () => {
    await mkdir('.cache', { recursive: true });
    tree = await mkdtemp(resolve('.cache/layers-'));
    await copyFile('package.json', join(tree, 'package.json'));
    for (const [file, line] of [...probes.map(([, at, text]) => [at, text] as const), ...lawful]) {
      await mkdir(dirname(join(tree, file)), { recursive: true });
      await appendFile(join(tree, file), `${line}\n`);
    }
    const { summary } = await cruise(tree);
    reported = [...new Set(summary.violations.map(({ rule, from }) => `${rule.name} ← ${from}`))];
  });
  afterAll(() => rm(tree, { recursive: true }));

  it.each(probes)('“%s” speaks against %s with %s', (rule, file) => {
    expect(reported).toContain(`${rule} ← ${file}`);
  });

  it('speak against nothing else', () => {
    const expected = new Set(probes.map(([rule, file]) => `${rule} ← ${file}`));
    expect(reported.filter((line) => !expected.has(line))).toEqual([]);
  });

  it('each have a probe', async () => {
    const { default: rules } = (await import(/* @vite-ignore */ resolve('.dependency-cruiser.mjs'))) as {
      default: { forbidden: { name: string }[] };
    };
    const probed = new Set(probes.map(([rule]) => rule));
    expect(rules.forbidden.map(({ name }) => name).filter((name) => !probed.has(name))).toEqual([]);
  });
});

/** Cruises a made-up tree with the rules of this one. */
function cruise(cwd: string): Promise<Report> {
  const args = [
    '--config',
    resolve('.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    'src',
    'server',
    'mocks',
    'tests',
  ];
  return new Promise((done, failed) => {
    // Its exit code counts the violations: only a report that is none is a failure.
    execFile(resolve('node_modules/.bin/depcruise'), args, { cwd, maxBuffer: 2 ** 26 }, (error, stdout) => {
      try {
        done(JSON.parse(stdout) as Report);
      } catch {
        failed(error ?? new Error('dependency-cruiser reported nothing'));
      }
    });
  });
}
