import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '#src/domain/account.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { invited, NANGANGZI, PASSWORD, withPassword } from '#tests/support/people.ts';
import { renderApp } from '#tests/support/render-app.tsx';

beforeEach(() => openMockServer(undefined, 'administrator') && undefined);

const field = (name: string) => screen.getByLabelText(name);
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const places = () => screen.getByRole('group', { name: 'Places' });
const accounts = async (): Promise<Account[]> => (await fetch('http://localhost:3000/api/accounts')).json();
const accountOf = async (signInName: string) =>
  (await accounts()).find((account) => account.signInName === signInName);

describe('accounts', () => {
  it.each(['villageCadre', 'office', 'leaderStaff', 'auditor'] as const)(
    'are not for the role %s',
    async (role) => {
      openMockServer(undefined, role);
      for (const path of ['/accounts', '/accounts/invite', '/accounts/tokens', '/accounts/sample-office']) {
        const { unmount } = renderApp({ path });
        const told = { level: 1, name: 'This page is not part of your work' };
        expect(await screen.findByRole('heading', told)).toBeVisible();
        expect(screen.queryByText('sample-office')).not.toBeInTheDocument();
        expect(screen.queryByRole('link', { name: 'Accounts' })).not.toBeInTheDocument();
        unmount();
      }
    },
  );

  it('are where an administrator is led, who is shown no way to a household', async () => {
    const { history } = renderApp({ path: '/' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Accounts' })).toBeVisible();
    expect(history.location.pathname).toBe('/accounts');
    const links = within(screen.getByRole('navigation', { name: 'Main' })).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['Accounts', 'Tokens']);
    renderApp({ path: '/households/nangangzi-003' });
    expect(
      await screen.findByRole('heading', { level: 1, name: 'This page is not part of your work' }),
    ).toBeVisible();
  });

  it('are listed with role, places, state, last sign of life and open sessions', async () => {
    await withPassword();
    await fetch('http://localhost:3000/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ signInName: 'li.na', password: PASSWORD }),
    });
    mockServer().seeAs('administrator');
    await invited({ signInName: 'wang.wu', name: 'Wang Wu', role: 'office', places: ['cn/22', 'cn/90'] });
    renderApp({ path: '/accounts' });
    expect(
      await screen.findByRole('row', {
        name: /Li Na li.na Village cadre Nangangzi Village Active 2018-07-16 12:00 1/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /Wang Wu wang.wu Office .* Invited Never 0/ })).toBeVisible();
    expect(
      screen.getByRole('row', { name: /Sample cadre .* Nangangzi Village, .* and 4 more/ }),
    ).toBeVisible();
    expect(screen.getByRole('row', { name: /Sample administrator ?You/ })).toBeVisible();
  });

  it('are found by name, place, role and state, which stand in the link', async () => {
    await invited({ name: 'Li Na' });
    const { user, history } = renderApp({ path: '/accounts?role=villageCadre' });
    expect(await screen.findByText('2 of 6 accounts')).toBeVisible();
    await user.selectOptions(field('State'), 'Invited');
    expect(await screen.findByText('1 of 6 accounts')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Li Na' })).toBeVisible();
    await user.type(screen.getByRole('searchbox'), 'nobody of this name');
    expect(await screen.findByText('No account is like this')).toBeVisible();
    await waitFor(() => expect(history.location.search).toContain('q=nobody'));
    expect(history.location.search).toContain('state=invited');
    await user.click(button('Clear the search and filters'));
    expect(await screen.findByText('6 accounts')).toBeVisible();
    await user.type(screen.getByRole('searchbox'), 'nangangzi');
    expect(await screen.findByText('3 of 6 accounts')).toBeVisible();
  });

  it('say so when the service fails, and try again', async () => {
    mockServer().use(
      http.get('*/api/accounts', () => HttpResponse.json({}, { status: 503 }), { once: true }),
    );
    const { user } = renderApp({ path: '/accounts' });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('5 accounts')).toBeVisible();
  });
});

