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

  it.each([
    ['Registered poor persons', 'Registered poor persons', 'poorPersons'],
    ['Poor households', 'Poor households', 'poorHouseholds'],
    ['Poverty incidence', 'Poverty incidence', 'incidence'],
    ['Headcount (P0)', 'Headcount (P0)', 'headcount'],
    ['Poverty gap (P1)', 'Poverty gap (P1)', 'gap'],
    ['Severity (P2)', 'Severity (P2)', 'severity'],
  ])('open their sum: %s', async (label, title, code) => {
    openMockServer(undefined, 'office');
    const { user, history, unmount } = renderApp({ path: '/measures?series=sixPercent' });
    const together = within(await screen.findByRole('region', { name: 'Together' }));
    const [shown] = within(together.getByText(label).closest('div') ?? document.body).getAllByRole('link');
    if (!shown) throw new Error('the figure is no link');
    const said = shown.textContent;
    await user.click(shown);
    const told = within(await screen.findByRole('dialog', { name: title }, { timeout: 10_000 }));
    expect(history.location.search).toContain(`figure=${code}`);
    expect(told.getAllByText(said).length).toBeGreaterThan(0);
    expect(told.getByText('Formula')).toBeVisible();
    expect(
      told.getByRole('heading', { name: /^Villages of which it is not known, or not wholly \(\d\)$/ }),
    ).toBeVisible();
    expect(told.getByRole('link', { name: 'Sample village 6' }).closest('li')).toHaveTextContent(
      'no visit yet',
    );
    const again = told.getByRole('link', { name: /\/measures\?/ });
    expect(again).toHaveAttribute('href', expect.stringMatching(new RegExp(`on=2018-07-16.*figure=${code}`)));
    // The same figure from the link, which names the day and the rules.
    const { pathname, search } = new URL(again.getAttribute('href') ?? '', document.baseURI);
    const village =
      told.getByRole('rowheader', { name: /^Nangangzi Village/ }).closest('tr') ?? document.body;
    const own = within(village).getByRole('link');
    const [digits, href] = [own.textContent, own.getAttribute('href') ?? ''];
    unmount();
    const linked = renderApp({ path: pathname + search });
    const reopened = within(await screen.findByRole('dialog', { name: title }));
    expect((await reopened.findAllByText(said)).length).toBeGreaterThan(0);
    // And the village’s own number, by its visit.
    linked.unmount();
    renderApp({ path: href });
    expect(href).toContain('to=nangangzi-2018-07-02');
    const ofVillage = within(await screen.findByRole('dialog', { name: title }, { timeout: 10_000 }));
    expect((await ofVillage.findAllByText(digits)).length).toBeGreaterThan(0);
  });

  it('are those of a past day in its link, which leads to today', async () => {
    openMockServer(undefined, 'office');
    const { user } = renderApp({ path: '/measures?on=2018-03-01' });
    expect(await screen.findByText('Visits up to March 1, 2018 alone')).toBeVisible();
    const drawn = await figure(/below the line in \d villages?/);
    expect(drawn).toHaveTextContent('2018-01-22');
    expect(drawn).not.toHaveTextContent('2018-07-02');
    await user.click(screen.getByRole('link', { name: 'As of today' }));
    expect(await screen.findAllByText('2018-07-02')).not.toHaveLength(0);
  });

  it('do not count a village that nobody visited as having no poor', async () => {
    openMockServer(undefined, 'office');
    const { user } = renderApp({ path: '/measures' });
    const drawn = await figure(/of persons with a known income/);
    await user.click(within(drawn).getByRole('button', { name: 'Show as table' }));
    const row = within(drawn).getByRole('rowheader', { name: 'Sample village 6' }).closest('tr');
    expect(row?.textContent).not.toMatch(/0/);
    expect(within(row ?? document.body).getAllByText('Unknown').length).toBeGreaterThan(8);
  });

  it('are none where nobody sees one, and the page leads on', async () => {
    openMockServer([], 'office');
    renderApp({ path: '/measures' });
    expect(await screen.findByText('There is no village here that you may see.')).toBeVisible();
  });
});
