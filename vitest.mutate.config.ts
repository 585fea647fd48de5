import { defineConfig } from 'vitest/config';

/**
 * The domain's tests as `npm run mutate` runs them, once for every change that it makes to the
 * code: in one time zone, and with a fifth of the random cases.
 */
export default defineConfig({
  test: {
    environment: 'node',
    // One process for all files: the tests keep no state, and starting another takes longer than they do.
    isolate: false,
    include: ['tests/domain/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai', CASES: '0.2' },
    testTimeout: 60_000,
  },
});
