import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { nangangziOnly } from '#tests/support/sample-villages.ts';

const pathOf = (number: string, search = '') => `/households/nangangzi-${number}${search}`;
const named = (name: string) => screen.findByRole('heading', { level: 1, name });
/** The part of the page under that heading. */
async function section(name: string): Promise<HTMLElement> {
  const heading = await screen.findByRole('heading', { level: 2, name });
  const found = heading.closest('section');
  if (!found) throw new Error(`${name} heads no section`);
  return found;
}

describe('a household’s page', () => {
  it('tells who they are, how they stand, who helps, and where to log a visit', async () => {
    renderApp({ path: pathOf('003') });
    await named('Sample household 03');
    const main = within(screen.getByRole('main'));
    expect(main.getByText('No. 003')).toBeVisible();
    expect(main.getAllByText('Out of poverty')[0]).toBeVisible();
    expect(main.getByText('Lack of technology; also lack of funds')).toBeVisible();
    expect(main.getByText('Sample helper B (since 2018-01-01)')).toBeVisible();
    expect(main.getByRole('link', { name: 'Log a visit' })).toHaveAttribute(
      'href',
      '/log?village=nangangzi&household=nangangzi-003',
    );
    expect(main.getByRole('link', { name: 'Nangangzi Village' })).toHaveAttribute(
      'href',
      '/villages/nangangzi',
    );
  });

  it('tells what the household came of and what it went on as, with the days and a way there', async () => {
    const source = { kind: 'synthetic' } as const;
    const successions = [
      { on: '2018-02-01', fromIds: ['nangangzi-005'], toIds: ['nangangzi-003', 'nangangzi-005'], source },
      { on: '2018-03-01', fromIds: ['nangangzi-003'], toIds: ['nangangzi-007'], source },
    ];
    openMockServer(nangangziOnly((record) => ({ ...record, successions })));
    const { unmount } = renderApp({ path: pathOf('003') });
    const fact = (name: string) => within(screen.getByText(name).closest('div') ?? document.body);
    await named('Sample household 03');
    expect(fact('Came of').getByRole('link', { name: 'Sample household 05' })).toHaveAttribute(
      'href',
      '/households/nangangzi-005',
    );
    expect(fact('Came of').getByText('2018-02-01')).toBeVisible();
    expect(fact('Went on as').getByRole('link', { name: 'Sample household 07' })).toBeVisible();
    unmount();
    renderApp({ path: pathOf('005') });
    await named('Sample household 05');
    expect(
      fact('Went on as')
        .getAllByRole('link')
        .map((link) => link.textContent),
    ).toEqual(['Sample household 03']);
    expect(screen.queryByText('Came of')).not.toBeInTheDocument();
  });

  it('lists the members and every helper with their days', async () => {
    renderApp({ path: pathOf('003') });
    const members = within(await section('Members'));
    expect(members.getAllByRole('row')).toHaveLength(4);
    expect(
      members.getByRole('row', { name: /Sample member 03-3 Child Male 2006 Healthy None Primary school/ }),
    ).toBeVisible();
    const helpers = within(await section('Helpers'));
    expect(helpers.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      expect.stringContaining('Sample helper B2018-01-01 – now'),
      expect.stringContaining('Sample helper A2016-05-01 – 2017-12-31'),
    ]);
  });

  it('tells the plan, and each measure with its result or that there is none yet', async () => {
    renderApp({ path: pathOf('005') });
    const support = within(await section('Plan and measures'));
    expect(support.getByText(/Keep both children at school/)).toBeVisible();
    const [boarding, cleaning] = support.getAllByRole('listitem');
    expect(boarding).toHaveTextContent('The child is back at school');
    expect(cleaning).toHaveTextContent('no result recorded yet');
  });

  it('shows income by source at both visits, and the same numbers as a table', async () => {
    const { user } = renderApp({ path: pathOf('014') });
    const income = within(await section('Income'));
    expect(
      income.getByRole('heading', { name: 'Net income per person rose from ¥3,300 to ¥4,150' }),
    ).toBeVisible();
    await user.click(income.getByRole('button', { name: 'Show as table' }));
    const rows = income.getAllByRole('row').map((row) =>
      within(row)
        .queryAllByRole('cell')
        .map((c) => c.textContent),
    );
    expect(rows.slice(1)).toEqual([
      ['¥4,800', '¥6,300', '+¥1,500'],
      ['¥1,500', '¥1,700', '+¥200'],
      ['¥500', '¥500', '¥0'],
      ['¥0', '¥0', '¥0'],
      ['¥800', '¥800', '¥0'],
      ['¥6,600', '¥8,300', '+¥1,700'],
      ['¥3,300', '¥4,150', '+¥850'],
    ]);
  });

  it('says which part of an income is missing instead of a sum without it', async () => {
    renderApp({ path: pathOf('015') });
    const income = within(await section('Income'));
    expect(
      income.getByRole('heading', { name: /Net income is not known: Wages, Property, Transfers missing/ }),
    ).toBeVisible();
    expect(income.getByText('2 of 5 parts known')).toBeVisible();
  });

  it('shows each guarantee at each visit, says since when a mark is carried, and opens its reading', async () => {
    const { user, history } = renderApp({ path: pathOf('012') });
    const part = within(await section('Guarantees'));
    const water = part.getByRole('row', { name: /^Safe drinking water/ });
    expect(within(water).getByText('Never read')).toBeVisible();
    expect(
      within(water).getByRole('link', { name: 'Safe drinking water, 2018-01-22: Not met' }),
    ).toBeVisible();
    await user.click(
      within(water).getByRole('link', {
        name: 'Safe drinking water, 2018-07-02: Not met (since 2018-01-22)',
      }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Sample household 12 · Safe drinking water' }),
    ).toBeVisible();
    expect(history.location.search).toContain('reading=nangangzi-012-water-2018-01-22');
  });

  it('says that an income was not read again rather than that it stayed', async () => {
    renderApp({ path: pathOf('012') });
    expect(
      await screen.findByRole('heading', {
        name: 'Net income per person: ¥2,250, not read again since 2018-01-22',
      }),
    ).toBeVisible();
    renderApp({ path: pathOf('007'), locale: 'zh-CN' });
    expect(await screen.findByRole('heading', { name: '人均纯收入由 ¥4,300 增至 ¥4,550' })).toBeVisible();
  });

  it('compares the two visits that are chosen, and keeps them in the link', async () => {
    const { user, history } = renderApp({ path: pathOf('014') });
    await named('Sample household 14');
    await user.selectOptions(screen.getByLabelText('First visit'), 'nangangzi-2017-10-18');
    expect(
      await screen.findByRole('heading', { name: 'Net income per person: ¥4,150; earlier not known' }),
    ).toBeVisible();
    expect(history.location.search).toContain('from=nangangzi-2017-10-18');
    expect(history.length).toBe(1);
  });

  it('keeps a corrected reading in sight, with what replaced it, when and why', async () => {
    renderApp({ path: pathOf('014', '?stands=no') });
    const readings = within(await section('Every reading'));
    expect(readings.getByText('1 of 27 readings')).toBeVisible();
    const row = readings.getByRole('row', { name: /¥7,800/ });
    expect(row).toHaveTextContent('Superseded');
    expect(row).toHaveTextContent('Corrected on 2018-07-10');
    expect(within(row).getByText('¥7,800').closest('s')).toBeVisible();
  });

  it('lists the readings of what is chosen, each with its days, recorder and evidence', async () => {
    const { user, history } = renderApp({ path: pathOf('014') });
    const readings = within(await section('Every reading'));
    expect(readings.getByText('27 of 27 readings')).toBeVisible();
    await user.selectOptions(readings.getByLabelText('What was read'), 'Wages');
    expect(await readings.findByText('3 of 27 readings')).toBeVisible();
    expect(history.location.search).toContain('indicator=wage');
    const row = readings.getByRole('row', { name: /¥4,800 2018-01-22/ });
    expect(row).toHaveTextContent('2018-07-10 · Sample clerk');
    expect(row).toHaveTextContent('Synthetic');
    expect(row).toHaveTextContent('Corrects ¥7,800: A slip of the pen');
  });

  it('is drawn again as known on a past day', async () => {
    const { user } = renderApp({ path: pathOf('014', '?knownOn=2018-07-09') });
    expect(
      await screen.findByRole('heading', { name: 'Net income per person fell from ¥4,800 to ¥4,150' }),
    ).toBeVisible();
    expect(screen.getByText(/what was known on July 9, 2018/)).toBeVisible();
    expect(screen.getByText('26 of 26 readings')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'As known today' }));
    expect(
      await screen.findByRole('heading', { name: 'Net income per person rose from ¥3,300 to ¥4,150' }),
    ).toBeVisible();
  });

  it('follows a correction at once', async () => {
    const { user } = renderApp({ path: pathOf('004') });
    const readings = within(await section('Every reading'));
    await user.selectOptions(readings.getByLabelText('What was read'), 'Wages');
    await user.click(await readings.findByRole('link', { name: '¥3,900' }));
    const dialog = within(await screen.findByRole('dialog'));
    const [correct] = await dialog.findAllByRole('button', { name: 'Correct' });
    await user.click(correct ?? document.body);
    await user.type(dialog.getByLabelText(/Why is it corrected/), 'The pay slip says so');
    const save = dialog.getByRole('button', { name: 'Save the correction' });
    await user.click(save);
    // It would wait on this device for a service that refuses it.
    const value = dialog.getByLabelText('Correct value');
    expect(value).toHaveAccessibleDescription('This is the value that stands already.');
    await user.clear(value);
    await user.type(value, '4900');
    await user.click(save);
    expect(await screen.findByText('3 of 27 readings')).toBeInTheDocument();
    expect(
      screen.getByRole('figure', { name: /Net income per person rose from ¥2,850 to ¥4,550/ }),
    ).toBeInTheDocument();
    expect(screen.getByText('Corrects ¥3,900: The pay slip says so')).toBeInTheDocument();
  });

  it('counts a shut door among its visits and not as the last one', async () => {
    renderApp({ path: pathOf('012') });
    const visits = within(await section('Visits'));
    expect(visits.getByText('Called on at 1 of 3 visits to the village')).toBeVisible();
    expect(visits.getByText('Work team’s visit · Nobody at home')).toBeVisible();
    expect(screen.getByText('Never')).toBeVisible();
    expect(screen.getByText(/nobody at home on 2017-10-18/)).toBeVisible();
  });

  it('shows the commitments that concern it by name', async () => {
    openMockServer(
      nangangziOnly((record) => ({
        ...record,
        commitments: record.commitments.map((c) =>
          c.id.endsWith('c1-water') ? { ...c, householdId: 'nangangzi-013' } : c,
        ),
      })),
    );
    renderApp({ path: pathOf('013') });
    const commitments = within(await section('Commitments'));
    expect(commitments.getByText('Check the drinking water of every registered household')).toBeVisible();
    expect(commitments.getByText('Partly kept')).toBeVisible();
  });
});

