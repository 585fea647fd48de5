import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDeviceReads } from '#src/offline/device-reads.ts';
import { connection } from '#src/parts/connection.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';
import { createPhone } from '#tests/support/field/reads.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { PASSWORD, withPassword } from '#tests/support/people.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const HOUSEHOLD = '/households/nangangzi-003';
const NAME = 'Sample household 03';
const HERE = /^Signed out on this device\./;

/** What was asked since, each as its method and path. */
let asked: string[];
/** A phone: what is on it stays through closing the page and opening it again. */
let phone: ReturnType<typeof createPhone>;
let memory: ReturnType<typeof createMemoryDevice>;
function open(path: string) {
  cleanup();
  const { vault, reads } = phone.page();
  return renderApp({ path, device: memoryDevice(memory, vault), reads: createDeviceReads(reads) });
}
const listen = (): void => {
  asked = [];
  mockServer().events.on('request:start', ({ request }) => {
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
  });
};
const goSilent = () => mockServer().use(http.all('*/api/*', () => HttpResponse.error()));
/** As a phone tells its pages that it has a network again. */
const comesBack = async () => {
  mockServer().resetHandlers();
  asked = [];
  act(() => void window.dispatchEvent(new Event('online')));
};
const signInPage = () => screen.findByRole('heading', { level: 1, name: 'Sign in' });
type User = ReturnType<typeof renderApp>['user'];
async function signOut(user: User, name = 'Sample cadre') {
  await user.click(await screen.findByRole('button', { name: `Account: ${name}` }));
  await user.click(screen.getByRole('button', { name: 'Sign out' }));
}
async function signIn(user: User, name = 'li.na') {
  await user.type(await screen.findByLabelText('Sign-in name'), name);
  await user.type(screen.getByLabelText('Password'), PASSWORD);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
}
/** A visit that is saved on the phone, and waits. */
async function save(user: User) {
  await user.type(await screen.findByLabelText('What was said or seen'), 'Before the signal.');
  await user.click(screen.getByRole('button', { name: 'Review' }));
  await user.click(await screen.findByRole('button', { name: 'Save the visit' }));
  await screen.findByRole('heading', { level: 1, name: 'The visit is saved' });
}
const visits = () =>
  [...memory.items.values()].filter(({ kind }) => kind === 'visit').map(({ state }) => state);

beforeEach(() => {
  connection.tell(true);
  phone = createPhone();
  memory = createMemoryDevice();
  listen();
});

