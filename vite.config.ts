import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { wire } from './scripts/vite-wire.ts';
import { worker } from './scripts/vite-worker.ts';

/**
 * `vite` and `vite build --mode demo` run on the mocked API; every other build knows
 * nothing of it: VITE_MOCK is a constant there, and the import behind it falls away.
 * The demo's links are relative, so that it runs under whatever path a static host gives it.
 */
export default defineConfig(({ command, mode, isPreview }) => {
  const demo = mode === 'demo';
  const mocked = demo || (command === 'serve' && mode === 'development' && !isPreview);
  return {
    base: demo ? './' : '/',
    define: { 'import.meta.env.VITE_MOCK': JSON.stringify(mocked ? 'on' : 'off') },
    plugins: [react(), wire(), worker(mocked)],
    build: {
      outDir: demo ? 'dist-demo' : 'dist',
      target: 'es2023',
      manifest: true,
      // Sizes are budgeted over gzip by `npm run size`.
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1024,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              // Before all others, whichever chunk those are in.
              { name: 'strict-page', test: /[\\/]strict-page\.ts$/, priority: 3 },
              // A group takes along what it imports: what the first screen needs is kept out of the charts.
              { name: 'libraries', test: /[\\/]node_modules[\\/]/, tags: ['$initial'], priority: 2 },
              { name: 'charts', test: /[\\/]node_modules[\\/]recharts[\\/]/, priority: 1 },
            ],
          },
        },
      },
    },
  };
});
