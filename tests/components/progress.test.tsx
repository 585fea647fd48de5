import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const PAGE = '/villages/nangangzi';
const section = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 2, name });
  const found = heading.closest('section');
  if (!found) throw new Error(`${name} stands in no section`);
  return within(found);
};

describe('the progress of Nangangzi', () => {
  it('says in one sentence what changed between 22 January and 2 July 2018', async () => {
    renderApp({ path: PAGE });
    expect(await screen.findByText(/From January 22, 2018 to July 2, 2018 \(161 days\): /)).toHaveTextContent(
      /^Incidence fell from 5% to 3\.9%\. From .* 4 households got out of poverty/,
    );
    expect(screen.getByText(/The status of/)).toHaveTextContent(
      'The status of 1 household is not known. 2 poor households with unknown persons are not counted.',
    );
  });

  it('says the same in Chinese', async () => {
    renderApp({ path: PAGE, locale: 'zh-CN' });
    expect(await screen.findByText(/2018年1月22日至2018年7月2日（161 天）/)).toHaveTextContent(
      '贫困发生率由 5% 降至 3.9%。',
    );
  });

  it('shows each figure with n of N and marks what is synthetic', async () => {
    renderApp({ path: PAGE });
    const figures = await section('Then and now');
    const incidence = figures.getByText('Poverty incidence (persons)').closest('div');
    expect(incidence).toHaveTextContent('10 of 12 households');
    expect(incidence).toHaveTextContent('Synthetic');
    const income = figures.getByText('Net income per person, same households').closest('div');
    expect(income).toHaveTextContent('15 of 19 households');
  });

  it('shows who moved from which status to which', async () => {
    renderApp({ path: PAGE });
    const status = await section('Status');
    const row = status.getByRole('rowheader', { name: 'Out of poverty' }).closest('tr');
    expect(row).toHaveTextContent('1 household3 persons');
    const returned = await status.findByText('Out of poverty → Returned to poverty');
    expect(returned.closest('div')).toHaveTextContent('Sample household 08');
    expect(status.getByText('Status unknown → Registered poor').closest('div')).toHaveTextContent(
      'Wang Huanpeng',
    );
  });

  it('opens any cell of the table of moves as the households in it', async () => {
    const { user } = renderApp({ path: PAGE });
    const status = await section('Status');
    await user.click(status.getByRole('button', { name: 'Out of poverty → Out of poverty: 3 households' }));
    const opened = status.getByText('Out of poverty → Out of poverty').closest('div');
    expect(opened).toHaveTextContent('Sample household 07Sample household 11Sample household 19');
    expect(status.queryByText('Out of poverty → Returned to poverty')).not.toBeInTheDocument();
  });

  it('leads from each figure to the households behind it', async () => {
    const { user } = renderApp({ path: PAGE });
    const figures = await section('Then and now');
    await user.click(figures.getByRole('link', { name: 'Poor households' }));
    expect(await screen.findByText('12 of 21 households')).toBeVisible();
  });

  it('gives the same numbers in the table twin as in the chart', async () => {
    const { user } = renderApp({ path: PAGE });
    const chart = await screen.findByRole('figure', {
      name: 'Net income per person rose by ¥526 in the 15 households known at both visits',
    });
    await user.click(within(chart).getByRole('button', { name: 'Show as table' }));
    const row = within(chart).getByRole('rowheader', { name: 'Net income' }).closest('tr');
    expect(row).toHaveTextContent('¥2,745¥3,271+¥52615 of 19 households');
  });

  it('judges each commitment of January and keeps what was promised in July open', async () => {
    renderApp({ path: PAGE });
    const commitments = await section('Commitments');
    const water = commitments
      .getByText('Check the drinking water of every registered household')
      .closest('li');
    expect(water).toHaveTextContent('Partly kept');
    expect(water).toHaveTextContent('Overdue');
    const reported = commitments
      .getByText(/accurate alleviation, so that no one is left behind/)
      .closest('li');
    expect(reported).toHaveTextContent('No verdict yet');
    expect(reported).toHaveTextContent('Reported by Jilin Provincial Investment Promotion Website');
  });
});

