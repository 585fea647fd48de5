import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { disable, invited, PASSWORD, withPassword } from '#tests/support/people.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const signedOut = () => openMockServer(undefined, null);
const signInPage = () => screen.findByRole('heading', { level: 1, name: 'Sign in' });
const field = (name: string) => screen.getByLabelText(name);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
type User = ReturnType<typeof renderApp>['user'];

async function signIn(user: User, password = PASSWORD, name = 'li.na') {
  await user.type(await screen.findByLabelText('Sign-in name'), name);
  await user.type(field('Password'), password);
  await user.click(button('Sign in'));
}

describe('signing in', () => {
  it('says that nobody has a password only where one can choose with whose eyes to look', async () => {
    signedOut();
    const hint = /^Nobody has a password on the sample data/;
    const real = renderApp({ path: '/' });
    await signInPage();
    expect(screen.queryByText(hint)).not.toBeInTheDocument();
    real.unmount();
    renderApp({ path: '/', sampleControls: mockServer().controls });
    await signInPage();
    expect(await screen.findByText(hint)).toBeVisible();
  });

  it('asks for what is missing beside its field and sends nothing', async () => {
    signedOut();
    const { user } = renderApp({ path: '/' });
    await signInPage();
    await user.click(button('Sign in'));
    expect(field('Sign-in name')).toHaveAccessibleDescription('Please fill this in.');
    expect(field('Password')).toHaveAccessibleDescription('Please fill this in.');
  });

  it('refuses a wrong password, an unknown name and a disabled account in the same words, and keeps what was typed', async () => {
    signedOut();
    const { accountId } = await withPassword();
    const refused = /name or the password is wrong, or the account is disabled/;
    const { user } = renderApp({ path: '/' });
    await signIn(user, 'not the right one');
    await waitFor(() => expect(field('Password')).toHaveAccessibleDescription(refused));
    expect(field('Sign-in name')).toBeInvalid();
    expect(field('Sign-in name')).toHaveValue('li.na');
    await user.clear(field('Sign-in name'));
    await user.type(field('Sign-in name'), 'nobody.here');
    await user.click(button('Sign in'));
    await waitFor(() => expect(field('Password')).toHaveAccessibleDescription(refused));
    await disable(accountId);
    await user.clear(field('Sign-in name'));
    await user.clear(field('Password'));
    await signIn(user);
    await waitFor(() => expect(field('Password')).toHaveAccessibleDescription(refused));
  });

  it.each([
    [429, 'TOO_MANY_REQUESTS', /too many tries/],
    [503, 'UNAVAILABLE', /cannot save or read just now/],
  ])('says what to do at %i', async (status, code, words) => {
    signedOut();
    await withPassword();
    mockServer().use(
      http.post(
        '*/api/session',
        () => HttpResponse.json({ defined: true, code, status, message: code }, { status }),
        { once: true },
      ),
    );
    const { user } = renderApp({ path: '/' });
    await signIn(user);
    expect(await screen.findByText(words)).toBeVisible();
    await user.click(button('Sign in'));
    expect(await screen.findByRole('heading', { level: 1, name: 'Contact points' })).toBeVisible();
  });

  it('goes on to the page that was opened, and shows nothing of it before', async () => {
    signedOut();
    await withPassword();
    const { user, history } = renderApp({ path: '/households/nangangzi-003?stands=yes' });
    await signInPage();
    expect(screen.queryByRole('navigation', { name: 'Main' })).not.toBeInTheDocument();
    await signIn(user);
    expect(await screen.findByRole('heading', { level: 1, name: 'Sample household 03' })).toBeVisible();
    expect(history.location.href).toBe('/households/nangangzi-003?stands=yes');
  });

  it('is known to password managers, and shows the password to whoever asks', async () => {
    signedOut();
    const { user } = renderApp({ path: '/' });
    await signInPage();
    expect(field('Sign-in name')).toHaveAttribute('autocomplete', 'username');
    expect(field('Password')).toHaveAttribute('autocomplete', 'current-password');
    expect(field('Password')).toHaveAttribute('type', 'password');
    await user.click(button('Show password'));
    expect(field('Password')).toHaveAttribute('type', 'text');
  });

  it('is told in Chinese as well', async () => {
    signedOut();
    const { user } = renderApp({ path: '/', locale: 'zh-CN' });
    await user.click(await screen.findByRole('button', { name: '登录' }));
    expect(field('登录名')).toHaveAccessibleDescription('请填写此项。');
  });
});

/** Follows a link of the list, after something happened that the page does not know of yet. */
async function openVillage(user: User, meanwhile: () => void) {
  const [link] = await screen.findAllByRole('link', { name: 'Nangangzi Village' });
  if (!link) throw new Error('no link to the village');
  meanwhile();
  await user.click(link);
}

