import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '#src/offline/device.ts';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';
import { madeFiles } from '#tests/support/made-files.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const refuse = (name: string) => () => Promise.reject(new DOMException('not kept', name));
const unkeeping = (name: string): Device => ({
  ...memoryDevice(),
  storage: { all: async () => [], get: async () => null, change: refuse(name) },
});

const forms = [
  {
    of: 'a correction',
    locale: 'en',
    path: '/households/nangangzi-004?reading=nangangzi-004-water-2018-07-02',
    opener: /^Correct$/,
    // What stands already is not saved at all.
    chosen: { label: 'Correct value', as: 'notMet' },
    field: /Why is it corrected/,
    save: 'Save the correction',
    exported: {
      kind: 'correction',
      payload: { readingId: 'nangangzi-004-water-2018-07-02', correction: { reason: 'The well is dry.' } },
    },
  },
  {
    of: 'an answer to a data question',
    locale: 'en',
    path: '/villages/nangangzi/questions',
    opener: /^Answer/,
    field: 'What was found?',
    save: 'Save the answer',
    exported: {
      kind: 'questionAnswer',
      payload: { villageId: 'nangangzi', said: { outcome: 'answered', reason: 'The well is dry.' } },
    },
  },
  {
    of: 'a step towards leaving the register',
    locale: 'zh-CN',
    path: '/households/nangangzi-006',
    opener: /^登记：/,
    field: '由谁进行？',
    save: '保存',
    exported: {
      kind: 'procedureStep',
      payload: { householdId: 'nangangzi-006', said: { people: ['The well is dry.'] } },
    },
  },
  {
    of: 'an answer to a review',
    locale: 'zh-CN',
    path: '/visits/sample-village-3-2018-02-08',
    opener: '说明整改情况',
    field: '整改了什么？',
    save: '提交答复',
    exported: {
      kind: 'reviewAnswer',
      payload: { visitId: 'sample-village-3-2018-02-08', note: 'The well is dry.' },
    },
  },
] as const;
const words = {
  en: { onlyHere: /stands on this screen alone/, saved: /^Saved on this device/, file: 'Export to a file' },
  'zh-CN': { onlyHere: /内容只在此屏幕上/, saved: /^已存在本机/, file: '导出为文件' },
};

beforeEach(() => {
  mockServer().use(http.post('*/api/*', () => HttpResponse.error()));
});

describe.each(forms)('$of that this phone does not take', (c) => {
  it.each(['QuotaExceededError', 'SecurityError'])(
    'is not called saved: what was typed stays, and goes into a file as it stands then (%s)',
    async (name) => {
      const t = words[c.locale];
      const files = madeFiles();
      const { user } = renderApp({ path: c.path, locale: c.locale, device: unkeeping(name) });
      const [opener] = await screen.findAllByRole('button', { name: c.opener });
      await user.click(opener ?? document.body);
      const field = await screen.findByLabelText(c.field);
      const form = within(field.closest('form') ?? document.body);
      if ('chosen' in c) await user.selectOptions(form.getByLabelText(c.chosen.label), c.chosen.as);
      await user.type(field, 'The well is');
      await user.click(form.getByRole('button', { name: c.save }));
      expect(await form.findByText(t.onlyHere)).toBeVisible();
      expect(form.queryByText(t.saved)).not.toBeInTheDocument();
      await user.type(field, ' dry.');
      await user.click(form.getByRole('button', { name: t.file }));
      await waitFor(() => expect(files).toHaveLength(1));
      expect(field).toHaveValue('The well is dry.');
      const { items } = JSON.parse((await files[0]?.content.text()) ?? '');
      expect(items).toMatchObject([c.exported]);
    },
  );
});

it('what is mended and not taken stays as it was in the outbox, and is not sent past it', async () => {
  const phone = createMemoryDevice();
  const device = memoryDevice(phone);
  const payload = { visitId: 'sample-village-3-2018-02-08', note: '' };
  await createOutbox(memoryDevice(phone)).put({
    id: 'mine',
    kind: 'reviewAnswer',
    accountId: 'sample-villagecadre',
    payload,
  });
  mockServer().resetHandlers();
  const sent: unknown[] = [];
  mockServer().use(
    http.post('*/api/visits/*/answers', async ({ request }) => {
      sent.push(await request.clone().json());
    }),
  );
  const files = madeFiles();
  const { user } = renderApp({ path: '/outbox', device });
  await screen.findByText('The service has not taken this.');
  await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.type(await dialog.findByLabelText('What was mended?'), 'All of it');
  device.storage.change = refuse('QuotaExceededError');
  await user.click(dialog.getByRole('button', { name: 'Send the answer' }));
  expect(await dialog.findByText(/stands on this screen alone/)).toBeVisible();
  expect(dialog.getByLabelText('What was mended?')).toHaveValue('All of it');
  await user.click(dialog.getByRole('button', { name: 'Export to a file' }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(JSON.parse((await files[0]?.content.text()) ?? '')).toMatchObject({
    items: [{ id: 'mine', payload: { note: 'All of it' } }],
  });
  expect(phone.items.get('mine')).toMatchObject({ state: 'needsAttention', payload: { note: '' } });
  expect(sent).toMatchObject([{ id: 'mine', note: '' }]);
});
