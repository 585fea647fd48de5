import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openMockServer } from '#tests/support/mock-server.ts';
import { closedNumbers } from '#tests/support/opens.ts';
import { renderApp } from '#tests/support/render-app.tsx';

/** What stands on a page of many villages as a number and need not open, each with why. */
const NEED_NOT = [
  // How much of the figure beside it is known: that figure opens, and lists what is not.
  /^\d+ of \d+ (households|contact points)$/,
  /^known for \d+ of \d+ persons$/,
  // What is listed right below.
  /^\d+ contact points:$/,
  // Made of the two days that stand there.
  /^(\d+ days ago|overdue by \d+ days)$/,
  // A chart's finding: the way to it stands under it, or its villages do.
  /persons with a known income are below the line/,
  /^Incidence fell in \d of \d villages/,
  // The rule, which is a link’s part and no figure.
  /^¥2,995 per person in 2018/,
  // Names.
  /Sample township \d$/,
];

it.each(['/', '/measures'])('every number over many villages opens: %s', async (path) => {
  openMockServer(undefined, 'office');
  const { user } = renderApp({ path });
  await screen.findAllByRole('figure', undefined, { timeout: 20_000 });
  for (const button of screen.getAllByRole('button', { name: 'Show as table' })) await user.click(button);
  const closed = closedNumbers(screen.getByRole('main'));
  expect(closed.filter((words) => !NEED_NOT.some((one) => one.test(words)))).toEqual([]);
});
