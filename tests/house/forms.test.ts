import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** What is typed there is a PIN, and a newer program may be what opens again what an older one could not. */
const MAY_BE_LEFT = 'lock-screen.tsx';

it('offers no newer program over anything that is being typed: whatever holds a form says that one is open', async () => {
  const all = await readdir('src', { recursive: true, withFileTypes: true });
  const views = all.filter(({ name }) => name.endsWith('.tsx') && name !== MAY_BE_LEFT);
  const read = views.map(async ({ parentPath, name }) => {
    const file = join(parentPath, name);
    return { file, text: await readFile(file, 'utf8') };
  });
  const forms = (await Promise.all(read)).filter(({ text }) => text.includes('<form'));
  expect(forms.length).toBeGreaterThan(10);
  expect(forms.filter(({ text }) => !text.includes('useFormOpen()')).map(({ file }) => file)).toEqual([]);
});
