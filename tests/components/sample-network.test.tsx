import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const READING = '/villages/nangangzi?reading=nangangzi-013-water-2018-07-02';
const open = (path: string, phone: MemoryDevice = createMemoryDevice(), locale: Locale = 'en') =>
  renderApp({ path, locale, device: memoryDevice(phone), sampleControls: mockServer().controls });

/** Corrects a reading on its dialog, which stands over the page. */
async function correct(user: ReturnType<typeof open>['user']) {
  const dialog = within(await screen.findByRole('dialog'));
  const [first] = await dialog.findAllByRole('button', { name: 'Correct' });
  await user.click(first ?? document.body);
  await user.selectOptions(dialog.getByLabelText('Correct value'), 'met');
  await user.type(dialog.getByLabelText(/Why is it corrected/), 'Water flows');
  await user.click(dialog.getByRole('button', { name: 'Save the correction' }));
  return dialog;
}

describe('the sample’s network', () => {
  it('can be taken away for as long as anybody likes: what is saved waits, and one touch brings all back', async () => {
    const phone = createMemoryDevice();
    const first = open('/', phone);
    await first.user.selectOptions(await screen.findByLabelText('Network'), 'No network');
    expect(await screen.findByText('No network, on trial.')).toBeVisible();
    expect(await screen.findByText('No connection.')).toBeVisible();
    first.unmount();

    mockServer().controls.chooseNetwork('online');
    const { user } = open(READING, phone);
    const [correctThis] = await within(await screen.findByRole('dialog')).findAllByRole('button', {
      name: 'Correct',
    });
    expect(correctThis).toBeVisible();
    mockServer().controls.chooseNetwork('none');
    const dialog = await correct(user);
    expect(await dialog.findByText(/^Saved on this device/)).toBeVisible();
    expect([...phone.items.values()]).toMatchObject([{ state: 'saved' }]);
    await user.click(screen.getByText('Back online'));
    await waitFor(() => expect([...phone.items.values()]).toMatchObject([{ state: 'received' }]));
    expect(screen.queryByText('No network, on trial.')).not.toBeInTheDocument();
  });

  it('can lose answers: what was sent is there, is sent again, and counts once', async () => {
    const phone = createMemoryDevice();
    mockServer().controls.chooseNetwork('losesAnswers');
    const { user } = open(READING, phone);
    const dialog = await correct(user);
    expect(await dialog.findByText(/^Saved on this device/)).toBeVisible();
    await waitFor(() =>
      expect([...phone.items.values()]).toMatchObject([
        { state: 'saved', lastProblem: { code: 'NO_ANSWER' } },
      ]),
    );
    await user.click(screen.getByText('Back online'));
    await waitFor(() => expect([...phone.items.values()]).toMatchObject([{ state: 'received' }]));
    expect(await dialog.findAllByText(/Water flows/)).toHaveLength(1);
  });

  it('is told to be away in Chinese, and comes back, where not even who is asking is known', async () => {
    mockServer().controls.chooseNetwork('none');
    const { user } = open('/', createMemoryDevice(), 'zh-CN');
    expect(await screen.findByText('试用：无网络。')).toBeVisible();
    expect(screen.queryByLabelText('网络')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '恢复网络' }));
    expect(await screen.findByLabelText('网络')).toHaveValue('online');
  });
});
