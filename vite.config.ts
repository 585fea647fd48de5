import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledAhead } from './scripts/vite-compiled-ahead.ts';
import { wire } from './scripts/vite-wire.ts';
import { worker } from './scripts/vite-worker.ts';

/** What draws, which the first screen does without. */
const DRAWN =
  /[\\/]recharts[\\/]|[\\/]charts[\\/](.*-marks|.*-chart|chart-frame|small-multiples|stacked-counts|time-line)\./;
/** Bytes of source under which parts that several pages share are put together. */
const SMALL = 4000;
/**
 * What a village's page opens with, in one file: a phone takes longer over asking for each of twenty-five parts
 * than over the bytes in them, and it is the page that is opened without a signal.
 */
const VILLAGE = /[\\/](progress[\\/]progress-page|offline[\\/](device-reads|sealed-device))\.tsx?$/;
/** A shared part is named after all its pages: the hash tells it well enough. */
const shortName = (name = 'part'): string => name.split('~')[0] ?? name;

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
    // The worker comes last: it keeps a hash of every file.
    plugins: [react(), wire(), compiledAhead(), worker(mocked)],
    build: {
      outDir: demo ? 'dist-demo' : 'dist',
      target: 'es2023',
      manifest: true,
      // Sizes are budgeted over gzip by `npm run size`.
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1024,
      rolldownOptions: {
        output: {
          chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
          assetFileNames: ({ names: [name] }) =>
            `assets/${shortName(name?.replace(/\.css$/, ''))}-[hash][extname]`,
          codeSplitting: {
            groups: [
              // Before all others, whichever chunk those are in.
              { name: 'strict-page', test: /[\\/]strict-page\.ts$/, priority: 3 },
              // A group takes along what it imports: what the first screen needs is kept out of the charts.
              { name: 'libraries', test: /[\\/]node_modules[\\/]/, tags: ['$initial'], priority: 2 },
              // The entry itself stays what the page names.
              { name: 'start', test: /[\\/]src[\\/](?!main\.tsx)/, tags: ['$initial'], priority: 2 },
              { name: 'charts', test: /[\\/]node_modules[\\/]recharts[\\/]/, priority: 1 },
              { name: 'village', test: VILLAGE, priority: 1 },
              // A phone that opens a page takes longer over its sixtieth small file than over the bytes in it.
              {
                name: 'shared',
                test: (id: string) => !DRAWN.test(id),
                minShareCount: 2,
                entriesAware: true,
                entriesAwareMergeThreshold: SMALL,
              },
            ],
          },
        },
      },
    },
  };
});
