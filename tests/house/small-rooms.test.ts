import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MOST_LINES = 300;
const ROOMS = ['src', 'server', 'mocks', 'scripts'];
/** The sample data is a long list by nature. */
const isSampleData = (file: string) => file.startsWith(join('mocks', 'sample'));

it(`holds no source file of more than ${MOST_LINES} lines`, async () => {
  const inRooms = ROOMS.map(async (room) =>
    (await readdir(room, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const files = (await Promise.all(inRooms)).flat().filter((file) => !isSampleData(file));
  const lengths = await Promise.all(
    files.map(async (file) => ({ file, lines: (await readFile(file, 'utf8')).split('\n').length - 1 })),
  );
  expect(lengths.length).toBeGreaterThan(50);
  expect(lengths.filter(({ lines }) => lines > MOST_LINES)).toEqual([]);
});
