import { screen, waitFor, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Device } from '#src/offline/device.ts';
import type { Locale } from '#src/domain/text.ts';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { madeFiles } from '#tests/support/made-files.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const ME = 'sample-villagecadre';
const SOMEBODY = 'sample-office';
const visit = (note: string) => visitDraft({ stops: [metAt('nangangzi-003', note)] });

let phone: MemoryDevice;
let device: Device;
beforeEach(() => {
  phone = createMemoryDevice();
  device = memoryDevice(phone);
});
/** As if it had been saved before the page was opened. */
const kept = (id: string, accountId = ME) =>
  createOutbox(memoryDevice(phone)).put({ id, kind: 'visit', accountId, payload: { draft: visit(id) } });
const open = (path = '/outbox', locale: Locale = 'en') => renderApp({ path, locale, device });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const isDown = () => mockServer().use(http.put('*/api/visits/:id', () => HttpResponse.error()));
const isUp = () => mockServer().resetHandlers();
const items = () => screen.findAllByRole('listitem').then((all) => all.filter((li) => li.closest('main')));

describe('what is saved and not received', () => {
  it('cannot be removed without a reason; with one it is not sent, and can be put back', async () => {
    isDown();
    await kept('one');
    const { user } = open();
    await user.click(await button('Remove…'));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await within(dialog).findByText('Please fill this in.')).toBeVisible();
    expect(phone.items.get('one')?.state).not.toBe('removed');
    await user.type(within(dialog).getByLabelText('Why is it removed?'), 'A trial');
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText(/^Nothing .* 1 item was removed and not received\.$/)).toBeVisible();
    isUp();
    await user.click(screen.getByText('Removed in the last 30 days (1)'));
    expect(screen.getByText(/^Removed .*: A trial$/)).toBeVisible();
    await user.click(await button('Put back'));
    await waitFor(() => expect(phone.items.get('one')?.state).toBe('received'));
    expect(await screen.findByText('Everything saved on this device has been received.')).toBeVisible();
  });

  it('is counted on every page, with the age of the oldest, until it is received', async () => {
    isDown();
    await kept('one');
    await kept('two');
    const { user } = open('/');
    await user.click(
      await screen.findByRole('link', { name: /^2 items not yet received, the oldest since / }),
    );
    expect(await screen.findByText(/^2 items saved on this device are not yet received/)).toBeVisible();
    expect(await items()).toHaveLength(2);
    expect((await screen.findAllByText(/does not answer/)).length).toBeGreaterThan(0);
    isUp();
    await user.click(await button('Send now'));
    expect(await screen.findByText('Everything saved on this device has been received.')).toBeVisible();
    expect(screen.queryByRole('link', { name: /not yet received/ })).not.toBeInTheDocument();
    await user.click(screen.getByText('Received in the last 30 days (2)'));
    const [seen] = screen.getAllByRole('link', { name: 'See the visit' });
    await user.click(seen ?? document.body);
    expect(await screen.findByText(/^(one|two)$/)).toBeVisible();
  });

  it('says when a sign-in page of a network answers in the service’s place', async () => {
    mockServer().use(
      http.put('*/api/visits/:id', () => HttpResponse.html('<title>Free WiFi</title>', { status: 200 })),
    );
    await kept('one');
    open();
    await waitFor(() => expect(screen.getByText(/Sign in to the network, then send again/)).toBeVisible());
  });

  it('shows that it is on its way', async () => {
    mockServer().use(
      http.put('*/api/visits/:id', async () => {
        await delay('infinite');
      }),
    );
    await kept('one');
    open();
    expect(await screen.findByText('Saved on this device, and being sent now.')).toBeVisible();
  });

  it('and was refused says why, holds back nothing, and leads to the form', async () => {
    await createOutbox(memoryDevice(phone)).put({
      id: 'wrong',
      kind: 'visit',
      accountId: ME,
      payload: { draft: { ...visit('kept words'), on: '2018-07-17' } },
    });
    await kept('right');
    const { user } = open();
    expect(await screen.findByText('The service has not taken this.')).toBeVisible();
    expect(screen.getByText(/cannot be dated in the future/)).toBeVisible();
    await waitFor(() => expect(phone.items.get('right')?.state).toBe('received'));
    expect(screen.getByRole('link', { name: /1 item needs attention/ })).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    await user.click(await screen.findByRole('link', { name: /Day of the visit: A visit cannot/ }));
    const day = await screen.findByLabelText('Day of the visit');
    await user.clear(day);
    await user.type(day, '2018-07-16');
    expect(screen.getByLabelText('What was said or seen')).toHaveValue('kept words');
    await user.click(await button('Review'));
    await user.click(await button('Save the visit'));
    expect(await screen.findByText(/^Received by the service/)).toBeVisible();
    expect(phone.items.get('wrong')).toMatchObject({ state: 'received' });
  });

  it.each([
    ['en', /perhaps the village was given to somebody else/, /export it to a file, hand that over/, 'Mend'],
    ['zh-CN', /可能该村已交由他人负责/, /请导出为文件交给对方/, '修改'],
  ] as const)(
    'and is of a village that went to somebody else says so, and what to do (%s)',
    async (locale, why, whatToDo, mend) => {
      await createOutbox(memoryDevice(phone)).put({
        id: 'elsewhere',
        kind: 'visit',
        accountId: ME,
        payload: { draft: { ...visit('kept words'), villageId: 'given-away' } },
      });
      await kept('right');
      open('/outbox', locale);
      expect(await screen.findByText(why)).toBeVisible();
      expect(screen.getByText(whatToDo)).toBeVisible();
      await waitFor(() => expect(phone.items.get('right')?.state).toBe('received'));
      expect(phone.items.get('elsewhere')).toMatchObject({
        state: 'needsAttention',
        lastProblem: { status: 404 },
      });
      // What cannot be opened is not offered to be mended.
      expect(screen.queryByRole('link', { name: new RegExp(mend) })).not.toBeInTheDocument();
    },
  );

  it('by somebody else waits for them, and shows nothing of itself', async () => {
    await kept('theirs', SOMEBODY);
    open();
    expect(await screen.findByText(/^1 item of other accounts waits on this device/)).toBeVisible();
    expect(screen.queryByText(/Everything saved on this device/)).not.toBeInTheDocument();
    expect(screen.queryByText(/Helper/)).not.toBeInTheDocument();
    expect(phone.items.get('theirs')).toMatchObject({ state: 'saved', attempts: 0 });
  });

  it('goes into a file', async () => {
    isDown();
    await kept('one');
    const files = madeFiles();
    const { user } = open();
    await user.click(await button('Export all to a file'));
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0]?.name).toBe('outbox.json');
    expect(JSON.parse((await files[0]?.content.text()) ?? '')).toMatchObject({ items: [{ id: 'one' }] });
  });

  it('is told in Chinese as well', async () => {
    isDown();
    await kept('one');
    open('/outbox', 'zh-CN');
    expect(await screen.findByText(/^本机保存的 1 项尚未送达，最早一项保存于/)).toBeVisible();
    await waitFor(() => expect(screen.getByText('服务没有响应，将自动重试。')).toBeVisible());
  });
});

