import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { levelBlocks } from './level-tables.ts';

const VILLAGE = 'nangangzi';
const two = (n: number): string => String(n).padStart(2, '0');
/** A name that stands nowhere else, and a number as long as a telephone's. */
const nameOf = (n: number): string => `Planthead-q${two(n)}zk`;
const numberOf = (n: number): string => `139${two(n)}7406${two(n)}`;
const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, n) => from + n);

/** Of a hundred people: eighty in the village's register, ten in a saved visit, ten in a draft. */
export const planted = range(0, 100).flatMap((n) => [nameOf(n), numberOf(n)]);
export const typed = (from: number, to: number): string =>
  range(from, to)
    .map((n) => `${nameOf(n)} ${numberOf(n)}`)
    .join(', ');

/** The sample, with eighty more households in the village: a name and a number in each. */
export const plantedRecords: VillageRecord[] = sampleRecords.map((record) => {
  const model = record.households.find(({ id }) => id === `${VILLAGE}-005`);
  if (!model) return record;
  const more = range(0, 80).map((n) => ({
    ...model,
    id: `${VILLAGE}-2${two(n)}`,
    number: `2${two(n)}`,
    head: { zh: nameOf(n), en: nameOf(n) },
    plan: { zh: `电话 ${numberOf(n)}`, en: `Telephone ${numberOf(n)}` },
  }));
  return { ...record, households: [...record.households, ...more] };
});

/**
 * Which of these stand somewhere in the files of a folder, in UTF-8 or UTF-16, also where a browser's database has
 * compressed them; how many bytes were looked through, and how many such databases' tables.
 */
export async function searchFolder(
  folder: string,
  strings: readonly string[],
): Promise<{ found: string[]; bytes: number; tables: number }> {
  const wanted = strings.map((text) => ({ text, forms: [Buffer.from(text), Buffer.from(text, 'utf16le')] }));
  const found = new Set<string>();
  let [bytes, tables] = [0, 0];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = await readFile(join(entry.parentPath, entry.name));
    const blocks = levelBlocks(file);
    if (blocks) tables += 1;
    for (const content of [file, ...(blocks ?? [])]) {
      bytes += content.length;
      for (const { text, forms } of wanted) {
        if (forms.some((form) => content.includes(form))) found.add(text);
      }
    }
  }
  return { found: [...found], bytes, tables };
}
