import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';

describe('the projects of a village', () => {
  it('show built, money and benefit apart, and what is not known as unknown', async () => {
    renderApp({ path: '/villages/nangangzi/projects' });
    const irrigation = (await screen.findByRole('link', { name: /irrigation project/ })).closest('li');
    expect(irrigation).toHaveTextContent('Under construction');
    expect(irrigation).toHaveTextContent('62%');
    expect(irrigation).toHaveTextContent('¥2,050,000 of ¥3,600,000');
    expect(irrigation).toHaveTextContent('Irrigated: 0 mu of 1,200 mu planned');
    const mushrooms = screen.getByRole('link', { name: /mushrooms/ }).closest('li');
    expect(mushrooms).toHaveTextContent('BuiltUnknown');
    expect(mushrooms).toHaveTextContent('Mushroom bags growing: 1,200 bags of 2,000 bags planned');
  });

  it('are missing in a village that has none, and the page says so', async () => {
    renderApp({ path: '/villages/sample-village-4/projects' });
    expect(await screen.findByText('No project is recorded in this village.')).toBeVisible();
  });
});

describe('the record of a project', () => {
  it('marks fact by fact what the article reports and what is invented', async () => {
    renderApp({ path: '/projects/nangangzi-irrigation' });
    await screen.findByRole('heading', { level: 1, name: /irrigation project/ });
    expect(screen.getByText('Stage:').closest('p')).toHaveTextContent(
      /Under construction\s*▣ Reported in press/,
    );
    const built = await screen.findByRole('figure', { name: '62% built on 2018-07-02' });
    expect(built).toHaveTextContent('Synthetic');
  });

  it('counts delays of milestones from the service’s today', async () => {
    renderApp({ path: '/projects/nangangzi-irrigation' });
    expect(await screen.findByText('due 2018-07-10, late by 6 days')).toBeVisible();
    expect(screen.getByText('done 2018-06-08, 8 days late')).toBeVisible();
    expect(screen.getByText('due 2018-10-15')).toBeVisible();
  });

  it('gives the chart’s numbers as a table', async () => {
    const { user } = renderApp({ path: '/projects/nangangzi-irrigation' });
    const money = await screen.findByRole('figure', { name: '¥2,050,000 spent by 2018-07-02' });
    await user.click(within(money).getByRole('button', { name: 'Show as table' }));
    expect(
      within(money)
        .getAllByRole('row')
        .map((row) => row.textContent),
    ).toEqual([
      'DayValueEvidence',
      '2017-10-18¥60,000Synthetic',
      '2018-01-22¥480,000Synthetic',
      '2018-07-02¥2,050,000Synthetic',
    ]);
  });

  it('leads to its households, its visits and the readings behind it', async () => {
    renderApp({ path: '/projects/nangangzi-mushrooms' });
    expect(await screen.findByRole('link', { name: 'Wang Huanpeng' })).toHaveAttribute(
      'href',
      '/households/nangangzi-001',
    );
    expect(screen.getByText('Mushroom bags growing', { selector: 'summary span' })).toBeVisible();
  });

  it('that is not there says so', async () => {
    renderApp({ path: '/projects/none' });
    expect(await screen.findByText('There is no such record.')).toBeVisible();
  });
});
