import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { draftKey } from '#src/offline/draft-key.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const CADRE = 'sample-villagecadre';
const LOG = '/log?village=nangangzi&household=nangangzi-003';
const OFFER = /^A visit to Nangangzi Village was begun and not saved; kept /;

/** What a form leaves behind on a device when the page dies. */
async function brokenOff() {
  const device = createMemoryDrafts();
  const { user, unmount } = renderApp({ path: LOG, drafts: device.store });
  await user.type(await screen.findByLabelText('What was said or seen'), 'The well is dry.');
  const key = draftKey(CADRE, { villageId: 'nangangzi' });
  await waitFor(() => expect(device.drafts.has(key)).toBe(true));
  await waitFor(() => expect(JSON.stringify(device.drafts.get(key))).toContain('The well is dry.'));
  unmount();
  const draft = device.drafts.get(key);
  if (!draft) throw new Error('nothing was kept');
  // Of an earlier opening of the page.
  device.drafts.set(key, { ...draft, savedAt: performance.timeOrigin - 60_000 });
  return device;
}

it('a visit that was broken off is offered at the next opening, with its village and time, and goes on with what was typed', async () => {
  const { store } = await brokenOff();
  const { user } = renderApp({ path: '/', drafts: store });
  expect(await screen.findByText(OFFER)).toHaveTextContent(/kept \w{3} \d{1,2}, \d\d:\d\d\.$/);
  await user.click(screen.getByRole('link', { name: 'Go on with it' }));
  expect(await screen.findByDisplayValue('The well is dry.')).toBeVisible();
  expect(screen.queryByText(OFFER)).not.toBeInTheDocument();
});

it('the offer goes away for this opening, and the list of what is not received has it still', async () => {
  const { store } = await brokenOff();
  const { user, history } = renderApp({ path: '/', drafts: store });
  await screen.findByText(OFFER);
  await user.click(screen.getByRole('button', { name: 'Later' }));
  expect(screen.queryByText(OFFER)).not.toBeInTheDocument();
  history.push('/outbox');
  const begun = within(
    (await screen.findByText('1 form begun and not saved')).closest('section') ?? document.body,
  );
  expect(begun.getByText(OFFER)).toBeVisible();
  expect(begun.getByRole('link', { name: 'Go on with it' })).toHaveAttribute(
    'href',
    '/log?village=nangangzi',
  );
});

it('goes on at the step where it was broken off, unless the link brings a household', async () => {
  const { store, drafts } = await brokenOff();
  const first = renderApp({ path: '/log?village=nangangzi', drafts: store });
  await first.user.click(await screen.findByRole('link', { name: /Readings/ }));
  const key = draftKey(CADRE, { villageId: 'nangangzi' });
  await waitFor(() => expect(drafts.get(key)?.body).toMatchObject({ step: 'readings' }));
  // Kept since it was typed, whichever step was looked at.
  expect(drafts.get(key)?.savedAt).toBe(performance.timeOrigin - 60_000);
  first.unmount();

  const { user, history, unmount } = renderApp({ path: '/outbox', drafts: store });
  await user.click(await screen.findByRole('link', { name: 'Go on with it' }));
  expect(await screen.findByRole('heading', { name: 'What has changed since last time?' })).toBeVisible();
  expect(history.location.search).toBe('?village=nangangzi');
  await user.click(screen.getByRole('button', { name: 'Discard the draft' }));
  expect(await screen.findByRole('heading', { name: 'Whom did you visit, what did you see?' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findByDisplayValue('The well is dry.')).toBeVisible();
  unmount();

  await waitFor(() => expect(drafts.has(key)).toBe(true));
  renderApp({ path: LOG, drafts: store });
  expect(await screen.findByRole('heading', { name: 'Whom did you visit, what did you see?' })).toBeVisible();
});

it('going through the steps of an empty form begins no draft', async () => {
  const { store, drafts } = createMemoryDrafts();
  const { user, unmount } = renderApp({ path: '/log?village=nangangzi', drafts: store });
  await user.click(await screen.findByRole('link', { name: /Readings/ }));
  await user.click(screen.getByRole('link', { name: /Review/ }));
  unmount();
  expect(drafts.size).toBe(0);
});

it('is discarded in the list, with its pictures a while longer, and taken back', async () => {
  const { store, drafts } = await brokenOff();
  const { user } = renderApp({ path: '/outbox', drafts: store });
  await screen.findByText(OFFER);
  await user.click(screen.getByRole('button', { name: 'Discard it' }));
  expect(await screen.findByText('A visit to Nangangzi Village is discarded.')).toBeVisible();
  expect(drafts.size).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await user.click(await screen.findByRole('link', { name: 'Go on with it' }));
  expect(await screen.findByDisplayValue('The well is dry.')).toBeVisible();
});

it('a tab that went to another step of the same draft wrote nothing else; one that typed did', async () => {
  const { store, drafts, writeElsewhere } = await brokenOff();
  renderApp({ path: '/log?village=nangangzi', drafts: store });
  await screen.findByDisplayValue('The well is dry.');
  const key = draftKey(CADRE, { villageId: 'nangangzi' });
  const draft = drafts.get(key);
  if (!draft) throw new Error('nothing was kept');
  const body = { ...(draft.body as object), step: 'review' };
  act(() => writeElsewhere({ ...draft, body }));
  expect(screen.queryByText(/another tab/i)).not.toBeInTheDocument();
  act(() => writeElsewhere({ ...draft, body: { ...body, note: 'Rain.' } }));
  expect(await screen.findByText(/another tab/i)).toBeVisible();
});

it('neither what is being typed just now nor what another account began is offered', async () => {
  const device = await brokenOff();
  const key = draftKey(CADRE, { villageId: 'nangangzi' });
  const draft = device.drafts.get(key);
  if (!draft) throw new Error('nothing was kept');
  device.drafts.set(key, { ...draft, savedAt: Date.now() });
  const others = draftKey('sample-another', { villageId: 'nangangzi' });
  device.drafts.set(others, { ...draft, key: others });
  const older = draftKey(CADRE, { villageId: 'sample-village-3' });
  device.drafts.set(older, { ...draft, key: older });
  const { history } = renderApp({ path: '/', drafts: device.store });
  await screen.findByText(/was begun and not saved/);
  expect(screen.queryByText(OFFER)).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go on with it' })).toHaveAttribute(
    'href',
    '/log?village=sample-village-3',
  );
  history.push('/outbox');
  expect(await screen.findByText('2 forms begun and not saved')).toBeVisible();
});
