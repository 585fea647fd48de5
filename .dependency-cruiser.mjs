import swc from '@swc/core';

// dependency-cruiser 17 reads TypeScript through swc here (TypeScript 7 has no API for it)
// and tells swc that no file holds JSX. The file's name knows better.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

/** Who may import whom, beside itself. What is not said is forbidden. */
const layers = {
  'src/main.tsx': ['src/app/', 'mocks/browser.ts'],
  'src/app/': [
    'src/features/',
    'src/parts/',
    'src/api/',
    'src/offline/',
    'src/charts/',
    'src/ui/',
    'src/messages/',
    'src/domain/',
  ],
  'src/features/': [
    'src/parts/',
    'src/api/',
    'src/offline/',
    'src/charts/',
    'src/ui/',
    'src/messages/',
    'src/domain/',
  ],
  'src/parts/': ['src/api/', 'src/offline/', 'src/charts/', 'src/ui/', 'src/messages/', 'src/domain/'],
  'src/ui/': ['src/messages/'],
  'src/charts/': ['src/ui/', 'src/messages/'],
  'src/api/': ['src/contract/', 'src/domain/'],
  'src/offline/': ['src/contract/', 'src/domain/'],
  'src/messages/': ['src/domain/'],
  'src/contract/': ['src/domain/'],
  'src/domain/': [],
  // A program of its own, which runs beside the page.
  'src/worker/': [],
  // What puts the service together may give it the sample.
  'server/main.ts': ['server/', 'mocks/sample/', 'src/contract/', 'src/domain/'],
  'server/': ['src/contract/', 'src/domain/'],
  'mocks/': ['server/', 'src/contract/', 'src/domain/'],
};

/** Which packages a layer may use; a layer that is not named here is free to choose. */
const packages = {
  'src/domain/': ['zod'],
  'src/worker/': [],
  'src/contract/': ['zod', '@orpc/contract'],
  'src/messages/': ['react'],
  'src/ui/': [
    'react',
    '@mantine/core',
    '@mantine/hooks',
    '@tabler/icons-react',
    '@tanstack/react-virtual',
    '@tanstack/react-query',
    '@tanstack/react-router',
  ],
  'src/charts/': [
    'react',
    '@mantine/core',
    '@mantine/hooks',
    '@tabler/icons-react',
    'recharts',
    '@tanstack/react-router',
  ],
};

/** What runs in Node alone: the real service around the app. The mock never mounts it. */
const NODE_SIDE = [
  'server/main.ts',
  'server/admin-invite.ts',
  'server/cli/',
  'server/backup/',
  'server/host/',
  'server/postgres/',
  'server/store/postgres',
  'server/accounts/postgres/',
];

const OWN_CODE = '^(src|server|mocks|tests|scripts)/';
const startingWith = (paths) => `^(${paths.join('|')})`.replaceAll('.', '\\.');
/** Layers inside a layer, which have a rule of their own. */
const within = (layer) =>
  Object.keys(layers)
    .filter((other) => other !== layer && other.startsWith(layer))
    .map((other) => startingWith([other]));
const installedAs = (names) => `(^|/)node_modules/(${names.join('|')})/`;

export default {
  forbidden: [
    ...Object.entries(layers).map(([layer, allowed]) => ({
      name: `layers: ${layer}`,
      comment: `${layer} may import ${allowed.join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: startingWith([layer]), pathNot: within(layer) },
      to: { path: OWN_CODE, pathNot: startingWith([layer, ...allowed]) },
    })),
    ...Object.entries(packages).map(([layer, allowed]) => ({
      name: `packages: ${layer}`,
      comment: `${layer} may use ${allowed.join(', ')}`,
      severity: 'error',
      from: { path: startingWith([layer]) },
      to: { path: '(^|/)node_modules/', pathNot: installedAs(allowed) },
    })),
    {
      name: 'features apart',
      comment: 'One feature never imports another: what they share goes down to src/parts.',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'mock on demand',
      comment: 'The mock is import()ed, so that a production build can drop it.',
      severity: 'error',
      from: { path: '^src/main\\.tsx$' },
      to: { path: '^mocks/', dependencyTypesNot: ['dynamic-import'] },
    },
    {
      name: 'msw in mocks',
      comment: 'Only the mocks and the tests know that the service is mocked.',
      severity: 'error',
      from: { path: OWN_CODE, pathNot: '^(mocks|tests)/' },
      to: { path: installedAs(['msw', '@mswjs']) },
    },
    {
      name: 'recharts in charts',
      comment: 'One layer draws, so that the library stays in one lazy chunk and can be replaced.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/charts/' },
      to: { path: installedAs(['recharts']) },
    },
    {
      name: 'web standards alone',
      comment: 'What runs in a browser, and the app that the browser mounts, use no API of Node.',
      severity: 'error',
      from: { path: '^(src|server|mocks)/', pathNot: startingWith(NODE_SIDE) },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'host around the app',
      comment: 'The app is given its store and its accounts; it knows nothing of who hosts it.',
      severity: 'error',
      from: { path: '^(src|server|mocks)/', pathNot: startingWith(NODE_SIDE) },
      to: { path: startingWith(NODE_SIDE) },
    },
    {
      name: 'packages of the host',
      comment: 'What needs Node is used where Node is.',
      severity: 'error',
      from: { path: '^(src|server|mocks)/', pathNot: startingWith(NODE_SIDE) },
      to: {
        path: installedAs([
          'pg',
          'kysely',
          'better-auth',
          'hono',
          '@hono',
          'pino',
          'rate-limiter-flexible',
          'pg-copy-streams',
          'cli-progress',
        ]),
      },
    },
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no orphan',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.(test\\.tsx?|d\\.ts|css)$' },
      to: {},
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'],
    },
  },
};