describe('a session that ends in the middle', () => {
  it('is opened again over the page, and what was saved meanwhile is sent', async () => {
    signedOut();
    await withPassword();
    const { user } = renderApp({ path: '/log?village=nangangzi&household=nangangzi-003' });
    await signIn(user);
    await user.type(await screen.findByLabelText('What was said or seen'), 'Kept over it.');
    mockServer().seeAs(null);
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: 'Save the visit' }));
    const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
    expect(within(dialog).getByText(/Li Na. What is on screen stays/)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(dialog).toBeVisible();
    await user.type(within(dialog).getByLabelText('Sign-in name'), 'li.na');
    await user.type(within(dialog).getByLabelText('Password'), PASSWORD);
    await user.click(within(dialog).getByRole('button', { name: 'Sign in' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    // It was saved on the phone before anybody asked who is there, and is sent now.
    expect(await screen.findByRole('heading', { level: 1, name: 'The visit is saved' })).toBeVisible();
    expect((await screen.findAllByText(/^Received/)).length).toBeGreaterThan(0);
  });

  it('asks again for what failed', async () => {
    signedOut();
    await withPassword();
    const { user, history } = renderApp({ path: '/' });
    await signIn(user);
    await openVillage(user, () => mockServer().seeAs(null));
    await screen.findByRole('dialog', { name: 'Sign in again' });
    await signIn(user);
    expect(await screen.findByRole('heading', { level: 1, name: 'Nangangzi Village' })).toBeVisible();
    expect(history.location.pathname).toBe('/villages/nangangzi');
  });

  it('begins anew for another person, without what the first one typed', async () => {
    await withPassword();
    const { user } = renderApp({ path: '/villages/nangangzi/households' });
    await user.type(await screen.findByRole('searchbox'), 'zzz');
    mockServer().seeAs(null);
    await user.click(screen.getByRole('link', { name: 'Projects' }));
    await screen.findByRole('dialog', { name: 'Sign in again' });
    await signIn(user);
    expect(await screen.findByRole('button', { name: 'Account: Li Na' })).toBeVisible();
    expect(await screen.findByRole('heading', { level: 2, name: 'Projects' })).toBeVisible();
  });

  it('can be left, which leads to the sign-in page', async () => {
    const { user } = renderApp({ path: '/' });
    await openVillage(user, () => mockServer().seeAs(null));
    await user.click(await screen.findByRole('button', { name: /Sign in as somebody else/ }));
    expect(await signInPage()).toBeVisible();
  });
});

describe('signing out', () => {
  it('leads to the sign-in page, and the next person finds nothing of what was read', async () => {
    const { user, history } = renderApp({ path: '/households/nangangzi-003' });
    await user.click(await screen.findByRole('button', { name: 'Account: Sample cadre' }));
    expect(await screen.findByText(/Village cadre, Nangangzi Village, .* and \d more/)).toBeVisible();
    await user.click(button('Sign out'));
    await signInPage();
    expect(history.location.pathname).toBe('/');
    await withPassword();
    let asked = 0;
    mockServer().events.on('request:start', ({ request }) => {
      if (request.url.endsWith('/contact-points')) asked += 1;
    });
    await signIn(user);
    expect(await screen.findByRole('link', { name: 'Nangangzi Village' })).toBeVisible();
    expect(screen.queryByRole('link', { name: /Sample village/ })).not.toBeInTheDocument();
    expect(asked).toBe(1);
    await user.click(button('Account: Li Na'));
    expect(screen.getByText('Village cadre, Nangangzi Village')).toBeVisible();
  });
});

describe('a one-time link', () => {
  const path = (secret: string) => `/invitation#${secret}`;

  it('says so when it is incomplete, used, or of nobody', async () => {
    signedOut();
    renderApp({ path: '/invitation' });
    expect(await screen.findByText('This link is not complete')).toBeVisible();
    renderApp({ path: path('a-secret-that-nobody-was-ever-given') });
    expect(await screen.findByText('This link cannot be used any more')).toBeVisible();
    const { secret } = await withPassword();
    renderApp({ path: path(secret) });
    await waitFor(() => expect(screen.getAllByText('This link cannot be used any more')).toHaveLength(2));
  });

  it('refuses a short password beside its field', async () => {
    signedOut();
    const { secret } = await invited();
    const { user } = renderApp({ path: path(secret) });
    await user.type(await screen.findByLabelText('New password'), 'short');
    await user.click(button(/Set the password/));
    expect(field('New password')).toBeInvalid();
    expect(field('New password')).toHaveAccessibleDescription(/at least 12 characters/);
  });

  it('greets by name, leaves no secret in the address, and signs in with the password that was set', async () => {
    signedOut();
    const { secret } = await invited();
    const urls: string[] = [];
    mockServer().events.on('request:start', ({ request }) => urls.push(request.url));
    const { user, history } = renderApp({ path: path(secret) });
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome, Li Na' })).toBeVisible();
    await waitFor(() => expect(history.location.href).toBe('/invitation'));
    expect(screen.getByText(/You sign in as “li.na”/)).toBeVisible();
    expect(field('New password')).toHaveAttribute('autocomplete', 'new-password');
    await user.type(field('New password'), PASSWORD);
    await user.click(button(/Set the password/));
    expect(await screen.findByRole('heading', { level: 1, name: 'Contact points' })).toBeVisible();
    expect(button('Account: Li Na')).toBeVisible();
    expect(urls.join('\n')).not.toContain(secret);
  });

  it('tells whoever is signed in that they will be signed out', async () => {
    const { secret } = await invited();
    const { user } = renderApp({ path: path(secret) });
    expect(await screen.findByText(/Sample cadre is signed in on this browser/)).toBeVisible();
    await user.type(field('New password'), PASSWORD);
    await user.click(button(/Set the password/));
    expect(await screen.findByRole('button', { name: 'Account: Li Na' })).toBeVisible();
  });
});
