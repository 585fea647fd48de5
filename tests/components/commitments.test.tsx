import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const listed = async (): Promise<HTMLElement[]> => {
  const heading = await screen.findByRole('heading', { level: 2, name: /One by one/ });
  const list = heading.parentElement?.querySelector('ul');
  return [...(list?.children ?? [])].filter((item) => item instanceof HTMLElement);
};
const item = async (what: RegExp): Promise<HTMLElement> => {
  const found = (await listed()).find((one) => what.test(one.textContent));
  if (!found) throw new Error(`${what} is not listed`);
  return found;
};

describe('the commitments ledger', () => {
  it('says at once what was promised, what was kept and what is overdue', async () => {
    renderApp({ path: '/commitments' });
    expect((await screen.findByRole('link', { name: '14 commitments' })).closest('p')).toHaveTextContent(
      '14 commitments made: 2 kept, 1 not kept. 11 still owed, 4 overdue.',
    );
    expect(screen.getByRole('figure', { name: '2 of 7 that were judged are kept' })).toBeVisible();
  });

  it('lists what is overdue longest first, and what was closed last', async () => {
    renderApp({ path: '/commitments' });
    const standing = (await listed()).map((one) => one.firstElementChild?.textContent ?? '');
    expect(standing[0]).toMatch(/Overdue by 197 days$/);
    expect(standing.filter((words) => words.includes('Overdue')).length).toBe(4);
    expect(standing.slice(0, 4).every((words) => words.includes('Overdue'))).toBe(true);
    expect(standing.slice(-3).join(' ')).not.toMatch(/Due|Overdue/);
  });

  it('shows for each verdict who gave it, when, and what shows it, down to the readings', async () => {
    const { user } = renderApp({ path: '/commitments?village=nangangzi' });
    const irrigation = within(await item(/irrigation works/));
    expect(irrigation.getByText('Works seen under way on 2 July')).toBeVisible();
    expect(irrigation.getByRole('link', { name: 'Leader’s visit, 2018-07-02' })).toHaveAttribute(
      'href',
      '/visits/nangangzi-2018-07-02',
    );
    expect(irrigation.getByRole('link', { name: /About Paddy-field/ })).toBeVisible();
    await user.click(irrigation.getByRole('link', { name: 'Stage Under construction' }));
    expect(await screen.findByRole('dialog', { name: /Stage/ })).toBeVisible();
  });

  it('tells the whole history of one that was kept and reopened', async () => {
    const { user } = renderApp({ path: '/commitments?state=reopened' });
    const pump = within(await item(/Mend the pump/));
    expect(pump.getByText('to be done until 2018-08-31')).toBeVisible();
    expect(pump.getByText('first promised for 2017-06-30')).toBeVisible();
    await user.click(pump.getByText('Earlier verdicts (1)'));
    expect(pump.getByText('The pump runs again')).toBeVisible();
    expect(pump.getByRole('link', { name: 'Work team’s visit, 2017-09-12' })).toBeVisible();
  });

  it('leads from each part of the picture to what is counted in it, and the link keeps that', async () => {
    const { user, history } = renderApp({ path: '/commitments' });
    await user.click(await screen.findByRole('link', { name: /, Partly kept: 2$/ }));
    expect(history.location.search).toMatch(/theme=guarantees&state=partly|state=partly&theme=guarantees/);
    expect(await screen.findByText('2 of 14 commitments')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear all' }));
    await user.click(await screen.findByRole('link', { name: '11' }));
    expect(await screen.findByText('11 of 14 commitments')).toBeVisible();
  });

  it('is found by owner, theme, state and words in either script, and says when nothing matches', async () => {
    const { user } = renderApp({ path: '/commitments' });
    await user.type(await screen.findByLabelText(/Search/), 'guangai');
    expect(await screen.findByText(/^\d+ of 14 commitments$/)).not.toHaveTextContent('14 of 14');
    await user.clear(screen.getByLabelText(/Search/));
    await user.selectOptions(screen.getByLabelText('State'), 'overdue');
    expect(await screen.findByText('4 of 14 commitments')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Theme'), 'industry');
    expect(await screen.findByText('No commitment matches. Take a filter away.')).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Remove: Theme: Fill the gaps, inner drive, industry' }),
    );
    expect(await screen.findByText('4 of 14 commitments')).toBeVisible();
  });

  it('is saved as a table with the same digits and what was asked for', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${files.push(blob as Blob)}`;
    const { user } = renderApp({ path: '/commitments?state=overdue' });
    await user.click(await screen.findByRole('button', { name: 'Save table (CSV)' }));
    const csv = (await files[0]?.text()) ?? '';
    const lines = csv.trim().split('\r\n');
    expect(lines).toContain('State: Overdue');
    expect(lines.filter((line) => line.includes(',Overdue,'))).toHaveLength(4);
    expect(csv).toContain(',2017-12-31,Partly kept,2018-02-08,One is repaired,Overdue,197,');
    expect(csv).toContain('Synthetic');
  });

  it('of a village where nothing was promised says so', async () => {
    renderApp({ path: '/commitments?village=sample-village-6' });
    expect(await screen.findByText(/Nothing was promised here yet/)).toBeVisible();
    expect(screen.getByRole('heading', { level: 1, name: 'Commitments of Sample village 6' })).toBeVisible();
  });

  it('shows a failure as such, and a retry brings the list', async () => {
    mockServer().use(http.get('*/api/commitments', () => HttpResponse.json({}, { status: 503 })));
    const { user } = renderApp({ path: '/commitments' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    mockServer().resetHandlers();
    await user.click(again);
    expect((await listed()).length).toBe(14);
  });

  it('is one link away from a village’s progress and from the overview', async () => {
    openMockServer(undefined, 'leaderStaff');
    const { user, history } = renderApp({ path: '/villages/nangangzi' });
    await user.click(await screen.findByRole('link', { name: 'All commitments of this village' }));
    expect(history.location.href).toBe('/commitments?village=nangangzi');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Commitments of Nangangzi Village' }),
    ).toBeVisible();
  });

  it('speaks Chinese', async () => {
    renderApp({ path: '/commitments', locale: 'zh-CN' });
    expect(await screen.findByRole('heading', { level: 1, name: '承诺台账' })).toBeVisible();
    expect(screen.getByText(/^共承诺/)).toHaveTextContent('共承诺 14 项：已兑现 2 项，未兑现 1 项。');
    expect(screen.getByText('已逾期 197 天')).toBeVisible();
  });
});
