import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import type { Device } from '#src/offline/device.ts';
import { createDeviceReads } from '#src/offline/device-reads.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { createPhone } from '#tests/support/field/reads.ts';
import { createMemoryKeys } from '#tests/support/field/vault.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const ME = 'sample-villagecadre';
const PIN = '407193';
const HOUSEHOLDS = '/villages/nangangzi/households';

let phone: MemoryDevice;
let keys: ReturnType<typeof createMemoryKeys>;
beforeEach(() => {
  phone = createMemoryDevice();
  keys = createMemoryKeys();
  mockServer().use(http.put('*/api/visits/:id', () => HttpResponse.error()));
});
/** The page is loaded on the phone, and no other is open. */
function open(path: string, locale: Locale = 'en') {
  cleanup();
  keys.closeTabs();
  const device: Device = memoryDevice(phone, keys.open());
  return renderApp({ path, locale, device });
}
async function withPin(): Promise<void> {
  keys.closeTabs();
  const vault = keys.open();
  await vault.enter(ME);
  await vault.setPin(PIN);
}
const waits = (id: string): void =>
  void phone.items.set(id, {
    id,
    kind: 'reviewAnswer',
    accountId: ME,
    payloadVersion: 9,
    payload: null,
    hash: 'of it',
    state: 'saved',
    createdAt: 1,
    attempts: 0,
    nextTryAt: null,
    lastProblem: null,
    receipt: null,
    removed: null,
  } satisfies OutboxItem);
const button = (name: string) => screen.findByRole('button', { name });
const locked = (title = 'Locked') => screen.findByRole('heading', { level: 1, name: title });

describe('a PIN', () => {
  it('is set with the same typed twice, and locks every page at once', async () => {
    const { user } = open('/phone-lock');
    expect(await screen.findByText('No PIN is set on this device.')).toBeVisible();
    const fill = async (pin: string, again: string) => {
      await user.clear(screen.getByLabelText('New PIN'));
      await user.type(screen.getByLabelText('New PIN'), pin);
      await user.clear(screen.getByLabelText('The same again'));
      await user.type(screen.getByLabelText('The same again'), again);
      await user.click(await button('Set the PIN'));
    };
    await fill('123456', '123456');
    expect(await screen.findByText(/one of the first that anybody would try/)).toBeVisible();
    await fill(PIN, '407194');
    expect(await screen.findByText('The two are not the same.')).toBeVisible();
    await fill(PIN, PIN);
    expect(await screen.findByText('The PIN is set.')).toBeVisible();
    await user.click(await button('Lock now'));
    await locked();
    await user.type(screen.getByLabelText('PIN'), PIN);
    await user.click(await button('Unlock'));
    expect(await screen.findByText('A PIN locks what is kept on this device.')).toBeVisible();
  });

  it('is asked for before anything of a village is shown, and leads on to what was opened', async () => {
    await withPin();
    const asked: string[] = [];
    mockServer().events.on('request:start', ({ request }) => void asked.push(new URL(request.url).pathname));
    const { user } = open(HOUSEHOLDS);
    await locked();
    expect(asked.filter((path) => path.includes('/villages'))).toEqual([]);
    await user.type(screen.getByLabelText('PIN'), '999111');
    await user.click(await button('Unlock'));
    expect(await screen.findByText('That is not the PIN.')).toBeVisible();
    expect(screen.getByText('4 more tries, then there is a wait.')).toBeVisible();
    await user.type(screen.getByLabelText('PIN'), PIN);
    await user.click(await button('Unlock'));
    expect(await screen.findByRole('table')).toBeVisible();
  });

  it('that was wrong too often has to wait, and a reload does not help', async () => {
    await withPin();
    const vault = keys.open();
    await vault.enter(ME);
    for (let time = 0; time < 5; time += 1) await vault.unlock('999111').catch(() => {});
    open('/');
    await locked();
    expect(await screen.findByText(/^The next try is possible at /)).toBeVisible();
    expect(await button('Unlock')).toBeDisabled();
  });

  it('is asked for in Chinese as well', async () => {
    await withPin();
    open('/', 'zh-CN');
    await locked('已锁定');
    expect(await button('解锁')).toBeVisible();
  });

  it('that is forgotten costs what it locked, which has to be typed out', async () => {
    await withPin();
    waits('one');
    waits('two');
    const { user } = open('/');
    await locked();
    expect(screen.getByText('2 items not yet received are sent once it is unlocked.')).toBeVisible();
    await user.click(screen.getByText('The PIN is forgotten'));
    expect(screen.getByText(/2 items not yet received are lost for good/)).toBeVisible();
    expect(await button('Delete and begin anew')).toBeDisabled();
    await user.type(screen.getByLabelText(/^Type “give up”/), 'give up');
    await user.click(await button('Delete and begin anew'));
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'Locked' })).not.toBeInTheDocument());
    expect(keys.records.get(ME)).toMatchObject({ wrapped: null });
  });
});

describe('signing out', () => {
  it('with items not yet received says how many stay, and the next person sees a count and no more', async () => {
    waits('one');
    waits('two');
    const { user } = open('/');
    await user.click(await screen.findByRole('button', { name: /^Account: / }));
    await user.click(await button('Sign out'));
    const ask = await screen.findByRole('group', { name: /items not yet received/ });
    expect(
      within(ask).getByText(/^2 items are not yet received. They stay on this device, locked/),
    ).toBeVisible();
    expect(within(ask).getByRole('link', { name: 'Set a PIN first' })).toBeVisible();
    await user.click(within(ask).getByRole('button', { name: 'Stay' }));
    expect(screen.queryByRole('group', { name: /items not yet received/ })).not.toBeInTheDocument();
    expect([...phone.items.keys()]).toEqual(['one', 'two']);
    for (const [id, item] of phone.items) phone.items.set(id, { ...item, accountId: 'somebody-else' });
    open('/');
    expect(
      await screen.findByRole('link', { name: /^2 items of other accounts wait on this device/ }),
    ).toBeVisible();
  });
});

it('what is locked names nobody after a reload without a network, in words that are whole all the same', async () => {
  const kept = createPhone();
  const openIt = () => {
    cleanup();
    const { vault, reads } = kept.page();
    const device = memoryDevice(phone, vault);
    return { vault, ...renderApp({ path: HOUSEHOLDS, device, reads: createDeviceReads(reads) }) };
  };
  const { vault } = openIt();
  await button('Account: Sample cadre');
  await waitFor(() => expect(kept.lying.size).toBeGreaterThan(1));
  await vault.setPin(PIN);
  await vault.lock();
  mockServer().use(http.all('*/api/*', () => HttpResponse.error()));
  openIt();
  await locked();
  expect(screen.getByText('What was kept on this device is locked. Give the PIN to go on.')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Account' })).toHaveTextContent(/^Village cadre$/);
});