describe('signing out without a network', () => {
  it('locks at once: the page forgets who it was, and whoever opens it next finds the way in and nothing else', async () => {
    const { user } = open(HOUSEHOLD);
    await screen.findByRole('heading', { level: 1, name: NAME });
    await waitFor(() => expect(phone.lying.size).toBeGreaterThan(1));
    goSilent();
    await signOut(user);
    expect(await signInPage()).toBeVisible();
    expect(await screen.findByText(HERE)).toBeVisible();
    expect(document.body).not.toHaveTextContent(NAME);
    expect(document.body).not.toHaveTextContent('Sample cadre');
    await waitFor(() => expect(phone.lying.size).toBe(0));

    open(HOUSEHOLD);
    expect(await signInPage()).toBeVisible();
    expect(await screen.findByText(HERE)).toBeVisible();
    expect(screen.getByText(/^Signing in needs a network\./)).toBeVisible();
    expect(screen.queryByText(/You can go on reading/)).not.toBeInTheDocument();
    expect(document.body).not.toHaveTextContent(NAME);
  });

  it('needs no room on the phone: with a network the service is told at once', async () => {
    const { user } = open(HOUSEHOLD);
    await screen.findByRole('heading', { level: 1, name: NAME });
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await signOut(user);
    expect(await signInPage()).toBeVisible();
    await waitFor(() => expect(asked).toContain('DELETE /api/session'));
    expect(document.body).not.toHaveTextContent(NAME);
  });

  it('finds nothing of theirs either where the page died before it had let go of it', async () => {
    open(HOUSEHOLD);
    await screen.findByRole('heading', { level: 1, name: NAME });
    await waitFor(() => expect(phone.lying.size).toBeGreaterThan(1));
    const lying = new Map(phone.lying);
    const lastAccount = localStorage.getItem('last-account') ?? '';
    const { user } = open('/');
    goSilent();
    await signOut(user);
    await signInPage();
    for (const [key, read] of lying) phone.lying.set(key, read);
    localStorage.setItem('last-account', lastAccount);
    open(HOUSEHOLD);
    expect(await signInPage()).toBeVisible();
    await waitFor(() => expect(phone.lying.size).toBe(0));
  });

  it('ends the session before anything else is asked, once there is a network', async () => {
    const { user } = open(HOUSEHOLD);
    await screen.findByRole('heading', { level: 1, name: NAME });
    goSilent();
    await signOut(user);
    await screen.findByText(HERE);
    open('/');
    await screen.findByText(HERE);
    await comesBack();
    await waitFor(() => expect(screen.queryByText(HERE)).not.toBeInTheDocument());
    expect(asked[0]).toBe('DELETE /api/session');
    await waitFor(() => expect(asked).toContain('GET /api/about'));
    expect(asked.filter((one) => one.startsWith('DELETE'))).toHaveLength(1);
    expect(await signInPage()).toBeVisible();
    expect(localStorage.getItem('signed-out-here')).toBeNull();
  });

  it('leaves another tab nothing on screen, which has nobody to ask either', async () => {
    open(HOUSEHOLD);
    await screen.findByRole('heading', { level: 1, name: NAME });
    goSilent();
    const said = JSON.parse(localStorage.getItem('last-account') ?? '{}') as {
      greeting: { actor: { id: string } };
    };
    const { actor, ...rest } = said.greeting;
    localStorage.setItem(
      'signed-out-here',
      JSON.stringify({ at: 1, accountId: actor.id, said: rest, tried: true }),
    );
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'session-changed' })));
    expect(await signInPage()).toBeVisible();
    expect(document.body).not.toHaveTextContent(NAME);
  });

  it('keeps what waits, locked: it is not sent meanwhile, and is when its owner signs in', async () => {
    openMockServer(undefined, null);
    listen();
    await withPassword();
    const { user } = open('/log?village=nangangzi&household=nangangzi-003');
    await signIn(user);
    await screen.findByLabelText('What was said or seen');
    goSilent();
    await save(user);
    await signOut(user, 'Li Na');
    const ask = await screen.findByRole('group', { name: /items not yet received/ });
    await user.click(within(ask).getByRole('button', { name: /^Sign out/ }));
    await screen.findByText(HERE);
    expect(visits()).toEqual(['saved']);

    await comesBack();
    await waitFor(() => expect(screen.queryByText(HERE)).not.toBeInTheDocument());
    expect(visits()).toEqual(['saved']);
    expect(asked.filter((one) => one.startsWith('PUT'))).toEqual([]);
    await signIn(user);
    await waitFor(() => expect(visits()).toEqual(['received']));
  });
});

describe('a service that is told late', () => {
  const away = async (answer: () => Response) => {
    const { user } = open('/');
    await screen.findByRole('button', { name: 'Account: Sample cadre' });
    goSilent();
    await signOut(user);
    await screen.findByText(HERE);
    mockServer().resetHandlers();
    mockServer().use(http.delete('*/api/session', answer));
    return user;
  };
  const refusal = (status: number, code: string) => () =>
    HttpResponse.json({ defined: true, code, status, message: code }, { status });

  it('and says that the session is over already has heard of it', async () => {
    await away(refusal(401, 'OTHER_ACCOUNT'));
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.queryByText(HERE)).not.toBeInTheDocument());
  });

  it.each([
    ['is in trouble', refusal(503, 'UNAVAILABLE')],
    ['is somebody else’s sign-in page', () => HttpResponse.html('<h1>Welcome to the hotel</h1>')],
  ])('and %s shows nobody what was theirs, and keeps nobody else out', async (_how, answer) => {
    const user = await away(answer);
    await withPassword();
    asked = [];
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(asked).toContain('DELETE /api/session'));
    expect(await screen.findByText(HERE)).toBeVisible();
    expect(asked).not.toContain('GET /api/about');
    await signIn(user);
    expect(await screen.findByRole('button', { name: 'Account: Li Na' })).toBeVisible();
    expect(localStorage.getItem('signed-out-here')).toBeNull();
  });
});
