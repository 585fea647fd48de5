import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { openMockServer } from '#tests/support/mock-server.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const forms = [
  {
    of: 'a correction',
    path: '/households/nangangzi-004?reading=nangangzi-004-water-2018-07-02',
    button: /^Correct$/,
    field: /Why is it corrected/,
    save: 'Save the correction',
  },
  {
    of: 'an answer to a data question',
    path: '/villages/nangangzi/questions',
    button: /^Answer/,
    field: 'What was found?',
    save: 'Save the answer',
  },
  {
    of: 'a step towards leaving the register',
    path: '/households/nangangzi-006',
    button: /^Record: /,
    field: 'Note',
    save: 'Save the step',
  },
  {
    of: 'the acceptance of a visit',
    path: '/visits/nangangzi-2018-07-02',
    role: 'office' as const,
    button: 'Accept',
    field: 'Note (optional)',
    save: 'Accept the visit',
  },
  {
    of: 'the sending back of a visit',
    path: '/visits/nangangzi-2018-07-02',
    role: 'office' as const,
    button: 'Send back',
    field: 'What has to be mended?',
    save: 'Send the visit back',
  },
];

describe.each(forms)('what is typed into $of', ({ path, button, field, save, role }) => {
  const open = async (device: ReturnType<typeof createMemoryDrafts>) => {
    if (role) openMockServer(undefined, role);
    const view = renderApp({ path, drafts: device.store });
    const [opener] = await screen.findAllByRole('button', { name: button });
    await view.user.click(opener ?? document.body);
    return view;
  };
  const typed = async (device: ReturnType<typeof createMemoryDrafts>, user: UserEvent) => {
    await user.type(await screen.findByLabelText(field), 'The well is dry.');
    await waitFor(() => expect(JSON.stringify([...device.drafts])).toContain('The well is dry.'));
  };

  it('stands there again after the page died, and says of when it is', async () => {
    const device = createMemoryDrafts();
    const { user, unmount } = await open(device);
    await typed(device, user);
    unmount();
    await open(device);
    expect(await screen.findByDisplayValue('The well is dry.')).toBeVisible();
    expect(screen.getByText(/^Kept .*, and not saved then/)).toBeVisible();
  });

  it('is kept no longer once it was cancelled', async () => {
    const device = createMemoryDrafts();
    const { user, unmount } = await open(device);
    await typed(device, user);
    const form = screen.getByRole('button', { name: save }).closest('form') ?? document.body;
    await user.click(within(form).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(device.drafts.size).toBe(0));
    unmount();
    expect(device.drafts.size).toBe(0);
  });
});

it('what is saved is kept no longer', async () => {
  const device = createMemoryDrafts();
  const { user, unmount } = renderApp({ path: '/households/nangangzi-006', drafts: device.store });
  await user.click(await screen.findByRole('button', { name: /^Record: / }));
  await user.type(screen.getByLabelText('Who took it?'), 'Committee');
  await waitFor(() => expect(device.drafts.size).toBe(1));
  await user.click(screen.getByRole('button', { name: 'Save the step' }));
  expect(await screen.findByText('The step is recorded.')).toBeVisible();
  await waitFor(() => expect(device.drafts.size).toBe(0));
  unmount();
  expect(device.drafts.size).toBe(0);
});
