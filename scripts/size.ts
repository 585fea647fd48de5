import { readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Manifest } from 'vite';
import { foreignText } from './foreign-text.ts';
import { COMPILED_AHEAD } from './vite-compiled-ahead.ts';

/** Builds production aside, prints what its parts weigh, and fails over a budget or at a byte of the mock. */
const FOLDER = '.cache/size';
/** What a person waits for before the first view stands: the entry and the view that opens at `/`. */
const FIRST_VIEW = 'src/features/overview/overview-page.tsx';
/** What is opened where there is no signal, and with how many files it opens, without those of the entry. */
const VILLAGE = 'src/features/progress/progress-page.tsx';
const VILLAGE_FILES = 1;
const BUDGETS = {
  'First screen, JavaScript': 280,
  'First screen, CSS': 40,
  'Charts, loaded later': 125,
};

process.env['NODE_ENV'] = 'production';
const built = await build({
  mode: 'production',
  logLevel: 'warn',
  build: { outDir: FOLDER, emptyOutDir: true, watch: null },
});
const manifest = JSON.parse(await readFile(join(FOLDER, '.vite/manifest.json'), 'utf8')) as Manifest;

const chunks = [built]
  .flat()
  .flatMap((output) => ('output' in output ? output.output : []))
  .filter((part) => part.type === 'chunk');

/** A chunk's key and the keys of all that loads with it. */
function withImports(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
  return seen;
}

/** Kilobytes of 1,000 bytes, gzipped as a server would. */
async function weigh(files: Iterable<string>): Promise<number> {
  const sizes = [...new Set(files)].map(async (file) => gzipSync(await readFile(join(FOLDER, file))).length);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000;
}

const keys = Object.keys(manifest);
const starts = keys.filter((key) => manifest[key]?.isEntry || key === FIRST_VIEW);
const first = new Set(starts.flatMap((key) => [...withImports(key)]));
const isCharts = (key: string) => manifest[key]?.name === 'charts';
const charts = keys.filter(isCharts);
const firstChunks = [...first].flatMap((key) => manifest[key] ?? []);

const villageChunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(VILLAGE)))?.fileName;
const villageKeys = keys.filter((key) => manifest[key]?.file === villageChunk);
const entry = new Set(keys.filter((key) => manifest[key]?.isEntry).flatMap((key) => [...withImports(key)]));
const villageFiles = villageKeys.flatMap((key) => [...withImports(key)]).filter((key) => !entry.has(key));

/** Scripts that do not begin as they should: anywhere but first it says nothing. */
async function compiledLate(): Promise<string[]> {
  const scripts = [...new Set(Object.values(manifest).map(({ file }) => file))].filter((file) =>
    file.endsWith('.js'),
  );
  const texts = await Promise.all(scripts.map((file) => readFile(join(FOLDER, file), 'utf8')));
  return scripts.filter((_, i) => !texts[i]?.startsWith(COMPILED_AHEAD));
}

const weights: Record<keyof typeof BUDGETS, number> = {
  'First screen, JavaScript': await weigh(firstChunks.map(({ file }) => file)),
  'First screen, CSS': await weigh(firstChunks.flatMap(({ css }) => css ?? [])),
  'Charts, loaded later': await weigh(charts.flatMap((key) => manifest[key]?.file ?? [])),
};

/** Modules that have no business there: ours by their folder, MSW and the server's half of oRPC by their package. */
const FOREIGN_MODULE = /^(mocks|server|node_modules\/(msw|@mswjs|@orpc\/server))\//;
const modules = chunks.flatMap(({ moduleIds }) => moduleIds).map((id) => relative(process.cwd(), id));
const foreignModules = modules.filter((id) => FOREIGN_MODULE.test(id));

const faults = [
  ...(modules.some((id) => id.startsWith('src/'))
    ? []
    : ['no module of src was built: is this check blind?']),
  ...foreignModules.map((id) => `${id} is in the production build`),
  ...(starts.some((key) => key === FIRST_VIEW) ? [] : [`no chunk of ${FIRST_VIEW}: is the view still lazy?`]),
  ...(charts.length === 1 ? [] : [`${charts.length} chunks are named charts, one is expected`]),
  ...([...first].some(isCharts) ? ['the first screen loads the charts'] : []),
  ...(villageFiles.length === VILLAGE_FILES
    ? []
    : [`a village's page opens with ${villageFiles.length} files beside the entry's`]),
  ...(await compiledLate()).map((file) => `${file} is not said to be compiled ahead`),
  ...(await foreignText(FOLDER)),
];
for (const [name, budget] of Object.entries(BUDGETS)) {
  const weight = weights[name as keyof typeof BUDGETS];
  console.log(`${name.padEnd(26)} ${weight.toFixed(1).padStart(6)} kB gz of ${budget}`);
  if (weight > budget) faults.push(`${name} is over its budget`);
}
if (faults.length === 0) await rm(FOLDER, { recursive: true });
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
