import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { PASSWORD, withPassword } from '#tests/support/people.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const HOUSEHOLD = '/households/nangangzi-003';
const NAME = 'Sample household 03';

/** As the browser tells it to the tabs in which it did not happen. */
const happensElsewhere = () =>
  act(() => void window.dispatchEvent(new StorageEvent('storage', { key: 'session-changed' })));

describe('in another tab of the browser', () => {
  it('somebody signs out: nothing of what was read stays on screen here', async () => {
    renderApp({ path: HOUSEHOLD });
    await screen.findByRole('heading', { level: 1, name: NAME });
    mockServer().seeAs(null);
    happensElsewhere();
    expect(await screen.findByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();
    expect(document.body).not.toHaveTextContent(NAME);
  });

  it('somebody else signs in: this page is theirs at once', async () => {
    renderApp({ path: HOUSEHOLD });
    await screen.findByRole('heading', { level: 1, name: NAME });
    mockServer().seeAs('auditor');
    happensElsewhere();
    expect(await screen.findByRole('button', { name: 'Account: Sample auditor' })).toBeVisible();
    await waitFor(() => expect(document.body).not.toHaveTextContent(NAME));
  });

  it('somebody else signs in and nobody tells: what this page asks next is not answered as theirs', async () => {
    const { user } = renderApp({ path: '/villages/nangangzi/households' });
    const [link] = await screen.findAllByRole('link', { name: NAME });
    if (!link) throw new Error('no link to the household');
    mockServer().seeAs('auditor');
    const refused: number[] = [];
    mockServer().events.on('response:mocked', ({ response }) => {
      if (response.status >= 400) refused.push(response.status);
    });
    await user.click(link);
    expect(await screen.findByRole('button', { name: 'Account: Sample auditor' })).toBeVisible();
    expect(await screen.findByRole('heading', { level: 1, name: 'S***' })).toBeVisible();
    expect(refused[0]).toBe(401);
  });
});

describe('a link to a reading', () => {
  const path = '/villages/nangangzi?reading=nangangzi-013-water-2018-07-02';

  it('asks to sign in first, and opens then', async () => {
    openMockServer(undefined, null);
    await withPassword();
    const { user } = renderApp({ path });
    await user.type(await screen.findByLabelText('Sign-in name'), 'li.na');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.type(screen.getByLabelText('Password'), PASSWORD);
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('dialog')).toBeVisible();
  });

  it('opens nothing for whoever may see no village', async () => {
    openMockServer(undefined, 'administrator');
    renderApp({ path });
    expect(await screen.findByText(/does not include this page/)).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
