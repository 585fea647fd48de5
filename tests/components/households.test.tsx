import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { nangangziOnly } from '#tests/support/sample-villages.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const LIST = '/villages/nangangzi/households';

const table = () => screen.findByRole('table', { name: /Households|农户/ });
/** The heads of the rows shown, in order: of the sample all, once those beyond the screen have followed. */
const heads = async (): Promise<string[]> => {
  const list = await table();
  const rows = Number(list.getAttribute('aria-rowcount')) - 1;
  await waitFor(() => expect(within(list).getAllByRole('link')).toHaveLength(rows));
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent);
};
const count = () => screen.getByText(/^\d+ (of \d+ )?households?$/).textContent;

describe('the household list', () => {
  it('says as at which visits it is, and shows every household in order of number', async () => {
    renderApp({ path: LIST });
    expect(await heads()).toEqual([
      'Wang Huanpeng',
      'Liu Zhanhai',
      ...Array.from({ length: 19 }, (_, at) => `Sample household ${String(at + 3).padStart(2, '0')}`),
    ]);
    expect(count()).toBe('21 households');
    expect(
      screen.getByText('As at July 2, 2018; “visited” means after January 22, 2018, up to July 2, 2018.'),
    ).toBeVisible();
    expect(await table()).toHaveAttribute('aria-rowcount', '22');
  });

  it('tells income then → now, and says unknown rather than nothing', async () => {
    renderApp({ path: LIST });
    await heads();
    const rows = within(await table()).getAllByRole('row');
    expect(rows[3]).toHaveTextContent('¥3,267 → ¥4,233');
    expect(rows[2]).toHaveTextContent(/Liu Zhanhai.*Registered poor.*UnknownUnknown/);
    expect(rows[16]).toHaveTextContent('Unknown → ¥2,700');
    expect(
      within(rows[3] ?? document.body).getByRole('img', { name: /^Guarantees: Food Met, / }),
    ).toBeVisible();
  });

  it.each([
    ['Chinese', '王焕鹏'],
    ['pinyin', 'wanghuan'],
    ['initials', 'whp'],
    ['English', 'Huanpeng'],
  ])('is searched in %s, and the link keeps none of it', async (_script, q) => {
    const { user, history } = renderApp({ path: LIST });
    await user.type(await screen.findByRole('searchbox'), q);
    await waitFor(async () => expect(await heads()).toEqual(['Wang Huanpeng']));
    expect(screen.getByRole('searchbox')).toHaveValue(q);
    expect(count()).toBe('1 of 21 households');
    await waitFor(() => expect(history.location.state.typed).toBeDefined());
    expect(JSON.stringify(history.location)).not.toContain(q);
    await user.click(screen.getByRole('link', { name: 'Wang Huanpeng' }));
    await screen.findByRole('heading', { level: 1, name: 'Wang Huanpeng' });
    history.back();
    expect(await screen.findByRole('searchbox')).toHaveValue(q);
  });

  it('leaves one step of history, however much is typed', async () => {
    const { user, history } = renderApp({ path: LIST });
    await user.type(await screen.findByRole('searchbox'), 'liu');
    await waitFor(() => expect(history.location.state.typed).toBeDefined());
    expect(history.length).toBe(1);
  });

  it('opens on the filters in its link, and names each as a chip that takes it away', async () => {
    const { user, history } = renderApp({ path: `${LIST}?status=registered&state=notMet&guarantee=water` });
    expect(await heads()).toEqual(['Sample household 12', 'Sample household 13']);
    await user.click(screen.getByRole('button', { name: 'Remove filter: Guarantee: Safe drinking water' }));
    await waitFor(() => expect(history.location.search).not.toContain('guarantee'));
    expect(await heads()).toContain('Sample household 21');
  });

  it('filters by cause, call, helper and project', async () => {
    const { user, history } = renderApp({ path: LIST });
    await table();
    const choose = (label: string, option: string) =>
      user.selectOptions(screen.getByLabelText(label), option);
    await choose('Visited between the visits', 'Visited');
    await waitFor(async () => expect(await heads()).toEqual(['Wang Huanpeng', 'Liu Zhanhai']));
    await choose('Visited between the visits', 'All');
    await choose('Cause', 'Lack of technology');
    await waitFor(async () =>
      expect(await heads()).toEqual(['Sample household 03', 'Sample household 09', 'Sample household 14']),
    );
    await choose('Project', 'Paddy-field reconstruction irrigation project');
    await waitFor(async () => expect(await heads()).toEqual(['Sample household 03', 'Sample household 09']));
    await choose('Helper', 'Sample helper A');
    await waitFor(async () => expect(await heads()).toEqual(['Sample household 09']));
    expect(decodeURIComponent(history.location.search)).not.toMatch(/helper [AB]|帮扶人/i);
  });

  it('shows what was chosen before the link says it, and the link one step for several choices', async () => {
    const { user, history } = renderApp({ path: LIST });
    await table();
    await user.selectOptions(screen.getByLabelText('Register status'), 'Returned to poverty');
    expect(await heads()).toEqual(['Sample household 08']);
    expect(history.location.search).toBe('');
    await user.selectOptions(screen.getByLabelText('Register status'), 'Out of poverty');
    await user.selectOptions(screen.getByLabelText('Cause'), 'Lack of technology');
    await waitFor(() => expect(history.location.search).toBe('?status=out&cause=technology'));
    expect(history.length).toBe(1);
  });

  it('finds what was chosen again on the way back from a household that was opened at once', async () => {
    const { user, history } = renderApp({ path: LIST });
    await table();
    await user.selectOptions(screen.getByLabelText('Register status'), 'Returned to poverty');
    await user.click(screen.getByRole('link', { name: 'Sample household 08' }));
    await screen.findByRole('heading', { level: 1, name: 'Sample household 08' });
    history.back();
    await waitFor(() => expect(screen.getByLabelText('Register status')).toHaveValue('returned'));
    expect(await heads()).toEqual(['Sample household 08']);
  });

  it('is taken back by the link, not by what was chosen before', async () => {
    const { user, history } = renderApp({ path: LIST });
    await table();
    await user.selectOptions(screen.getByLabelText('Register status'), 'Returned to poverty');
    await waitFor(() => expect(history.location.search).toBe('?status=returned'));
    history.push(`${LIST}?status=out`);
    await waitFor(() => expect(screen.getByLabelText('Register status')).toHaveValue('out'));
    history.back();
    await waitFor(() => expect(screen.getByLabelText('Register status')).toHaveValue('returned'));
  });

  it('sorts by a column’s heading, the unknown last either way round', async () => {
    const { user } = renderApp({ path: LIST });
    const income = within(await table()).getByRole('columnheader', { name: /Income per person/ });
    expect(income).toHaveAttribute('aria-sort', 'none');
    await user.click(within(income).getByRole('button'));
    await waitFor(() => expect(income).toHaveAttribute('aria-sort', 'ascending'));
    expect((await heads()).slice(0, 2)).toEqual(['Sample household 08', 'Sample household 10']);
    expect((await heads()).slice(-4)).toContain('Wang Huanpeng');
    await user.click(within(income).getByRole('button'));
    await waitFor(() => expect(income).toHaveAttribute('aria-sort', 'descending'));
    expect((await heads())[0]).toBe('Sample household 17');
    expect((await heads()).slice(-4)).toContain('Wang Huanpeng');
  });

  it('leads to the household and takes the pair of visits along', async () => {
    const { user, history } = renderApp({
      path: `${LIST}?from=nangangzi-2017-10-18&to=nangangzi-2018-01-22`,
    });
    await table();
    await user.click(screen.getByRole('link', { name: 'Sample household 05' }));
    await screen.findByRole('heading', { level: 1, name: 'Sample household 05' });
    expect(history.location.pathname).toBe('/households/nangangzi-005');
    expect(history.location.search).toContain('to=nangangzi-2018-01-22');
  });

  it('brings the cursor to the search at "/"', async () => {
    const { user } = renderApp({ path: LIST });
    await table();
    await user.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    expect(screen.getByRole('searchbox')).toHaveValue('');
  });

  it('says that nothing matches, and clears every filter at once', async () => {
    const { user, history } = renderApp({ path: `${LIST}?status=returned` });
    await user.type(await screen.findByRole('searchbox'), 'wang');
    expect(await screen.findByText('No household matches.')).toBeVisible();
    expect(count()).toBe('0 of 21 households');
    await user.click(screen.getByRole('button', { name: 'Clear all filters' }));
    await waitFor(async () => expect(await heads()).toHaveLength(21));
    expect(screen.getByRole('searchbox')).toHaveValue('');
    expect(history.location.search).toBe('');
  });

  it('saves the rows on screen with their filters, marks the synthetic, and lets Excel read Chinese', async () => {
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:saved';
    });
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const { user } = renderApp({ path: `${LIST}?status=returned`, locale: 'zh-CN' });
    await table();
    await user.click(screen.getByRole('button', { name: '保存为表格（CSV）' }));
    const bytes = new Uint8Array((await saved[0]?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(Array.from(bytes.subarray(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n');
    expect(lines).toContain('在册状态: 返贫');
    expect(lines.filter((line) => line.startsWith('008,'))).toEqual([
      '008,样例户08,返贫,3,3400,1833,-1567,已保障,已保障,已保障,已保障,已保障,未保障,未走访,未走访过,样例帮扶人丙,虚构',
    ]);
    expect(lines.some((line) => line.startsWith('001,'))).toBe(false);
  });

  it('says so where nobody is registered, with the next step', async () => {
    renderApp({ path: '/villages/sample-village-6/households' });
    expect(await screen.findByText('No household is registered in this village yet.')).toBeVisible();
    expect(within(screen.getByRole('main')).getByRole('link', { name: 'Log a visit' })).toHaveAttribute(
      'href',
      '/log?village=sample-village-6',
    );
  });

  it('lists a village that nobody has visited as the register stands today', async () => {
    openMockServer(nangangziOnly((village) => ({ ...village, visits: [] })));
    renderApp({ path: LIST });
    expect(
      await screen.findByText('Nobody has visited yet; this is what the register says today.'),
    ).toBeVisible();
    expect(await heads()).toHaveLength(21);
  });

  it('says that it failed, never as an empty list, and tries again', async () => {
    mockServer().use(
      http.get('*/api/villages/nangangzi/households', () => HttpResponse.json({}, { status: 503 }), {
        once: true,
      }),
    );
    const { user } = renderApp({ path: LIST });
    expect(await screen.findByRole('alert')).toHaveTextContent('This could not be loaded.');
    expect(screen.queryByText('No household is registered in this village yet.')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await heads()).toHaveLength(21);
  });
});
