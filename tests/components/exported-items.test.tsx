import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { madeFiles } from '#tests/support/made-files.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const ME = 'sample-villagecadre';
const VISIT = visitDraft({ on: '2018-07-12', stops: [metAt('nangangzi-003', 'Well.')] });
const words = {
  en: {
    one: 'Export to a file',
    unread: '2 photos could not be read on this device and are not in the file.',
  },
  'zh-CN': { one: '导出为文件', unread: '有 2 张照片在本机无法读取，不在文件中。' },
};

let phone: MemoryDevice;
/** A visit with two photos, and an answer to a review; nothing of it arrives. */
beforeEach(async () => {
  mockServer().use(http.all('*/api/visits/*', () => HttpResponse.error()));
  phone = createMemoryDevice();
  const outbox = createOutbox(memoryDevice(phone));
  await outbox.put({ id: 'visit-one', kind: 'visit', accountId: ME, payload: { draft: VISIT } });
  // Their pictures cannot be read on this device any more.
  for (const id of ['photo-0', 'photo-1']) {
    const payload = { visitId: 'visit-one', size: 500, sha256: 'f'.repeat(64) };
    await outbox.put({ id, kind: 'photo', accountId: ME, payload });
  }
  const payload = { visitId: 'nangangzi-2018-07-02', note: 'Mended' };
  await outbox.put({ id: 'answer-one', kind: 'reviewAnswer', accountId: ME, payload });
  // Node's bytes are none to what packs them here.
  vi.spyOn(TextEncoder.prototype, 'encode').mockImplementation(
    (text = '') => new Uint8Array(Buffer.from(text)),
  );
});

/** The row whose title that is, and the file that it makes. */
async function rowOf(title: RegExp, locale: Locale = 'en') {
  const files = madeFiles();
  const { user } = renderApp({ path: '/outbox', locale, device: memoryDevice(phone) });
  const [heading] = await screen.findAllByRole('heading', { level: 2, name: title });
  const row = within(heading?.closest('li') ?? document.body);
  await user.click(row.getByRole('button', { name: words[locale].one }));
  await waitFor(() => expect(files).toHaveLength(1));
  const [file] = files;
  return { row, name: file?.name, content: file?.content };
}

describe('one item of those that wait goes into a file of its own', () => {
  it('an answer alone, under a name that tells which', async () => {
    const { row, name, content } = await rowOf(/^Answer to a review/);
    expect(name).toMatch(/^review-answer-20\d\d-\d\d-\d\d-er-one\.json$/);
    const { items } = JSON.parse((await content?.text()) ?? '');
    expect(items).toMatchObject([{ id: 'answer-one', payload: { note: 'Mended' } }]);
    expect(row.queryByText(/could not be read/)).not.toBeInTheDocument();
  });

  it.each(['en', 'zh-CN'] as const)(
    'a visit with its photos, and how many of them could not be read is told (%s)',
    async (locale) => {
      const { row, name } = await rowOf(locale === 'en' ? /^Helper/ : /，2018年7月12日/, locale);
      expect(await row.findByRole('alert')).toHaveTextContent(words[locale].unread);
      expect(name).toBe('visit-2018-07-12-it-one.zip');
    },
  );

  it('a photo alone, for which nothing is offered to be mended', async () => {
    const { row, name } = await rowOf(/^Photo/);
    expect(name).toMatch(/^photo-.*-hoto-0\.zip$/);
    expect(await row.findByRole('alert')).toHaveTextContent('1 photo could not be read');
    expect(row.queryByRole('link')).not.toBeInTheDocument();
  });
});
