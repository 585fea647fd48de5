import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const PAGE = '/villages/nangangzi/measures';
const [JANUARY, JULY] = ['2018-01-22', '2018-07-02'];
const figure = (name: string | RegExp) => screen.findByRole('figure', { name });
const measure = async (name: string) => {
  const found = (await screen.findByText(name, { selector: 'dt' })).closest('div');
  if (!found) throw new Error(`${name} stands alone`);
  return found;
};
/** A village of its own, with its two visits. */
const village = () => new RecordBuilder('own').visit('jan', JANUARY).visit('jul', JULY);
const show = (b: RecordBuilder, search = '') => {
  openMockServer([b.record], 'office');
  return renderApp({ path: `/villages/own/measures${search}` });
};

describe('the measures of Nangangzi', () => {
  it('are reached from the village, with the rules that they are made by', async () => {
    const { user } = renderApp({ path: '/villages/nangangzi' });
    await user.click(await screen.findByRole('link', { name: 'Measures' }));
    expect(await screen.findByRole('heading', { level: 2, name: 'Poverty measures' })).toBeVisible();
    const rules = screen.getByText('¥2,995 per person in 2018').closest('li');
    expect(rules).toHaveTextContent('National rural poverty standard of 2010');
    expect(rules).toHaveTextContent('holds in the whole country');
    expect(rules).toHaveTextContent('not verified');
  });

  it('say what changed, for how many persons it is known, and mark what is synthetic', async () => {
    renderApp({ path: PAGE });
    const below = await figure(/The share of persons below the line fell from/);
    expect(below).toHaveTextContent(/known for \d+ of \d+ persons → known for \d+ of \d+ persons/);
    expect(below).toHaveTextContent('Synthetic');
    expect(
      within(below).getByRole('img', { name: /^Headcount \(P0\), 2018-07-02: .+ \(.+ to .+\)$/ }),
    ).toBeVisible();
  });

  it('explain each figure on demand, with formula and source', async () => {
    const { user } = renderApp({ path: PAGE });
    const gap = within(await measure('Poverty gap (P1)'));
    expect(gap.getByText(/Foster, Greer and Thorbecke 1984/)).not.toBeVisible();
    await user.click(gap.getByText('Formula'));
    expect(gap.getByText(/Foster, Greer and Thorbecke 1984/)).toBeVisible();
    expect(gap.getByText(/P1 = mean over persons/)).toBeVisible();
  });

  it('are measured by the rules that are chosen, which stand in the link', async () => {
    const { user, history } = renderApp({ path: PAGE });
    const before = (await measure('Poverty gap (P1)')).textContent;
    await user.selectOptions(screen.getByLabelText('Poverty line'), 'sixPercent');
    expect(await screen.findByText('¥3,535 per person in 2018')).toBeVisible();
    expect((await measure('Poverty gap (P1)')).textContent).not.toBe(before);
    await user.selectOptions(screen.getByLabelText('What counts as income'), 'own-income');
    await user.selectOptions(screen.getByLabelText('Poor by guarantees from'), '2');
    expect(await figure(/lack 2 guarantees or more/)).toBeVisible();
    expect(history.location.search).toContain('series=sixPercent');
    expect(history.location.search).toContain('income=own-income');
    expect(history.location.search).toContain('k=2');
  });

  it('open the households of any cell of the table of moves, in the link', async () => {
    const { user, history } = renderApp({ path: PAGE });
    await user.click(
      await screen.findByRole('link', { name: 'Out of poverty → Returned to poverty: 1 household' }),
    );
    const moved = (await screen.findByText('Out of poverty → Returned to poverty')).closest('div');
    expect(moved).toHaveTextContent('Sample household 08');
    expect(screen.queryByText('Status unknown → Registered poor')).not.toBeInTheDocument();
    expect(history.location.search).toContain('move=out.returned');
    expect(within(moved ?? document.body).getByRole('link', { name: /Open in the list/ })).toHaveAttribute(
      'href',
      expect.stringContaining('status=returned'),
    );
  });

  it('tell the same households, who joined and who left beside the table', async () => {
    renderApp({ path: PAGE });
    expect(await measure('In the register at both visits')).toHaveTextContent(/\d+ households, \d+ persons/);
    expect(await measure('Joined between the visits')).toHaveTextContent(/household/);
    expect(await measure('Left between the visits')).toHaveTextContent(/household/);
    expect(await measure('Mobility (Shorrocks)')).toHaveTextContent(
      /0\.\d{3}.*households with a known state at both visits/,
    );
  });

  it('read the same in Chinese', async () => {
    renderApp({ path: PAGE, locale: 'zh-CN' });
    expect(await figure(/贫困线以下人口比例由 .+ 降至 .+/)).toBeVisible();
    expect(await measure('多维贫困指数（M0）')).toBeVisible();
    expect(screen.getByText('2018年每人¥2,995')).toBeVisible();
  });

  it('leave out later corrections when asked as known before them', async () => {
    renderApp({ path: `${PAGE}?knownOn=2018-07-09` });
    expect(await screen.findByText(/As it was known on July 9, 2018/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'As known today' })).toBeVisible();
  });
});

