import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';

describe('the visits to a village', () => {
  it('stand newest first, each with its distance from the one before', async () => {
    renderApp({ path: '/villages/nangangzi/visits' });
    const days = await screen.findAllByRole('link', { name: /, 201[78]$/ });
    expect(days.map((day) => day.textContent)).toEqual([
      'July 2, 2018',
      'January 22, 2018',
      'October 18, 2017',
    ]);
    expect(screen.getByText(/161 days after the visit before/)).toBeVisible();
  });

  it('can be told apart by kind, in the link', async () => {
    const { user, history } = renderApp({ path: '/villages/nangangzi/visits' });
    await user.selectOptions(await screen.findByLabelText('Kind of visit'), 'workTeam');
    expect(await screen.findByRole('link', { name: 'October 18, 2017' })).toBeVisible();
    expect(screen.queryByRole('link', { name: 'July 2, 2018' })).not.toBeInTheDocument();
    expect(history.location.search).toBe('?kind=workTeam');
  });

  it('are none where nobody came, and the page offers to log one', async () => {
    renderApp({ path: '/villages/sample-village-6/visits' });
    expect(await screen.findByText('Nobody has visited this village yet.')).toBeVisible();
  });
});

describe('the record of a visit', () => {
  it('reads the 2nd of July as the article tells it, with publisher and date', async () => {
    renderApp({ path: '/visits/nangangzi-2018-07-02' });
    await screen.findByRole('heading', { level: 1, name: 'Leader’s visit, July 2, 2018' });
    const stops = screen.getByRole('heading', { level: 2, name: 'Where and whom' }).closest('section');
    const items = within(stops ?? document.body).getAllByRole('listitem');
    expect(items).toHaveLength(5);
    for (const item of items) {
      expect(item).toHaveTextContent('Reported by Jilin Provincial Investment Promotion Website, 2018-07-06');
    }
    expect(items[0]).toHaveTextContent('clean and tidy');
  });

  it('holds only readings that the article supports', async () => {
    renderApp({ path: '/visits/nangangzi-2018-07-02' });
    const rows = within(await screen.findByRole('region', { name: 'Readings taken' })).getAllByRole('row');
    const read = rows.slice(1).map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent)
        .join(' '),
    );
    expect(read.toSorted()).toEqual([
      'Cleanliness Good ▣ Reported in press',
      'Register status Registered poor ▣ Reported in press',
      'Register status Registered poor ▣ Reported in press',
      'Road Good ▣ Reported in press',
      'Stage Under construction ▣ Reported in press',
      'Trees Good ▣ Reported in press',
    ]);
  });

  it('leads to the visit before it and to what changed since', async () => {
    const { user } = renderApp({ path: '/visits/nangangzi-2018-07-02' });
    await user.click(await screen.findByRole('link', { name: 'Compare with the visit before' }));
    expect(await screen.findByText(/161 days/)).toBeVisible();
  });

  it('that is not there says so', async () => {
    renderApp({ path: '/visits/none' });
    expect(await screen.findByText('There is no such record.')).toBeVisible();
  });
});
