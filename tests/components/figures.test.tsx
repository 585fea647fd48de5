import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const dialog = async (name: string | RegExp) => within(await screen.findByRole('dialog', { name }));
const figures = async () =>
  within(
    (await screen.findByRole('heading', { level: 2, name: 'Then and now' })).parentElement ?? document.body,
  );

describe('any figure', () => {
  it('opens how it came to be: formula, source, readings, unknowns and a link that gives it again', async () => {
    const { user, history } = renderApp({ path: '/villages/nangangzi' });
    await user.click((await figures()).getByRole('link', { name: /^5%.*3\.9%$/ }));
    expect(history.location.search).toBe('?figure=incidence');
    const told = await dialog('Poverty incidence');
    expect(
      await told.findByText(/remaining registered poor persons ÷ registered rural population/),
    ).toBeVisible();
    expect(told.getByText('Poor persons:', { exact: false })).toHaveTextContent(
      'Poor persons: 32 people → 25 people',
    );
    expect(told.getByText(/Opinions on the mechanism for exit from poverty, 2016/)).toBeVisible();
    expect(told.getByText(/Nangangzi Village, visits of January 22, 2018 and July 2, 2018/)).toBeVisible();
    expect(told.getByRole('link', { name: 'Sample household 03' })).toBeVisible();
    expect(told.getByRole('heading', { name: /^Not known \(\d+\)$/ })).toBeVisible();
    expect(
      told.getByText(/GET \/api\/villages\/nangangzi\/figures\/incidence\?from=nangangzi-2018-01-22/),
    ).toBeVisible();
    expect(told.getByRole('link', { name: /figure=incidence/ })).toHaveAttribute(
      'href',
      expect.stringContaining('from=nangangzi-2018-01-22&to=nangangzi-2018-07-02'),
    );
  });

  it('leads to each reading behind it, whose history lies over it; closing that leads back', async () => {
    const { user, history } = renderApp({ path: '/villages/nangangzi?figure=guaranteeGaps' });
    const told = await dialog('Guarantees not met');
    const [reading] = await told.findAllByRole('link', { name: 'Not met' });
    if (!reading) throw new Error('no reading is shown');
    await user.click(reading);
    expect((await screen.findAllByText('Recorded on')).length).toBeGreaterThan(0);
    expect(history.location.search).toMatch(/figure=guaranteeGaps&reading=/);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(history.location.search).toBe('?figure=guaranteeGaps'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(history.location.search).toBe(''));
  });

  it('of the overview is that village’s own', async () => {
    const { user, history } = renderApp({ path: '/' });
    const row = (await screen.findByRole('rowheader', { name: /Sample village 2/ })).closest('tr');
    await user.click(within(row ?? document.body).getByRole('link', { name: /%/ }));
    expect(history.location.search).toBe('?figure=incidence&of=sample-village-2');
    expect(await (await dialog('Poverty incidence')).findByText(/Sample village 2, visits of/)).toBeVisible();
  });

  it('of a chart is opened from its table', async () => {
    const { user, history } = renderApp({ path: '/villages/nangangzi' });
    const chart = await screen.findByRole('figure', { name: /^Net income per person (rose|fell)/ });
    await user.click(within(chart).getByRole('button', { name: 'Show as table' }));
    const wages = within(chart).getByRole('rowheader', { name: 'Wages' }).closest('tr');
    const [link] = within(wages ?? document.body).getAllByRole('link');
    if (!link) throw new Error('no figure is linked');
    await user.click(link);
    expect(history.location.search).toBe('?figure=wage');
    expect(await dialog('Wages per person')).toBeTruthy();
  });

  it('of the measures is told by the rules that the page chose, and its link names them', async () => {
    const { user } = renderApp({
      path: '/villages/nangangzi/measures?series=sixPercent&income=own-income&k=2',
    });
    const sen = (await screen.findByText('Sen index (Handbook)')).parentElement ?? document.body;
    const [shown] = within(sen).getAllByRole('link');
    if (!shown) throw new Error('the index is no link');
    const said = shown.textContent;
    await user.click(shown);
    const told = await dialog('Sen index (Handbook)');
    expect(await told.findByText(/growing 6% a year, 2018: ¥3,535 a year/)).toBeVisible();
    expect(told.getByText(/Own income, without transfers/)).toBeVisible();
    expect(told.getByText('S = P0 · G + P1 · (1 − G), G: Gini coefficient of the poor')).toBeVisible();
    // The digits of the page.
    for (const digits of said.match(/[\d.]+/g) ?? [])
      expect(told.getAllByText(digits).length).toBeGreaterThan(0);
    expect(
      told.getByText(/figures\/senHandbook\?from=.*&series=sixPercent&income=own-income$/),
    ).toBeVisible();
    expect(told.getByRole('link', { name: /figure=senHandbook/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/measures\?from=.*&series=sixPercent&income=own-income/),
    );
  });

  it('that the unknown decides is told from where to where', async () => {
    renderApp({ path: '/villages/nangangzi/measures?figure=uncensored.water&k=2', locale: 'zh-CN' });
    const told = await dialog(/^饮水/);
    expect(await told.findByText(/至少 2 项未保障/)).toBeVisible();
    expect(told.getAllByText(/% 至 .*%/).length).toBeGreaterThan(0);
    expect(told.getByText(/\/figures\/uncensored\.water\?from=.*&k=2/)).toBeVisible();
  });

  it('of why it changed opens from its bar’s list, with the digits of the bar and the readings of each household', async () => {
    const { user } = renderApp({ path: '/villages/nangangzi/why?what=incidence&part=changed' });
    const list = await screen.findByRole('figure', { name: /^Same households changed: −1\.4 points$/ });
    await user.click(
      within(list.parentElement?.parentElement ?? document.body)
        .getAllByRole('link', { name: 'How this figure came to be' })
        .at(-1) ?? document.body,
    );
    const told = await dialog('Poverty incidence: Same households changed');
    expect((await told.findAllByText('−1.4 points')).length).toBe(2);
    expect(told.getByText('First visit, as told then:', { exact: false })).toHaveTextContent('5.2%');
    expect(told.getAllByRole('link', { name: 'Registered poor' }).length).toBeGreaterThan(0);
    expect(told.getByRole('link', { name: /why\?from=.*figure=why\.incidence\.changed/ })).toBeVisible();
  });

  it('of the table of moves says who is in the cell', async () => {
    renderApp({ path: '/villages/nangangzi/measures?figure=move.registered.out', locale: 'zh-CN' });
    const told = await dialog('未脱贫 → 已脱贫');
    expect(await told.findByText(/前一次走访时“未脱贫”、后一次“已脱贫”的户数/)).toBeVisible();
    expect(told.getAllByRole('row').length).toBeGreaterThan(1);
  });

  it('of one household is told source by source, from its page and from the verdict on leaving', async () => {
    const { user, history } = renderApp({ path: '/households/nangangzi-003' });
    const chart = await screen.findByRole('figure', { name: /^Net income per person/ });
    await user.click(within(chart).getByRole('link', { name: 'How this figure came to be' }));
    expect(history.location.search).toBe('?figure=householdIncome&of=nangangzi&whose=nangangzi-003');
    const told = await dialog('Income per person of the household');
    expect(await told.findByText('Its persons:', { exact: false })).toBeVisible();
    expect(told.getByText(/householdId=nangangzi-003/)).toBeVisible();
    expect(told.getByText(/Poverty line: National standard, 2018: ¥2,995 a year/)).toBeVisible();
  });

  it('tells what came of each commitment', async () => {
    renderApp({ path: '/villages/nangangzi?figure=commitmentsKept', locale: 'zh-CN' });
    const told = await dialog('兑现的承诺');
    expect(await told.findByRole('link', { name: '开春复工，推进灌溉工程' })).toBeVisible();
    expect(told.getByRole('cell', { name: '已兑现' })).toBeVisible();
    expect(told.getByRole('heading', { name: '不明（1）' })).toBeVisible();
  });

  it('that could not be explained says so, and a retry brings it', async () => {
    mockServer().use(http.get('*/api/villages/*/figures/*', () => HttpResponse.json({}, { status: 503 })));
    const { user } = renderApp({ path: '/villages/nangangzi?figure=incidence' });
    const told = await dialog('Poverty incidence');
    const again = await told.findByRole('button', { name: 'Try again' });
    mockServer().resetHandlers();
    await user.click(again);
    expect(await told.findByText('Formula')).toBeVisible();
  });

  it('in a link that names no figure of ours opens nothing', async () => {
    renderApp({ path: '/villages/nangangzi?figure=luck' });
    expect(await figures()).toBeTruthy();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});