describe('the two real householders', () => {
  it('Wang Huanpeng: his mushrooms, what the article says, and one sentence of what is not known', async () => {
    renderApp({ path: pathOf('001') });
    const reported = within(await section('What the press reported'));
    expect(reported.getByText(/Mushrooms grow in the yard and living conditions improved/)).toBeVisible();
    expect(reported.getByText(/Jilin Provincial Investment Promotion Website, 2018-07-06/)).toBeVisible();
    expect(reported.getByRole('link', { name: 'Registered poor' })).toBeVisible();
    expect(reported.queryByText('Synthetic')).toBeNull();
    expect(
      screen.getByText(
        'Not known: persons, cause of poverty, income, the six guarantees, designated helper, household plan. Ask at the next visit.',
      ),
    ).toBeVisible();
    const projects = within(await section('Projects'));
    expect(projects.getByRole('link', { name: 'Courtyard mushrooms' })).toHaveAttribute(
      'href',
      '/projects/nangangzi-mushrooms',
    );
    expect(await projects.findByText('1,200 bags')).toBeVisible();
    expect(projects.getByText('Synthetic')).toBeVisible();
    expect(screen.getByText('No member is registered beyond the head’s name.')).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Income' })).toBeNull();
    expect(within(screen.getByRole('main')).queryByText('—')).toBeNull();
  });

  it('刘占海：只有报道过的内容，其余不掌握', async () => {
    renderApp({ path: pathOf('002'), locale: 'zh-CN' });
    await named('刘占海');
    const reported = within(await section('媒体报道的内容'));
    expect(reported.getByText('详细询问生活情况，鼓励他努力过上更好的日子')).toBeVisible();
    expect(
      screen.getByText('尚不掌握：人口、致贫原因、收入、六项保障、帮扶责任人、帮扶计划。下次走访时了解。'),
    ).toBeVisible();
    expect(screen.getByText('全村走访 3 次，其中到该户 1 次')).toBeVisible();
    expect(within(await section('走访记录')).getAllByRole('listitem')).toHaveLength(1);
  });

  it('nothing of the article is shown as known before it was published', async () => {
    renderApp({ path: pathOf('001', '?knownOn=2018-07-05') });
    await named('Wang Huanpeng');
    expect(screen.queryByRole('heading', { name: 'What the press reported' })).toBeNull();
    expect(screen.getByText('Nothing has been read of this household yet.')).toBeVisible();
    expect(screen.getByText('No measure is recorded.')).toBeVisible();
    expect(screen.getByText('No project names this household.')).toBeVisible();
  });
});

describe('where the record does not come', () => {
  it('a failing service says so and is asked again', async () => {
    const failing = () => HttpResponse.json({}, { status: 503 });
    mockServer().use(http.get('*/api/households/nangangzi-003', failing, { once: true }));
    const { user } = renderApp({ path: pathOf('003') });
    expect(await screen.findByRole('alert')).toHaveTextContent('The service answered with an error.');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await named('Sample household 03');
  });

  it('the page stands though a project’s figures fail', async () => {
    mockServer().use(
      http.get('*/api/projects/nangangzi-mushrooms', () => HttpResponse.json({}, { status: 503 })),
    );
    renderApp({ path: pathOf('001') });
    await named('Wang Huanpeng');
    expect(await screen.findByText('The project’s figures could not be loaded.')).toBeVisible();
  });

  it('an unknown household leads back to the contact points', async () => {
    renderApp({ path: '/households/nobody' });
    expect(await screen.findByText('There is no such record.')).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('link', { name: 'To the contact points' })).toHaveAttribute('href', '/'),
    );
  });
});