describe('a correction', () => {
  const READING = '/villages/nangangzi?reading=nangangzi-013-water-2018-07-02';
  const correct = async () => {
    const { user } = open(READING);
    const dialog = within(await screen.findByRole('dialog'));
    const [first] = await dialog.findAllByRole('button', { name: 'Correct' });
    await user.click(first ?? document.body);
    await user.selectOptions(dialog.getByLabelText('Correct value'), 'met');
    await user.type(dialog.getByLabelText(/Why is it corrected/), 'Water flows');
    await user.click(dialog.getByRole('button', { name: 'Save the correction' }));
    return { user, dialog };
  };

  it('that the service refuses says why beside the form, and can be mended there', async () => {
    mockServer().use(
      http.post(
        '*/api/readings/:id/corrections',
        () => HttpResponse.json({ code: 'VALUE_NOT_POSSIBLE', status: 422 }, { status: 422 }),
        { once: true },
      ),
    );
    const { user, dialog } = await correct();
    expect(await dialog.findByText('The service has not taken this.')).toBeVisible();
    expect(dialog.getByLabelText(/Why is it corrected/)).toHaveValue('Water flows');
    await user.selectOptions(dialog.getByLabelText('Correct value'), 'notApplicable');
    await user.click(dialog.getByRole('button', { name: 'Save the correction' }));
    await waitFor(() =>
      expect([...phone.items.values()]).toMatchObject([{ kind: 'correction', state: 'received' }]),
    );
    await waitFor(() =>
      expect(dialog.queryByRole('button', { name: 'Save the correction' })).not.toBeInTheDocument(),
    );
    expect(await dialog.findByText(/Water flows/)).toBeVisible();
  });

  it('without a network is saved on the phone, says so, and arrives later', async () => {
    mockServer().use(http.post('*/api/readings/:id/corrections', () => HttpResponse.error(), { once: true }));
    const { dialog } = await correct();
    expect(await dialog.findByText(/^Saved on this device/)).toBeVisible();
    await waitFor(() =>
      expect([...phone.items.values()]).toMatchObject([
        { kind: 'correction', state: 'received', attempts: 2 },
      ]),
    );
    expect(await dialog.findByText(/Water flows/)).toBeVisible();
    expect(dialog.queryByRole('button', { name: 'Save the correction' })).not.toBeInTheDocument();
  });
});