describe('inviting somebody', () => {
  it('says beside each field what is wrong, and makes nobody', async () => {
    const { user } = renderApp({ path: '/accounts/invite' });
    await screen.findByRole('group', { name: 'Places' });
    await user.type(field('Sign-in name'), 'Li Na!');
    await user.click(button('Make the link'));
    expect(field('Name')).toHaveAccessibleDescription(/Please fill this in/);
    expect(field('Name')).toHaveFocus();
    expect(field('Sign-in name')).toHaveAccessibleDescription(/3 to 40 small letters/);
    expect(places()).toHaveAccessibleDescription(/Please fill this in/);
    expect(field('Sign-in name')).toHaveValue('Li Na!');
    expect(await accounts()).toHaveLength(5);
  });

  it('refuses a sign-in name that somebody has, beside its field', async () => {
    await invited();
    const { user } = renderApp({ path: '/accounts/invite' });
    await fill(user);
    await user.click(button('Make the link'));
    await waitFor(() =>
      expect(field('Sign-in name')).toHaveAccessibleDescription(/Somebody has this sign-in name already/),
    );
    expect(field('Sign-in name')).toHaveFocus();
    expect(field('Name')).toHaveValue('Li Na');
  });

  it('refuses a place that is outside the administrator’s, beside the places', async () => {
    mockServer().use(
      http.post('*/api/accounts', () =>
        HttpResponse.json(
          { defined: true, code: 'NOT_YOUR_PLACE', status: 422, message: '', data: { field: 'places' } },
          { status: 422 },
        ),
      ),
    );
    const { user } = renderApp({ path: '/accounts/invite' });
    await fill(user);
    await user.click(button('Make the link'));
    await waitFor(() => expect(places()).toHaveAccessibleDescription(/outside yours/));
  });

  it('offers only places where the role can sit, and says which chosen one it cannot', async () => {
    const { user } = renderApp({ path: '/accounts/invite' });
    const group = within(await screen.findByRole('group', { name: 'Places' }));
    expect(group.queryByRole('checkbox', { name: /Whole country/ })).not.toBeInTheDocument();
    await user.click(group.getByRole('checkbox', { name: /^Nangangzi Village/ }));
    await user.selectOptions(field('Role'), 'Office');
    expect(group.getByRole('checkbox', { name: /Whole country/ })).not.toBeChecked();
    expect(group.queryByRole('checkbox', { name: /^Nangangzi Village/ })).not.toBeInTheDocument();
    await user.type(field('Name'), 'Li Na');
    await user.type(field('Sign-in name'), 'li.na');
    await user.click(button('Make the link'));
    expect(places()).toHaveAccessibleDescription(/This role is not for such a place/);
    await user.click(button('Take off Nangangzi Village, not for this role'));
    await user.type(field('Find a place'), '大安');
    expect(group.getAllByRole('checkbox')).toHaveLength(1);
    await user.click(group.getByRole('checkbox', { name: /^Da'an City County · 1 village/ }));
    await user.click(button('Make the link'));
    await screen.findByText('The link for Li Na');
    expect(await accountOf('li.na')).toMatchObject({ role: 'office', places: ['cn/22/2208/220882'] });
  });

  it('keeps what was typed when the service does not answer', async () => {
    mockServer().use(http.post('*/api/accounts', () => HttpResponse.error(), { once: true }));
    const { user } = renderApp({ path: '/accounts/invite' });
    await fill(user);
    await user.click(button('Make the link'));
    expect(await screen.findByText(/did not answer/)).toBeVisible();
    await user.click(button('Make the link'));
    expect(await screen.findByText('The link for Li Na')).toBeVisible();
  });

  it('shows the link once, with its end, and copies it', async () => {
    const { user } = renderApp({ path: '/accounts/invite' });
    const copy = vi.spyOn(navigator.clipboard, 'writeText');
    await fill(user);
    await user.click(button('Make the link'));
    const link = await screen.findByRole<HTMLInputElement>('textbox', { name: 'One-time link' });
    expect(link.value).toMatch(/^http:\/\/localhost:3000\/invitation#[\w-]{43}$/);
    expect(screen.getByText('Works once, until 2018-07-23 12:00.')).toBeVisible();
    await user.click(button('Copy'));
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(copy).toHaveBeenCalledWith(link.value);
    expect(await accountOf('li.na')).toMatchObject({ state: 'invited', places: [NANGANGZI] });
    await user.click(screen.getByRole('link', { name: 'To the account' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Li Na' })).toBeVisible();
    expect(screen.queryByLabelText('One-time link')).not.toBeInTheDocument();
  });

  it('selects the link where the browser does not let it be copied', async () => {
    const { user } = renderApp({ path: '/accounts/invite' });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
    await fill(user);
    await user.click(button('Make the link'));
    await user.click(await screen.findByRole('button', { name: 'Copy' }));
    expect(await screen.findByText(/copy it by hand/)).toBeVisible();
  });
});

async function fill(user: ReturnType<typeof renderApp>['user']) {
  const group = within(await screen.findByRole('group', { name: 'Places' }));
  await user.type(field('Name'), 'Li Na');
  await user.type(field('Sign-in name'), 'li.na');
  await user.click(group.getByRole('checkbox', { name: /^Nangangzi Village/ }));
}

describe('an account', () => {
  it('says so when there is none', async () => {
    renderApp({ path: '/accounts/nobody' });
    expect(await screen.findByText('There is no such account')).toBeVisible();
  });

  it('cannot be changed or disabled by its own person', async () => {
    renderApp({ path: '/accounts/sample-administrator?ask=change' });
    expect(await screen.findByText(/This is your own account/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Change' })).not.toBeInTheDocument();
    expect(screen.queryByLabelText('Role')).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Disable the account' })).not.toBeInTheDocument();
  });

  it('is not disabled without a reason', async () => {
    const { user, history } = renderApp({ path: '/accounts/sample-office' });
    await user.click(await screen.findByRole('button', { name: 'Disable the account' }));
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Disable the account of Sample office?' }),
    );
    expect(history.location.search).toBe('?ask=disable');
    await user.click(dialog.getByRole('button', { name: 'Disable the account' }));
    expect(dialog.getByLabelText('Why?')).toHaveAccessibleDescription(/Please fill this in/);
    expect(await accountOf('sample-office')).toMatchObject({ state: 'active' });
  });

  it('is disabled with a reason, and enabled again with another', async () => {
    await withPassword();
    const id = (await accountOf('li.na'))?.id;
    const { user } = renderApp({ path: `/accounts/${id}?ask=disable` });
    const asked = within(await screen.findByRole('dialog'));
    await user.type(asked.getByLabelText('Why?'), 'Left the village.');
    await user.click(asked.getByRole('button', { name: 'Disable the account' }));
    expect(await screen.findByText('Disabled')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Enable the account' }));
    const again = within(await screen.findByRole('dialog', { name: 'Enable the account of Li Na?' }));
    await user.type(again.getByLabelText('Why?'), 'Came back.');
    await user.click(again.getByRole('button', { name: 'Enable the account' }));
    expect(await screen.findByText('Active')).toBeVisible();
  });

  it('gets another role and place; what is refused stays typed', async () => {
    mockServer().use(
      http.put(
        '*/api/accounts/:id',
        () =>
          HttpResponse.json(
            { defined: true, code: 'OWN_ACCOUNT', status: 409, message: '' },
            { status: 409 },
          ),
        { once: true },
      ),
    );
    const { user } = renderApp({ path: '/accounts/sample-office' });
    await user.click(await screen.findByRole('button', { name: 'Change' }));
    await user.selectOptions(await screen.findByLabelText('Role'), 'Village cadre');
    await screen.findByRole('group', { name: 'Places' });
    await user.click(button('Take off Whole country, not for this role'));
    await user.click(within(places()).getByRole('checkbox', { name: /^Nangangzi Village/ }));
    await user.click(button('Save'));
    expect(await screen.findByText(/Nobody changes or disables their own account/)).toBeVisible();
    await user.click(button('Save'));
    expect(await screen.findByText('Saved.')).toBeVisible();
    expect(await accountOf('sample-office')).toMatchObject({ role: 'villageCadre', places: [NANGANGZI] });
  });

  it('gets a new link after a question, and the one before is void', async () => {
    const before = await invited();
    const { user } = renderApp({ path: `/accounts/${before.accountId}` });
    await user.click(await screen.findByRole('button', { name: 'Make a new link' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'One-time link' }));
    expect(dialog.getByText(/Make a new one-time link for Li Na/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Make a new link' }));
    const link = await screen.findByRole<HTMLInputElement>('textbox', { name: 'One-time link' });
    expect(link.value).not.toContain(before.secret);
    const open = (secret: string) =>
      fetch('http://localhost:3000/api/invitations/open', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret }),
      });
    expect((await open(before.secret)).status).toBe(404);
    expect((await open(link.value.split('#')[1] ?? '')).status).toBe(200);
  });

  it('shows where it is signed in, and ends a session after a question', async () => {
    const { accountId } = await withPassword();
    await fetch('http://localhost:3000/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': 'A phone' },
      body: JSON.stringify({ signInName: 'li.na', password: PASSWORD }),
    });
    mockServer().seeAs('administrator');
    const { user } = renderApp({ path: `/accounts/${accountId}` });
    await user.click(await screen.findByRole('button', { name: /^End the session: / }));
    const dialog = within(await screen.findByRole('dialog', { name: 'End this session?' }));
    await user.click(dialog.getByRole('button', { name: 'End the session' }));
    expect(await screen.findByText('Nobody is signed in with this account.')).toBeVisible();
  });
});

describe('tokens', () => {
  it('are not made without a program, a place and a bearable number of days', async () => {
    const { user } = renderApp({ path: '/accounts/tokens?make=true' });
    await screen.findByRole('group', { name: 'Places' });
    await user.clear(field('Ends after'));
    await user.type(field('Ends after'), '400');
    await user.click(button('Make the token'));
    expect(field('Which program is it for?')).toHaveAccessibleDescription(/Please fill this in/);
    expect(field('Ends after')).toHaveAccessibleDescription(/above what is possible/);
    expect(places()).toHaveAccessibleDescription(/Please fill this in/);
  });

  it('are shown once, listed with who made them, and revoked after a question', async () => {
    const { user, history } = renderApp({ path: '/accounts/tokens' });
    expect(await screen.findByText('There is no token yet')).toBeVisible();
    await user.click(button('New token'));
    expect(history.location.search).toBe('?make=true');
    await screen.findByRole('group', { name: 'Places' });
    expect(within(field('Role')).getAllByRole('option')).toHaveLength(2);
    await user.type(field('Which program is it for?'), 'County statistics');
    await user.click(within(places()).getByRole('checkbox', { name: /^Da'an City/ }));
    await user.click(button('Make the token'));
    const secret = await screen.findByLabelText<HTMLInputElement>('Token');
    expect(secret.value).toMatch(/^cpd_/);
    const row = /County statistics Office Da'an City 2018-07-16 12:00 ?Sample administrator Never 2018-10-14/;
    expect(await screen.findByRole('row', { name: row })).toBeVisible();
    await user.click(button('Revoke: County statistics'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Revoke this token?' }));
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Holds')).toBeVisible();
    await user.click(button('Revoke: County statistics'));
    await user.click(await screen.findByRole('button', { name: 'Revoke the token' }));
    expect(await screen.findByText('Revoked')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Revoke:/ })).not.toBeInTheDocument();
  });
});
