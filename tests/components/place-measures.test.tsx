import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const figure = (name: RegExp) => screen.findByRole('figure', { name });

describe('many villages together', () => {
  it('are added up by persons, each village by its own last visit', async () => {
    openMockServer(undefined, 'office');
    renderApp({ path: '/measures' });
    const together = within(await screen.findByRole('region', { name: 'Together' }));
    expect(together.getByText('Registered poor persons').closest('div')).toHaveTextContent(/\d+ people/);
    expect(together.getByText('Headcount (P0)').closest('div')).toHaveTextContent(/of 6 villages/);
    const drawn = await figure(/of persons with a known income are below the line in \d villages/);
    expect(within(drawn).getByRole('link', { name: 'Nangangzi Village' })).toHaveAttribute(
      'href',
      '/villages/nangangzi/measures',
    );
    expect(drawn).toHaveTextContent('No visit yet');
  });

  it('are narrowed to a township, by the line that is chosen, in the link', async () => {
    openMockServer(undefined, 'office');
    const { user, history } = renderApp({ path: '/measures' });
    const place = await screen.findByLabelText('Place');
    const [option] = within(place).getAllByRole('option', { name: /Honggangzi/ });
    await user.selectOptions(place, option ?? []);
    expect(await figure(/below the line in 1 village$/)).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Poverty line'), 'sixPercent');
    expect(await screen.findByText(/¥3,535 per person in 2018/)).toBeVisible();
    expect(history.location.search).toContain('series=sixPercent');
    expect(decodeURIComponent(history.location.search)).toContain('honggangzi');
  });

  it('are none where nobody sees one, and the page leads on', async () => {
    openMockServer([], 'office');
    renderApp({ path: '/measures' });
    expect(await screen.findByText('There is no village here that you may see.')).toBeVisible();
  });
});
