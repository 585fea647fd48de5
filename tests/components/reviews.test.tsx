import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const OCTOBER = '/visits/nangangzi-2017-10-18';
const JULY = '/visits/nangangzi-2018-07-02';
const SENT_BACK = '/visits/sample-village-3-2018-02-08';
const asOffice = () => openMockServer(undefined, 'office');

async function review(): Promise<ReturnType<typeof within>> {
  const heading = await screen.findByRole('heading', { level: 2, name: /^Review by the office/ });
  const section = heading.closest('section');
  if (!section) throw new Error('the review heads no section');
  return within(section);
}

describe('an office', () => {
  it('cannot send a visit back without saying what has to be mended', async () => {
    asOffice();
    const { user } = renderApp({ path: JULY });
    await user.click(await (await review()).findByRole('button', { name: 'Send back' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Send back' }));
    await user.click(dialog.getByRole('button', { name: 'Send the visit back' }));
    expect(await dialog.findByText('Please fill this in.')).toBeVisible();
    expect((await review()).getByText('Not reviewed yet')).toBeInTheDocument();
  });

  it('is told why the service refused, and loses nothing that was typed', async () => {
    asOffice();
    mockServer().use(http.post('*/api/visits/*/reviews', () => HttpResponse.error()));
    const { user } = renderApp({ path: JULY });
    await user.click(await (await review()).findByRole('button', { name: 'Send back' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('What has to be mended?'), 'Household 005: which document?');
    await user.click(dialog.getByRole('button', { name: 'Send the visit back' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The service did not answer. Send again: it will not count twice.',
    );
    mockServer().resetHandlers();
    await user.click(dialog.getByRole('button', { name: 'Send the visit back' }));
    expect(await (await review()).findByText('Household 005: which document?')).toBeVisible();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is told when the service cannot save just now', async () => {
    asOffice();
    mockServer().use(http.post('*/api/visits/*/reviews', () => HttpResponse.json({}, { status: 503 })));
    const { user } = renderApp({ path: JULY });
    await user.click(await (await review()).findByRole('button', { name: 'Accept' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Accept the visit' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('cannot save or read just now');
  });

  it('counts once when the same word arrives twice', async () => {
    asOffice();
    const ids: unknown[] = [];
    mockServer().use(
      http.post('*/api/visits/*/reviews', async ({ request }) => {
        ids.push(((await request.clone().json()) as { id: unknown }).id);
        return ids.length === 1 ? HttpResponse.error() : undefined;
      }),
    );
    const { user } = renderApp({ path: JULY });
    await user.click(await (await review()).findByRole('button', { name: 'Accept' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Accept the visit' }));
    await dialog.findByRole('alert');
    await user.dblClick(dialog.getByRole('button', { name: 'Accept the visit' }));
    expect(await (await review()).findByText('Accepted by Sample office, 2018-07-16')).toBeVisible();
    expect(new Set(ids).size).toBe(1);
    expect((await review()).queryByRole('heading', { name: 'What was said before' })).not.toBeInTheDocument();
  });

  it('sees in the overview which villages have visits to review, and finds those visits', async () => {
    asOffice();
    const { user } = renderApp({ path: '/' });
    await user.click(
      await screen.findByRole('link', { name: '5 visits in 3 villages wait for your review' }),
    );
    expect(await screen.findByText('3 of 6 contact points')).toBeVisible();
    const row = (await screen.findByRole('rowheader', { name: /Nangangzi/ })).closest('tr');
    await user.click(within(row ?? document.body).getByRole('link', { name: '2 to review' }));
    const days = await screen.findAllByRole('link', { name: /, 201[78]$/ });
    expect(days.map((day) => day.textContent)).toEqual(['July 2, 2018', 'January 22, 2018']);
    expect(screen.getByLabelText('Review')).toHaveValue('toReview');
  });

  it('sees on a village’s page how many visits wait', async () => {
    asOffice();
    renderApp({ path: '/villages/nangangzi' });
    expect(await screen.findByRole('link', { name: '2 visits waiting for review' })).toHaveAttribute(
      'href',
      '/villages/nangangzi/visits?review=toReview',
    );
  });

  it('may still send back what was accepted, and what was said stays to be read', async () => {
    asOffice();
    const { user } = renderApp({ path: OCTOBER });
    await user.click(await (await review()).findByRole('button', { name: 'Send back' }));
    expect((await review()).queryByRole('button', { name: 'Accept' })).not.toBeInTheDocument();
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('What has to be mended?'), 'Looked at it once more');
    await user.click(dialog.getByRole('button', { name: 'Send the visit back' }));
    const after = await review();
    expect(await after.findByRole('heading', { name: 'What was said before' })).toBeVisible();
    expect(after.getByText('Accepted by Sample township office, 2017-10-30')).toBeVisible();
  });
});

describe('a village whose visit was sent back', () => {
  it('is told when there is nothing to answer any more', async () => {
    mockServer().use(
      http.post('*/api/visits/*/answers', () =>
        HttpResponse.json(
          { defined: true, code: 'NOT_SENT_BACK', status: 409, message: 'NOT_SENT_BACK' },
          { status: 409 },
        ),
      ),
    );
    const { user } = renderApp({ path: SENT_BACK });
    await user.click(await (await review()).findByRole('button', { name: 'Say what was mended' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: 'Send the answer' }));
    expect(await dialog.findByText('Please fill this in.')).toBeVisible();
    await user.type(dialog.getByLabelText('What was mended?'), 'All of it');
    await user.click(dialog.getByRole('button', { name: 'Send the answer' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('was not sent back, or was answered already');
    expect(dialog.getByLabelText('What was mended?')).toHaveValue('All of it');
    expect(dialog.getByRole('link', { name: 'See both, and decide' })).toHaveAttribute('href', '/outbox');
  });

  it('answers without a network too: what is typed is kept, and the answer waits on the phone', async () => {
    mockServer().use(http.post('*/api/visits/*/answers', () => HttpResponse.error()));
    const { store, drafts } = createMemoryDrafts();
    const answering = async () => {
      const { user, unmount } = renderApp({ path: SENT_BACK, drafts: store });
      await user.click(await (await review()).findByRole('button', { name: 'Say what was mended' }));
      const dialog = within(await screen.findByRole('dialog'));
      return { user, unmount, dialog, note: dialog.getByLabelText('What was mended?') };
    };
    const before = await answering();
    await before.user.type(before.note, 'The pay slip');
    await waitFor(() => expect(drafts.size).toBe(1));
    before.unmount();
    const { user, dialog, note } = await answering();
    await waitFor(() => expect(note).toHaveValue('The pay slip'));
    await user.click(dialog.getByRole('button', { name: 'Send the answer' }));
    expect(await dialog.findByText(/^Saved on this device/)).toBeVisible();
    await waitFor(() => expect(drafts.size).toBe(0));
    mockServer().resetHandlers();
    const after = await review();
    expect(await after.findByText('The pay slip')).toBeVisible();
  });

  it('sees on the visit that its answer waits on the phone, and is asked for no second one', async () => {
    mockServer().use(http.post('*/api/visits/*/answers', () => HttpResponse.error()));
    const { user } = renderApp({ path: SENT_BACK });
    await user.click(await (await review()).findByRole('button', { name: 'Say what was mended' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('What was mended?'), 'The pay slip');
    await user.click(dialog.getByRole('button', { name: 'Send the answer' }));
    await dialog.findByText(/^Saved on this device/);
    const [close] = dialog.getAllByRole('button', { name: /^(Close|Cancel)$/ });
    await user.click(close ?? document.body);
    const section = await review();
    expect(section.getByText('Saved on this device, not yet received: The pay slip')).toBeVisible();
    expect(section.getByRole('link', { name: 'See what is not yet received' })).toHaveAttribute(
      'href',
      '/outbox',
    );
    expect(section.queryByText('This visit was sent back. Please mend it.')).not.toBeInTheDocument();
    expect(section.queryByRole('button', { name: 'Say what was mended' })).not.toBeInTheDocument();
  });

  it('reads the reason first, is led to what to mend, and answers', async () => {
    const { user } = renderApp({ path: SENT_BACK });
    const before = await review();
    expect(await before.findByText('This visit was sent back. Please mend it.')).toBeVisible();
    expect(before.getByText(/Household 006 earned 900 yuan more/)).toBeVisible();
    expect(before.getByRole('link', { name: 'To the readings of this visit' })).toHaveAttribute(
      'href',
      `${SENT_BACK}#readings`,
    );
    await user.click(before.getByRole('button', { name: 'Say what was mended' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByLabelText('What was mended?'), 'The pay slip is there');
    await user.click(dialog.getByRole('button', { name: 'Send the answer' }));
    const after = await review();
    expect(await after.findByText('The pay slip is there')).toBeVisible();
    expect(after.getByText('Answered, to be looked at again')).toBeVisible();
    expect(after.getByText('It waits for the office now.')).toBeVisible();
    expect(after.queryByRole('button')).not.toBeInTheDocument();
  });

  it('finds it from the overview and from the village’s page', async () => {
    const { user } = renderApp({ path: '/' });
    await user.click(
      await screen.findByRole('link', { name: '1 visit in 1 village was sent back to be mended' }),
    );
    expect(await screen.findByText('1 of 6 contact points')).toBeVisible();
    await user.click(screen.getByRole('link', { name: '1 sent back' }));
    await user.click(await screen.findByRole('link', { name: 'February 8, 2018' }));
    expect((await review()).getByText('Sent back')).toBeVisible();
  });
});

describe.each(['leaderStaff', 'auditor'] as const)('for the role %s', (role) => {
  it('a visit shows its review and offers nothing', async () => {
    openMockServer(undefined, role);
    renderApp({ path: SENT_BACK });
    const shown = await review();
    expect(shown.getByText(/Household 006 earned 900 yuan more/)).toBeVisible();
    expect(shown.queryByRole('button')).not.toBeInTheDocument();
    expect(shown.queryByText('This visit was sent back. Please mend it.')).not.toBeInTheDocument();
  });

  it('the overview has no column of reviews', async () => {
    openMockServer(undefined, role);
    renderApp({ path: '/' });
    await screen.findByText('6 of 6 contact points');
    await waitFor(() => expect(screen.queryByText('Visits reviewed')).not.toBeInTheDocument());
  });
});