describe('the edges', () => {
  it('nobody poor is 0 and not nothing', async () => {
    const b = village()
      .household('a')
      .read('a', 'persons', 2, JANUARY)
      .income('a', JANUARY, [9000, 0, 0, 0, 0]);
    for (const name of ['food', 'clothing', 'education', 'medical', 'housing', 'water'] as const) {
      b.read('a', name, 'met', JANUARY);
    }
    show(b);
    expect(await figure('The share of persons below the line stayed at 0%')).toBeVisible();
    expect(await measure('Watts index')).toHaveTextContent('0.000 → 0.000');
    expect(await measure('Intensity (A)')).toHaveTextContent('Nobody poor → Nobody poor');
    expect(await figure('Nothing is known to be missing')).toHaveTextContent('M0 0.000');
  });

  it('all unknown draws no figure but from nothing to everybody', async () => {
    show(village().household('a').read('a', 'persons', 2, JANUARY));
    const below = await figure('Who is below the line cannot be compared: it is not known at both visits');
    expect(within(below).getByRole('img', { name: /2018-07-02: Unknown \(0% to 100%\)/ })).toBeVisible();
    expect(await measure('Poverty gap (P1)')).toHaveTextContent('Unknown → Unknown');
    expect(await figure('Between 0% and 100% of persons lack a guarantee, as far as is known')).toBeVisible();
  });

  it('households of unknown size are named as left out', async () => {
    show(village().household('a'));
    expect(await figure(/cannot be compared/)).toHaveTextContent('1 household with unknown persons left out');
  });

  it('no income at all: the Watts index is not defined, and the raised one says for how many', async () => {
    show(
      village()
        .household('a')
        .household('b')
        .read('a', 'persons', 2, JANUARY)
        .read('b', 'persons', 3, JANUARY)
        .income('a', JANUARY, [0, 100, 400, 0, 0])
        .income('b', JANUARY, [30_000, 0, 0, 0, 0]),
    );
    expect(await measure('Watts index')).toHaveTextContent('Not defined → Not defined');
    expect(await measure('Watts index, lowest incomes raised')).toHaveTextContent(
      '2018-07-02: 2 persons counted as having 1% of the line',
    );
    expect(await measure('Poverty gap (P1)')).toHaveTextContent(
      '2 persons without any income, or with a loss',
    );
  });

  it('a tie at the cutoff is poor', async () => {
    const b = village().household('a').read('a', 'persons', 1, JANUARY);
    for (const name of ['food', 'clothing', 'education', 'medical'] as const)
      b.read('a', name, 'met', JANUARY);
    b.read('a', 'housing', 'notMet', JANUARY).read('a', 'water', 'notMet', JANUARY);
    show(b, '?k=2');
    expect(await figure('100% of persons lack 2 guarantees or more')).toBeVisible();
    expect(await measure('Intensity (A)')).toHaveTextContent('33.3% → 33.3%');
  });

  it('an unsure finding says so', async () => {
    show(
      village()
        .household('a')
        .household('b')
        .read('a', 'persons', 1, JANUARY)
        .read('b', 'persons', 5, JANUARY)
        .income('a', JANUARY, [100, 0, 0, 0, 0])
        .income('a', JULY, [5000, 0, 0, 0, 0]),
    );
    expect(await figure(/fell from 100% to 0%\. What is unknown could turn this around\./)).toBeVisible();
  });

  it('nobody in the register has nothing to measure', async () => {
    show(village());
    expect(await screen.findByText(/There is nobody to measure/)).toBeVisible();
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
  });

  it('no line of that year is said, and nobody is called poor by income', async () => {
    openMockServer(
      [
        new RecordBuilder('own')
          .visit('a', '2010-01-01')
          .visit('b', '2010-06-01')
          .household('h')
          .read('h', 'persons', 2, '2010-01-01')
          .income('h', '2010-01-01', [1000, 0, 0, 0, 0]).record,
      ],
      'office',
    );
    renderApp({ path: '/villages/own/measures' });
    expect(await screen.findByText('No line of this series for 2010')).toBeVisible();
    expect(await figure(/cannot be compared/)).toHaveTextContent('Nothing to draw');
    expect(await measure('Gini coefficient')).toHaveTextContent('0.000 → 0.000');
  });

  it('a single visit leads on', async () => {
    renderApp({ path: '/villages/sample-village-5/measures' });
    expect(await screen.findByText(/fewer than two visits/)).toBeVisible();
  });

  it('a pair that cannot be compared leads back to the last two', async () => {
    const { user } = renderApp({ path: `${PAGE}?from=nangangzi-2018-07-02&to=nangangzi-2018-01-22` });
    await user.click(await screen.findByRole('link', { name: 'Compare the last two visits' }));
    expect(await figure(/share of persons below the line/)).toBeVisible();
  });

  it('broken parts of a link are dropped', async () => {
    renderApp({ path: `${PAGE}?series=other&income=none&k=9&move=%3Cx%3E` });
    expect(await figure(/share of persons below the line/)).toBeVisible();
    expect(screen.getByLabelText('Poverty line')).toHaveValue('national');
  });
});

describe('a failed request', () => {
  it('shows as failed, and a retry brings the page', async () => {
    mockServer().use(
      http.get('*/api/villages/nangangzi/measures', () => new HttpResponse(null, { status: 503 }), {
        once: true,
      }),
    );
    const { user } = renderApp({ path: PAGE });
    await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Try again' }));
    expect(await figure(/share of persons below the line/)).toBeVisible();
  });
});
