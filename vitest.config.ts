import react from '@vitejs/plugin-react';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** What keeps nothing between its files is loaded once a worker and not once a file: loading it was most of the work. */
const KEEPS_NOTHING = { isolate: false } as const;

/** Days must come out the same wherever the program runs: the domain is tested in three time zones. */
const domainProjects: TestProjectInlineConfiguration[] = [
  ['domain', 'Asia/Shanghai'],
  ['domain-utc', 'UTC'],
  ['domain-new-york', 'America/New_York'],
].map(([name, zone]) => ({
  test: {
    name,
    environment: 'node',
    ...KEEPS_NOTHING,
    testTimeout: 120_000,
    include: ['tests/domain/**/*.test.ts'],
    env: { TZ: zone ?? 'UTC' },
  },
}));

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    restoreMocks: true,
    // By itself Vitest leaves one core out, which is half of two. No test ends by the clock.
    maxWorkers: '100%',
    projects: [
      ...domainProjects,
      {
        test: {
          name: 'api',
          environment: 'node',
          ...KEEPS_NOTHING,
          testTimeout: 120_000,
          include: ['tests/api/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'field',
          environment: 'node',
          ...KEEPS_NOTHING,
          include: ['tests/field/**/*.test.ts'],
          // Time is made up there; how long a busy machine takes for it says nothing.
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'service',
          environment: 'node',
          include: ['tests/service/**/*.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts', 'tests/support/dashboard-setup.ts'],
          // Processes and databases are started and stopped here; each gets what it needs.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['tests/components/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/component-setup.ts'],
          testTimeout: 120_000,
          css: { include: [/\.module\.css$/], modules: { classNameStrategy: 'non-scoped' } },
        },
      },
      {
        test: {
          name: 'house',
          environment: 'node',
          include: ['tests/house/**/*.test.ts'],
          // Each of these starts a whole tool, a build even: they get what they need.
          testTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/support/browser-setup.ts', 'tests/support/dashboard-setup.ts'],
          // A machine that others use too is slow; that says nothing of the dashboard.
          testTimeout: 180_000,
          hookTimeout: 180_000,
          expect: { poll: { timeout: 30_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
