import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { identifiersOf } from '#mocks/sample/identifiers.ts';
import { sampleRecords } from '#mocks/sample/sample.ts';
import { openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** Every screen that tells of households, with what has to be there before it is looked at. */
const screens: [path: string, ready: RegExp][] = [
  ['/villages/nangangzi', /Between|Changes|Progress/],
  ['/villages/nangangzi/households', /Households/],
  ['/villages/nangangzi/projects', /Projects/],
  ['/households/nangangzi-001', /Who has looked/],
  ['/households/nangangzi-003', /Who has looked/],
  ['/projects/nangangzi-mushrooms', /Courtyard mushrooms/],
  ['/visits/nangangzi-2018-07-02', /Readings taken/],
  ['/villages/nangangzi?reading=nangangzi-013-water-2018-07-02', /every reading|Safe drinking water/],
];
const NAMES = /Wang Huanpeng|Liu Zhanhai|Sample household \d|Sample member \d/;
const CLEAR = identifiersOf(sampleRecords).map(({ value }) => value);

async function settled(ready: RegExp): Promise<void> {
  await screen.findAllByRole('heading', { name: ready }, { timeout: 20_000 });
  await waitFor(() => expect(screen.queryByText(/Loading…/)).not.toBeInTheDocument());
}

/** Presses the button that saves a table, and reads what would be saved. */
async function savedTable(user: ReturnType<typeof renderApp>['user'], name: string): Promise<string> {
  let saved: Blob | undefined;
  URL.createObjectURL = (blob) => {
    saved = blob as Blob;
    return 'blob:saved';
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = () => {};
  await user.click(await screen.findByRole('button', { name }));
  return (await saved?.text()) ?? '';
}

describe('an auditor', () => {
  it.each(screens)('finds no name in the clear on %s', async (path, ready) => {
    openMockServer(undefined, 'auditor');
    renderApp({ path });
    await settled(ready);
    expect(document.body.textContent).not.toMatch(NAMES);
    expect(screen.queryByRole('link', { name: 'Log a visit' })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Correct' })).not.toBeInTheDocument();
  });

  it('tells households apart by their numbers where several stand together', async () => {
    openMockServer(undefined, 'auditor');
    renderApp({ path: '/visits/nangangzi-2017-10-18' });
    expect(await screen.findByRole('link', { name: 'S*** 005' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'S*** 013' })).toBeVisible();
  });

  it('sees that words were withheld, and that a state of health is', async () => {
    openMockServer(undefined, 'auditor');
    renderApp({ path: '/households/nangangzi-003' });
    await settled(/Who has looked/);
    expect(screen.getByText('(withheld)')).toBeVisible();
    expect(screen.getAllByText('Not shown to you')).toHaveLength(3);
    expect(screen.getByRole('heading', { level: 1, name: 'S***' })).toBeVisible();
  });

  it('finds households by what may be known of them, and never by a name', async () => {
    openMockServer(undefined, 'auditor');
    const { user } = renderApp({ path: '/villages/nangangzi/households' });
    await settled(/Households/);
    const search = await screen.findByRole('searchbox');
    await user.type(search, 'wanghuanpeng');
    expect(await screen.findByText(/^0 of \d+ households/)).toBeVisible();
    await user.clear(search);
    await user.type(search, '005');
    expect(await screen.findByText(/^1 of \d+ households/)).toBeVisible();
  });

  it('saves the list of households with masked names', async () => {
    openMockServer(undefined, 'auditor');
    const { user } = renderApp({ path: '/villages/nangangzi/households' });
    await settled(/Households/);
    const table = await savedTable(user, 'Save as table (CSV)');
    expect(table).toContain('W***');
    expect(table).not.toMatch(NAMES);
  });
});

describe('a list of households', () => {
  it('is saved without any certificate number, phone or account, masked or not', async () => {
    const { user } = renderApp({ path: '/villages/nangangzi/households' });
    await settled(/Households/);
    const table = await savedTable(user, 'Save as table (CSV)');
    expect(table).toContain('Sample household 05');
    expect(table).not.toMatch(/\*{4,}/);
    expect(CLEAR.filter((value) => table.includes(value))).toEqual([]);
    expect(document.body.textContent).not.toMatch(/\*{4,}/);
  });
});

describe('leader’s staff', () => {
  it('read names, and no state of health', async () => {
    openMockServer(undefined, 'leaderStaff');
    renderApp({ path: '/households/nangangzi-003' });
    await settled(/Who has looked/);
    const members = screen.getByRole('heading', { level: 2, name: 'Members' }).closest('section');
    expect(within(members ?? document.body).getAllByText('Not shown to you')).toHaveLength(3);
    expect(screen.getAllByText('Sample member 03-1')[0]).toBeVisible();
    expect(document.body.textContent).not.toMatch(/Long-term chronic|Serious illness|Disabled/);
  });
});
