import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const PAGE = '/villages/nangangzi/why';
const figure = (name: RegExp) => screen.findByRole('figure', { name });
const incidence = () => figure(/^Poverty incidence (fell|rose|stayed)/);
const changed = { name: /^Same households changed: −1.4 points, 5 households: 1 up, 4 down/ };

describe('why Nangangzi’s incidence changed', () => {
  it('is said in one sentence whose parts add up, the largest first', async () => {
    renderApp({ path: PAGE });
    expect(
      await figure(
        /^Poverty incidence fell from 5.2% to 3.9%: −1.4 points because 5 of the same households changed, \+0.3 because 1 household joined the register, −0.2 because figures of 1 household were corrected since$/,
      ),
    ).toHaveTextContent('Synthetic');
  });

  it('is said in Chinese as well', async () => {
    renderApp({ path: PAGE, locale: 'zh-CN' });
    expect(
      await figure(
        /^贫困发生率由 5.2% 降至 3.9%：同一批农户中 5 户有变化 −1.4 个百分点，1 户新纳入 \+0.3，1 户数据事后更正 −0.2$/,
      ),
    ).toBeVisible();
  });

  it('is answered before anything can be chosen: of incidence, or of what the link is about', async () => {
    const answerOf = async (says: RegExp) => {
      const [first] = await screen.findAllByText(says, { selector: 'p' });
      const control = screen.getByLabelText('First visit');
      return first && first.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING;
    };
    const { unmount } = renderApp({ path: PAGE });
    expect(await answerOf(/^Poverty incidence fell from/)).toBeTruthy();
    unmount();
    renderApp({ path: `${PAGE}?what=meanIncome` });
    expect(await answerOf(/^Income per person rose from/)).toBeTruthy();
  });

  it('is told with the level that the progress page shows, which was corrected since', async () => {
    renderApp({ path: PAGE });
    const told = await screen.findAllByText(/On January 22, 2018 it was told as/);
    expect(told.map((one) => one.textContent)).toContain(
      'On January 22, 2018 it was told as 5.2%. With what was corrected since, it is 5%.',
    );
  });

  it('opens each bar as the list of its households, in the page and in the link', async () => {
    const { user, history } = renderApp({ path: PAGE });
    const chart = within(await incidence());
    await user.click(chart.getByRole('link', changed));
    const list = within(await figure(/^Same households changed: −1.4 points$/));
    expect(list.getAllByRole('row')).toHaveLength(6);
    const row = list.getByRole('rowheader', { name: 'Sample household 03' }).closest('tr');
    expect(row).toHaveTextContent(/poornot poor−\d\.\d+ points$/);
    expect(history.location.search).toContain('what=incidence&part=changed');
    expect(chart.getByRole('link', changed)).toHaveAttribute('aria-expanded', 'true');
    await user.click(chart.getByRole('link', changed));
    expect(screen.queryByRole('figure', { name: /^Same households changed/ })).not.toBeInTheDocument();
    expect(history.location.search).not.toContain('part');
  });

  it('leads from the list to a household’s record, with the same pair', async () => {
    renderApp({ path: `${PAGE}?what=incidence&part=joined` });
    const list = within(await figure(/^Joined the register: \+0.3 points$/));
    expect(list.getByRole('row', { name: /not in the register/ })).toBeVisible();
    expect(list.getByRole('link', { name: 'Sample household 16' })).toHaveAttribute(
      'href',
      '/households/nangangzi-016?from=nangangzi-2018-01-22&to=nangangzi-2018-07-02',
    );
  });

  it('stands in the table twin in the same digits, with the reasons from which nothing comes', async () => {
    const { user } = renderApp({ path: PAGE });
    const chart = within(await incidence());
    await user.click(chart.getByRole('button', { name: 'Show as table' }));
    const cells = chart.getAllByRole('row').map((row) => row.textContent);
    expect(cells.slice(1)).toEqual([
      '2018-01-22, as told then5.2%',
      'Corrected since−0.2 points1 household',
      'Rule changed0 points',
      'Left the register0 points',
      'Same households changed−1.4 points5 households: 1 up, 4 down',
      'Became known or unknown0 points',
      'Joined the register+0.3 points1 household',
      'Population changed0 pointsthe whole village',
      '2018-07-023.9%',
    ]);
  });

  it('is not drawn where nothing moved it', async () => {
    renderApp({ path: PAGE });
    expect(
      await screen.findByRole('heading', {
        name: 'Share of households with enough food stayed at 100%: nothing moved it',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('figure', { name: /enough food/ })).not.toBeInTheDocument();
  });

  it('is reached from the figure and from the finding on the progress page', async () => {
    const { user, history } = renderApp({ path: '/villages/nangangzi' });
    await user.click(
      (
        await screen.findAllByRole('link', { name: 'Why did it change? Poverty incidence (persons)' })
      )[0] as HTMLElement,
    );
    expect(await incidence()).toBeVisible();
    expect(history.location.search).toBe('?from=nangangzi-2018-01-22&to=nangangzi-2018-07-02&what=incidence');
  });
});

describe('the pair page', () => {
  it('shows every figure then and now, and leads to its reasons', async () => {
    const { user, history } = renderApp({ path: PAGE });
    const all = within(await figure(/^All figures: 8 of 9 changed$/));
    expect(all.getAllByRole('row')).toHaveLength(10);
    expect(all.getByRole('row', { name: /Poverty incidence/ })).toHaveTextContent(
      '5.2% → 3.9%−1.3 pointsSame households changed −1.4 points',
    );
    await user.click(all.getByRole('link', { name: 'Share of households with safe housing' }));
    expect(history.location.search).toContain('what=housing');
  });

  it('is drawn as it was known on a day, and back as known today', async () => {
    const { user } = renderApp({ path: `${PAGE}?knownOn=2018-07-09` });
    expect(await screen.findByText(/Drawn as it was known on July 9, 2018/)).toBeVisible();
    expect(
      await figure(/^Income per person rose from ¥2,800 to ¥3,243: \+¥447 because 14 of the same/),
    ).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'As known today' }));
    expect(
      await figure(/^Income per person rose from ¥2,800 to ¥3,243: \+¥526 because 14 of the same/),
    ).toBeVisible();
  });

  it('names its line and its income, and shows what another line changes as a bar of its own', async () => {
    const { user, history } = renderApp({ path: PAGE });
    const lead = async () =>
      (await screen.findByRole('heading', { level: 2, name: /^Why it changed/ })).parentElement;
    expect(await lead()).toHaveTextContent(
      'Poverty line: National standard, 2018: ¥2,995 a year (not checked against an official text), at both visits. Income: Net income (checked against an official text), at both visits.',
    );
    await user.selectOptions(screen.getByLabelText('Poverty line'), 'sixPercent');
    await user.selectOptions(screen.getByLabelText('Line at the first visit'), 'national');
    const chart = within(await figure(/^Share of people below the poverty line .*another rule applies/));
    await user.click(chart.getByRole('link', { name: /^Rule changed: \+/ }));
    const list = within(await figure(/^Rule changed: \+/));
    expect(list.getAllByRole('row')[1]).toHaveTextContent(/not below the line.*below the line/);
    expect(await lead()).toHaveTextContent(
      /¥2,995 a year .* at the first visit; .*¥3,535 a year .* at the second/,
    );
    expect(history.location.search).toContain('series=sixPercent&seriesFrom=national');
  });

  it('says which end is not known and why, and draws no bars there', async () => {
    renderApp({ path: '/villages/sample-village-4/why' });
    expect(
      await screen.findByRole('heading', {
        name: 'Poverty incidence cannot be compared: at both visits, the registered rural population is not known',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('figure', { name: /^Poverty incidence/ })).not.toBeInTheDocument();
    expect(screen.getAllByRole('link', { name: /^Open the visit of/ })[0]).toBeVisible();
  });

  it('leads on where the pair cannot be compared or the village has one visit', async () => {
    const { user } = renderApp({ path: `${PAGE}?from=nangangzi-2018-07-02&to=nangangzi-2018-01-22` });
    await user.click(await screen.findByRole('link', { name: 'Compare the last two visits' }));
    expect(await incidence()).toBeVisible();
  });

  it('opens from an old link with broken parts as if they were not there', async () => {
    renderApp({ path: `${PAGE}?series=cheap&income=gross&what=luck&part=luck&knownOn=once` });
    expect(await incidence()).toBeVisible();
    expect(screen.getByLabelText('Poverty line')).toHaveValue('national');
  });

  it('shows as failed, and a retry brings it', async () => {
    mockServer().use(
      http.get('*/api/villages/nangangzi/why', () => new HttpResponse(null, { status: 503 }), {
        once: true,
      }),
    );
    const { user } = renderApp({ path: PAGE });
    const alert = await screen.findByRole('alert');
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(await incidence()).toBeVisible();
  });
});
