import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#src/domain/permission.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const seenBy = (role: Role, path: string) => {
  openMockServer(undefined, role);
  return renderApp({ path });
};
const notTheirs = () =>
  screen.findByRole('heading', { level: 1, name: 'This page is not part of your work' });
const navigation = async () => {
  const found = within(await screen.findByRole('navigation', { name: 'Main' }));
  await screen.findByRole('link', { name: 'Progress' });
  return found.getAllByRole('link').map((link) => link.textContent);
};

describe('who may not record a visit', () => {
  it.each(['office', 'auditor'] as const)('is told so at its link: %s', async (role) => {
    seenBy(role, '/log?village=nangangzi');
    expect(await notTheirs()).toBeVisible();
    expect(screen.getByText(/Your role, (Office|Auditor), does not/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'To your pages' })).toHaveAttribute('href', '/');
    expect(screen.queryByLabelText('Day of the visit')).not.toBeInTheDocument();
  });

  it.each([
    ['office', ['Contact points', 'Progress', 'Households', 'Visits', 'Promises']],
    ['auditor', ['Contact points', 'Progress', 'Households', 'Visits', 'Promises', 'Audit trail']],
    ['leaderStaff', ['Contact points', 'Progress', 'Log a visit', 'Households', 'Visits', 'Promises']],
    ['villageCadre', ['Contact points', 'Progress', 'Log a visit', 'Households', 'Visits', 'Promises']],
  ] as const)('is not led there: %s', async (role, links) => {
    seenBy(role, '/households/nangangzi-003');
    expect(await navigation()).toEqual(links);
    await screen.findByRole('heading', { level: 2, name: 'Members' });
    const main = within(screen.getByRole('main'));
    const offered = main.queryAllByRole('link', { name: 'Log a visit' }).length;
    expect(offered).toBe(links.some((link) => link === 'Log a visit') ? 1 : 0);
  });
});

describe('who may not correct a reading', () => {
  const path = '/households/nangangzi-012?reading=nangangzi-012-water-2018-01-22';

  it.each(['office', 'leaderStaff', 'auditor'] as const)('sees its history alone: %s', async (role) => {
    seenBy(role, path);
    const dialog = within(await screen.findByRole('dialog', { name: /Safe drinking water/ }));
    expect(await dialog.findByText('Recorded on')).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Correct' })).not.toBeInTheDocument();
  });

  it('is not the village’s cadre', async () => {
    seenBy('villageCadre', path);
    const dialog = within(await screen.findByRole('dialog', { name: /Safe drinking water/ }));
    expect(await dialog.findByRole('button', { name: 'Correct' })).toBeVisible();
  });
});

describe('the kinds of visit', () => {
  const kinds = async () => {
    const field = await screen.findByLabelText<HTMLSelectElement>('Kind of visit');
    return { chosen: field.value, offered: [...field.options].map(({ value }) => value) };
  };

  it('are the leader’s alone for the leader’s staff', async () => {
    seenBy('leaderStaff', '/log?village=nangangzi');
    expect(await kinds()).toEqual({ chosen: 'leader', offered: ['leader'] });
  });

  it('are all of them for the village’s cadre, a helper’s first', async () => {
    seenBy('villageCadre', '/log?village=nangangzi');
    expect(await kinds()).toEqual({
      chosen: 'helper',
      offered: ['leader', 'helper', 'workTeam', 'thirdParty'],
    });
  });
});

it('a right that was taken away is told calmly, and the navigation follows', async () => {
  const { user } = seenBy('office', '/villages/nangangzi');
  const households = await screen.findAllByRole('link', { name: 'Households' });
  mockServer().seeAs('administrator');
  await user.click(households[0] ?? document.body);
  expect(await notTheirs()).toBeVisible();
  expect(await screen.findByRole('link', { name: 'Accounts' })).toBeVisible();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});
