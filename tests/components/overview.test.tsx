import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const villages = async () => {
  const [table] = await screen.findAllByRole('table');
  if (!table) throw new Error('no table of villages');
  return within(table)
    .getAllByRole('rowheader')
    .map((row) => within(row).getByRole('link').textContent);
};

describe('the overview', () => {
  it('lists Nangangzi first, the fictional villages after it and marked as such', async () => {
    renderApp({ path: '/' });
    expect((await villages())[0]).toBe('Nangangzi Village');
    expect(screen.getAllByText('Fictional')).toHaveLength(5);
  });

  it('says how many follow-ups and commitments are overdue, and where to go first', async () => {
    renderApp({ path: '/' });
    const lead = await screen.findByText(/6 contact points:/);
    expect(lead).toHaveTextContent(
      /6 contact points: 1 follow-up visit overdue, \d+ commitments overdue\. Longest due: Sample village 3/,
    );
    expect(within(lead).getByRole('link', { name: '1 follow-up visit overdue' })).toHaveAttribute(
      'href',
      '/?show=followUpDue',
    );
    expect(within(lead).getByRole('link', { name: /commitments overdue/ })).toHaveAttribute(
      'href',
      '/commitments?state=overdue',
    );
  });

  it('counts households and persons apart and shows how much of it is known', async () => {
    renderApp({ path: '/' });
    const row = (await screen.findByRole('rowheader', { name: /Nangangzi/ })).closest('tr');
    expect(row).toHaveTextContent('11 registered poor');
    expect(row).toHaveTextContent('1 status unknown');
    expect(row).toHaveTextContent('5% → 3.9%');
    expect(row).toHaveTextContent('25 poor persons of 637 people');
    expect(row).toHaveTextContent('10 of 12 households');
    expect(row).toHaveTextContent('14 days ago');
    expect(row).toHaveTextContent('2 overdue');
    expect(within(row ?? document.body).getByRole('link', { name: '11 registered poor' })).toHaveAttribute(
      'href',
      '/villages/nangangzi/households?status=registered',
    );
  });

  it('tells a village that nobody has visited, and offers to log a visit', async () => {
    renderApp({ path: '/' });
    const row = (await screen.findByRole('rowheader', { name: /Sample village 6/ })).closest('tr');
    expect(row).toHaveTextContent('No visit yet');
    expect(within(row ?? document.body).getByRole('link', { name: 'Log a visit' })).toBeVisible();
  });

  it.each(['南岗子', 'nangangzi', 'ngz', 'jing junhai', 'jingjunhai', '景俊海'])(
    'finds Nangangzi by “%s”',
    async (typed) => {
      const { user } = renderApp({ path: '/' });
      await user.type(await screen.findByLabelText(/Search village/), typed);
      expect(await screen.findByText('1 of 6 contact points')).toBeVisible();
      expect(await villages()).toEqual(['Nangangzi Village']);
    },
  );

  it('puts what is unknown last whichever way it is sorted', async () => {
    const { user } = renderApp({ path: '/' });
    await user.selectOptions(await screen.findByLabelText('Sort by'), 'incidence');
    await vi.waitFor(async () => expect((await villages())[0]).toBe('Sample village 2'));
    await user.selectOptions(screen.getByLabelText('Sort by'), 'incidence-desc');
    await vi.waitFor(async () => expect((await villages())[0]).toBe('Sample village 5'));
    expect((await villages()).slice(-2)).toEqual(['Sample village 4', 'Sample village 6']);
  });

  it('draws incidence village by village, unknown ones as unknown', async () => {
    const { user } = renderApp({ path: '/' });
    const chart = await screen.findByRole('figure', {
      name: 'Incidence fell in 3 of 3 villages where it is known at both visits',
    });
    await user.click(within(chart).getByRole('button', { name: 'Show as table' }));
    expect(
      within(chart).getByRole('rowheader', { name: 'Nangangzi Village' }).closest('tr'),
    ).toHaveTextContent('5%3.9%');
    expect(
      within(chart).getByRole('rowheader', { name: 'Sample village 4' }).closest('tr'),
    ).toHaveTextContent('UnknownUnknown');
  });

  it('says when nothing matches and clears the search', async () => {
    const { user } = renderApp({ path: '/?q=nowhere' });
    expect(await screen.findByText('No contact point matches.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear search and filter' }));
    expect(await screen.findByText('6 of 6 contact points')).toBeVisible();
  });

  it('says what to do where there is no contact point at all', async () => {
    openMockServer([]);
    renderApp({ path: '/' });
    expect(await screen.findByText('No contact point is recorded yet.')).toBeVisible();
  });

  it('shows a failure as such, and a retry brings the list', async () => {
    mockServer().use(http.get('*/api/contact-points', () => HttpResponse.json({}, { status: 503 })));
    const { user } = renderApp({ path: '/' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    mockServer().resetHandlers();
    await user.click(again);
    expect((await villages())[0]).toBe('Nangangzi Village');
  });
});
