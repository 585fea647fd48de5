import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const KEY = 'educationMetOutOfSchool/nangangzi-005/nangangzi-005-4';

/** The list of what is not received, with one answer in it and no service. */
async function openOutbox() {
  mockServer().use(http.post('*/api/villages/*/questions/answers', () => HttpResponse.error()));
  const device = memoryDevice(createMemoryDevice());
  const said = { key: KEY, readingIds: [], outcome: 'dismissed' as const, reason: 'Taught at home' };
  await createOutbox(device).put({
    id: 'mine',
    kind: 'questionAnswer',
    accountId: 'sample-villagecadre',
    payload: { villageId: 'nangangzi', said },
  });
  return renderApp({ path: '/outbox', device });
}

describe('a dialog that closes', () => {
  it('gives the cursor back to what opened it', async () => {
    const { user } = await openOutbox();
    const opener = await screen.findByRole('button', { name: 'Remove…' });
    opener.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(screen.getByLabelText('Why is it removed?')).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });

  it('gives it back where it stands in the page’s link', async () => {
    const { user } = renderApp({ path: '/households/nangangzi-013' });
    const [opener] = await screen.findAllByRole('link', { name: /^4 / });
    opener?.focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: /^Sample household 13 · / });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(opener).toHaveFocus();
  });

  it('puts it on the page’s content where what opened it is gone', async () => {
    const { user } = await openOutbox();
    await user.click(await screen.findByRole('button', { name: 'Remove…' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Why is it removed?'), 'A trial{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByRole('main')).toHaveFocus();
  });
});
