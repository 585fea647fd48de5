import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { afterEach, describe, expect, it } from 'vitest';
import { createOutbox } from '#src/offline/outbox.ts';
import { witness, witnessed } from '#src/offline/witness.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';
import { madeFiles } from '#tests/support/made-files.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const HOUSEHOLD = '/log?village=nangangzi&household=nangangzi-003';

/** A browser that says what room it gives, and promises to keep it if it is asked. */
function roomOf(left: number, promises = true): void {
  let persisted = false;
  const storage = {
    estimate: async () => ({ usage: 3_400_000, quota: 3_400_000 + left }),
    persisted: async () => persisted,
    persist: async () => (persisted = promises),
  };
  Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
}
afterEach(() => void Reflect.deleteProperty(navigator, 'storage'));

describe('the room on this phone', () => {
  it('is told, and the browser is asked not to clear it', async () => {
    roomOf(2_300_000_000);
    const { user } = renderApp({ path: '/outbox' });
    expect(await screen.findByText('About 2.3 GB are left for the dashboard; it uses 3.4 MB.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Ask the browser to keep it' }));
    expect(await screen.findByText('The browser has promised not to clear it by itself.')).toBeVisible();
  });

  it('that the browser may clear is said to be so where it does not promise', async () => {
    roomOf(2_300_000_000, false);
    const { user } = renderApp({ path: '/outbox', locale: 'zh-CN' });
    await user.click(await screen.findByRole('button', { name: '请浏览器保留' }));
    expect(await screen.findByText(/^浏览器没有承诺/)).toBeVisible();
    expect(screen.getByText('空间不足时，浏览器可能自行清除。')).toBeVisible();
  });

  it('that is nearly gone is warned of before a visit is begun', async () => {
    roomOf(7_000_000);
    renderApp({ path: HOUSEHOLD });
    expect(await screen.findByText(/^Only about 7 MB are left/)).toBeVisible();
  });

  it('is asked for by itself when something is saved first', async () => {
    roomOf(2_300_000_000);
    const { user } = renderApp({ path: HOUSEHOLD });
    await user.type(await screen.findByLabelText('What was said or seen'), 'Well.');
    await user.click(screen.getByRole('button', { name: 'Review' }));
    await user.click(await screen.findByRole('button', { name: 'Save the visit' }));
    await waitFor(async () => expect(await navigator.storage.persisted()).toBe(true));
  });
});

it('what the browser threw away before it was received is counted on every page, until somebody has taken note', async () => {
  const phone = createMemoryDevice();
  const device = memoryDevice(phone);
  const storage = witnessed(device.storage, witness);
  const payload = { visitId: 'visit', note: 'mended' };
  for (const id of ['one', 'two']) {
    await createOutbox({ ...device, storage }).put({ id, kind: 'reviewAnswer', accountId: 'me', payload });
  }
  phone.items.clear();
  const { user } = renderApp({ path: '/', device: { ...device, storage } });
  await user.click(await screen.findByRole('link', { name: /^2 items thrown away by the browser/ }));
  expect(
    await screen.findByText('The browser has thrown away 2 items that had not been received'),
  ).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'I have taken note' }));
  expect(screen.queryByText(/thrown away/)).not.toBeInTheDocument();
});

it.each([
  ['is full', 'QuotaExceededError'],
  ['keeps nothing in a private window', 'SecurityError'],
])('a phone that %s calls nothing saved: what was typed stays, and goes into a file', async (_what, name) => {
  const refuse = () => Promise.reject(new DOMException('not kept', name));
  const device = {
    ...memoryDevice(),
    storage: { all: async () => [], get: async () => null, change: refuse },
  };
  mockServer().use(http.put('*/api/visits/:id', () => HttpResponse.error()));
  const files = madeFiles();
  const { user } = renderApp({ path: HOUSEHOLD, device });
  await user.type(await screen.findByLabelText('What was said or seen'), 'Well.');
  await user.click(screen.getByRole('button', { name: 'Review' }));
  await user.click(await screen.findByRole('button', { name: 'Save the visit' }));
  expect(await screen.findByText(/stands on this screen alone/)).toBeVisible();
  expect(screen.queryByText('The visit is saved')).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Export to a file' }));
  await waitFor(() => expect(files).toHaveLength(1));
  expect(JSON.parse((await files[0]?.content.text()) ?? '')).toMatchObject({
    items: [{ kind: 'visit', payload: { draft: { stops: [{ said: 'Well.' }] } } }],
  });
});
