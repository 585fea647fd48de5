import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { describe, expect, it } from 'vitest';
import { leftBehindPage } from '#src/domain/left-behind-answer.ts';
import { largeVillage } from '#mocks/sample/large.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const VILLAGE = '/villages/nangangzi';
const PAGE = `${VILLAGE}/left-behind`;
const item = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 3, name });
  const found = heading.closest('li');
  if (!found) throw new Error(`${name} stands in no list`);
  return found;
};
const reasons = () => screen.findByRole('navigation', { name: 'By reason' });

/** The page of Nangangzi with another village's list in it. */
function answer(record: RecordBuilder['record']) {
  mockServer().use(
    http.get('*/api/villages/nangangzi/left-behind', ({ request }) => {
      const after = new URL(request.url).searchParams.get('after') ?? undefined;
      const [from, to] = record.visits;
      if (!from || !to) throw new Error('the test has no two visits');
      return HttpResponse.json(leftBehindPage(record, from, to, { today: '2018-07-16', after }));
    }),
  );
}
const twoVisits = () => new RecordBuilder().visit('jan', '2018-01-22').visit('jul', '2018-07-02');

describe('whom to visit next, on the village’s page', () => {
  it('comes first: of which visits, how many, and the gravest by name', async () => {
    renderApp({ path: VILLAGE });
    await screen.findByText(/From January 22, 2018 to July 2, 2018/);
    await screen.findByText(/households have something open/);
    const headings = screen.getAllByRole('heading', { level: 2 }).map((h) => h.textContent);
    expect(headings.slice(0, 2)).toEqual(['Whom to visit next', 'Progress between two visits']);
    const first = await item('Sample household 08');
    expect(first).toHaveTextContent('Returned to poverty');
    expect(first).toHaveTextContent('Ask: What happened? What help is needed now?');
    expect(first).toHaveTextContent('Synthetic');
  });

  it('leads to the whole list, and from each reason to those that have it', async () => {
    const { user, history } = renderApp({ path: VILLAGE });
    await user.click(within(await reasons()).getByRole('link', { name: /^Not visited/ }));
    expect(history.location.href).toBe(`${PAGE}?reason=notVisited`);
    expect(await screen.findByText(/^Not visited: \d+ households$/)).toBeVisible();
  });
});

describe('the list', () => {
  it('says of each household why it is there, what to ask, and starts a visit with it', async () => {
    renderApp({ path: PAGE });
    const wang = await item('Wang Huanpeng');
    expect(wang).toHaveTextContent(/Guarantee unknown.*Nobody knows: .*Safe drinking water/);
    expect(wang).toHaveTextContent('Ask: Look on site, and write down what is there.');
    expect(wang).not.toHaveTextContent('Synthetic');
    expect(within(wang).getByRole('link', { name: 'Log a visit: Wang Huanpeng' })).toHaveAttribute(
      'href',
      '/log?village=nangangzi&household=nangangzi-001',
    );
    expect(within(wang).getByRole('link', { name: 'Wang Huanpeng' })).toHaveAttribute(
      'href',
      '/households/nangangzi-001?from=nangangzi-2018-01-22&to=nangangzi-2018-07-02',
    );
  });

  it('says it in Chinese', async () => {
    renderApp({ path: PAGE, locale: 'zh-CN' });
    expect(await screen.findByText(/2018年1月22日与2018年7月2日两次走访之间/)).toBeVisible();
    expect((await screen.findAllByText(/请现场查看并登记。/))[0]).toBeVisible();
  });

  it('is limited to a reason by keyboard, and back to all', async () => {
    const { user, history } = renderApp({ path: PAGE });
    const all = (await screen.findByText(/^\d+ households$/, { selector: '[role=status]' })).textContent;
    const link = within(await reasons()).getByRole('link', { name: /^Guarantee unknown/ });
    link.focus();
    await user.keyboard('{Enter}');
    expect(history.location.search).toBe('?reason=guaranteeUnknown');
    expect(await screen.findByText(/^Guarantee unknown: \d+ households$/)).toBeVisible();
    expect(within(await reasons()).getByRole('link', { current: 'page' })).toHaveAccessibleName(
      /^Guarantee unknown/,
    );
    expect(screen.queryByRole('heading', { name: 'Sample household 09' })).not.toBeInTheDocument();
    await user.click(within(await reasons()).getByRole('link', { name: /^All/ }));
    expect(await screen.findByText(all ?? '', { selector: '[role=status]' })).toBeVisible();
  });

  it('has what was promised to the village and is still owed', async () => {
    renderApp({ path: PAGE });
    expect(
      await screen.findByRole('heading', {
        name: /^\d+ promises still owed in this village, \d+ overdue$/,
      }),
    ).toBeVisible();
  });

  it('says that nobody is left behind only where that is known', async () => {
    const b = twoVisits().household('a').read('a', 'status', 'out', '2018-01-22');
    for (const visit of b.record.visits) {
      visit.stops.push({
        kind: 'household',
        subjectId: 'a',
        outcome: 'met',
        said: null,
        source: visit.source,
      });
    }
    for (const name of ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const)
      b.read('a', name, 'met', '2018-07-02');
    answer(b.record);
    const unknown = renderApp({ path: PAGE });
    expect(await screen.findByText(/That nobody is left behind cannot be said/)).toBeVisible();
    expect(screen.getByText(/1 household out of poverty whose income or line is not known/)).toBeVisible();
    unknown.unmount();

    b.read('a', 'persons', 1, '2018-01-22').income('a', '2018-01-22', [8000, 1, 0, 0, 0]);
    b.income('a', '2018-07-02', [8001, 1, 0, 0, 0]);
    answer(b.record);
    renderApp({ path: PAGE });
    expect(await screen.findByText(/^Nobody is left behind between these visits/)).toBeVisible();
    expect(screen.queryByRole('navigation', { name: 'By reason' })).not.toBeInTheDocument();
  });

  it('comes page by page in a large village', async () => {
    answer(largeVillage(125));
    const { user } = renderApp({ path: PAGE });
    expect(await screen.findByText(/^100 of 1\d\d households$/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    expect(await screen.findByText(/^1\d\d households$/, { selector: '[role=status]' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
  });

  it('offers to try again where it could not be read', async () => {
    mockServer().use(
      http.get('*/api/villages/nangangzi/left-behind', () => HttpResponse.json({}, { status: 503 }), {
        once: true,
      }),
    );
    const { user } = renderApp({ path: PAGE });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await item('Wang Huanpeng')).toBeVisible();
  });
});