describe('the pair of visits', () => {
  it('is chosen from the village’s visits and stands in the link', async () => {
    const { user, history } = renderApp({ path: PAGE });
    await user.selectOptions(await screen.findByLabelText('First visit'), 'nangangzi-2017-10-18');
    expect(await screen.findByText(/From October 18, 2017 to July 2, 2018 \(257 days\)/)).toBeVisible();
    expect(history.location.search).toContain('from=nangangzi-2017-10-18');
  });

  it('moves the first visit along when the second is put before it', async () => {
    const { user } = renderApp({ path: PAGE });
    await user.selectOptions(await screen.findByLabelText('Second visit'), 'nangangzi-2018-01-22');
    expect(await screen.findByText(/From October 18, 2017 to January 22, 2018/)).toBeVisible();
  });

  it('that cannot be compared leads back to the last two', async () => {
    const { user } = renderApp({ path: `${PAGE}?from=nangangzi-2018-07-02&to=nangangzi-2018-01-22` });
    await user.click(await screen.findByRole('link', { name: 'Compare the last two visits' }));
    expect(await screen.findByText(/161 days/)).toBeVisible();
  });

  it('of an unknown visit says so and leads on', async () => {
    renderApp({ path: `${PAGE}?to=nothing` });
    expect(await screen.findByText('These two visits cannot be compared')).toBeVisible();
  });

  it('is missing where a village has one visit, and the page says what to do', async () => {
    renderApp({ path: '/villages/sample-village-5' });
    expect(await screen.findByText(/fewer than two visits/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the households' })).toBeVisible();
  });
});

describe('as known on a past day', () => {
  it('draws the correction of 10 July only from that day on, and says so', async () => {
    renderApp({ path: `${PAGE}?knownOn=2018-07-09` });
    expect(await screen.findByText(/Drawn as it was known on July 9, 2018/)).toBeVisible();
    expect(
      await screen.findByRole('figure', { name: /Net income per person rose by ¥447 in the 15 households/ }),
    ).toBeVisible();
  });
});

describe('a village of which hardly anything is known', () => {
  it('says that it cannot compare, and draws no empty chart', async () => {
    renderApp({ path: '/villages/sample-village-4' });
    expect(await screen.findByText(/Incidence cannot be compared/)).toBeVisible();
    const chart = await screen.findByRole('figure', {
      name: 'Net income is not known at both visits for any household',
    });
    expect(chart).toHaveTextContent('Nothing to draw');
    expect(within(chart).queryByRole('button', { name: 'Show as table' })).not.toBeInTheDocument();
  });
});

describe('a failed or slow request', () => {
  it('shows as failed, and a retry brings the page', async () => {
    let isAway = true;
    mockServer().use(
      http.get('*/api/villages/nangangzi/progress', () =>
        isAway ? new HttpResponse(null, { status: 503 }) : undefined,
      ),
    );
    const { user } = renderApp({ path: PAGE });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This could not be loaded.');
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
    isAway = false;
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/161 days/)).toBeVisible();
  });

  it('says that nobody answered when the network is gone', async () => {
    mockServer().use(http.get('*/api/villages/nangangzi', () => HttpResponse.error()));
    renderApp({ path: PAGE });
    expect(await screen.findByRole('alert')).toHaveTextContent('The service did not answer');
  });

  it('is no chart either when the answer is no JSON', async () => {
    mockServer().use(
      http.get('*/api/villages/nangangzi/progress', () => HttpResponse.html('<h1>Sign in to the Wi-Fi</h1>')),
    );
    renderApp({ path: PAGE });
    expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded.');
  });

  it('of an unknown village leads to the list of contact points', async () => {
    renderApp({ path: '/villages/nowhere' });
    expect(await screen.findByText('There is no such record.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'To the contact points' })).toBeVisible();
  });
});

describe('a correction', () => {
  it('asks for a reason, keeps what was typed, then moves every figure on the page', async () => {
    const { user } = renderApp({ path: `${PAGE}?reading=nangangzi-013-water-2018-07-02` });
    const dialog = await screen.findByRole('dialog', { name: 'Sample household 13 · Safe drinking water' });
    await user.click((await within(dialog).findAllByRole('button', { name: 'Correct' }))[0] ?? dialog);
    await user.selectOptions(within(dialog).getByLabelText('Correct value'), 'met');
    await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }));
    expect(within(dialog).getByLabelText(/Why is it corrected/)).toHaveAccessibleDescription(
      /Please fill this in/,
    );
    expect(within(dialog).getByLabelText('Correct value')).toHaveValue('met');
    await user.type(within(dialog).getByLabelText(/Why is it corrected/), 'The tap runs.');
    await user.click(within(dialog).getByRole('button', { name: 'Save the correction' }));
    expect(await within(dialog).findByText('Corrected: The tap runs.')).toBeVisible();
    expect(within(dialog).getByText('Superseded')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    await vi.waitFor(() =>
      expect(screen.getByText('Guarantees not met').closest('div')).toHaveTextContent('8 → 3'),
    );
  });
});
