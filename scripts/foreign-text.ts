import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What the mocking library says of itself, wherever it is bundled. */
const LIBRARY_MARKS = ['mockServiceWorker', '[MSW]', 'msw/'];
const FOREIGN = ['mocks', 'server'];
const STRING_LITERAL = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`([^`$\\]*)`/g;

/**
 * Finds text of the mock, the sample data or the server in a production build. What
 * to look for is read from their sources: every string that the dashboard's own
 * sources do not have too, long enough to be nobody else's.
 * @returns one line for each find; empty for a clean build
 */
export async function foreignText(folder: string): Promise<string[]> {
  const own = (await textsIn('src')).map(({ text }) => text).join('\n');
  const foreign = (await Promise.all(FOREIGN.map(textsIn))).flat();
  const marks = new Map(LIBRARY_MARKS.map((mark) => [mark, 'msw']));
  for (const { file, text } of foreign) {
    for (const literal of literalsOf(text)) {
      if (isTelling(literal) && !own.includes(literal)) marks.set(literal, file);
    }
  }
  if (marks.size === LIBRARY_MARKS.length)
    return [`nothing to look for in ${FOREIGN.join(' and ')}: is this check blind?`];
  const built = await textsIn(folder);
  return built.flatMap(({ file, text }) =>
    [...marks]
      .filter(([mark]) => file.includes(mark) || text.includes(mark))
      .map(([mark, origin]) => `${file} carries “${mark}” of ${origin}`),
  );
}

function literalsOf(source: string): string[] {
  const withoutImports = source.replaceAll(/\bfrom '[^']*'/g, '');
  return [...withoutImports.matchAll(STRING_LITERAL)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
}

/** Four Chinese characters, or three words: a sentence or a name, not a code that others may use. */
function isTelling(literal: string): boolean {
  return /(\p{Script=Han}.*){4}/u.test(literal) || /\p{L}+ \p{L}+ \p{L}+/u.test(literal);
}

async function textsIn(folder: string): Promise<{ file: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(ts|tsx|js|css|html|json|map)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
}
