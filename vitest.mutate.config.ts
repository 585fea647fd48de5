import { defineConfig } from 'vitest/config';
import { LikelyFirst } from './tests/mutation/likely-first.ts';
import { keepThread } from './tests/mutation/warm-thread.ts';

/**
 * The domain's tests as `npm run mutate` runs them, once for every change that it makes to the
 * code: in one time zone, with a fifth of the random cases, and in one thread for all.
 */
export default defineConfig({
  // Stryker asks for a pool of its own, so this one is chosen after it.
  plugins: [{ name: 'keep-thread', configureVitest: keepThread }],
  test: {
    environment: 'node',
    // One process for all files: the tests keep no state, and starting another takes longer than they do.
    isolate: false,
    include: ['tests/domain/**/*.test.ts'],
    setupFiles: ['tests/mutation/each-change.ts'],
    sequence: { sequencer: LikelyFirst },
    reporters: [{}],
    env: { TZ: 'Asia/Shanghai', CASES: '0.2' },
    testTimeout: 60_000,
  },
});
