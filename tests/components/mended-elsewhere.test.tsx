import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Locale } from '#src/domain/text.ts';
import type { Device } from '#src/offline/device.ts';
import { createDeviceReads } from '#src/offline/device-reads.ts';
import { createOutbox, type NewItem } from '#src/offline/outbox.ts';
import type { ItemKind } from '#src/offline/outbox-item.ts';
import type { Payloads } from '#src/offline/payloads.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { createPhone } from '#tests/support/field/reads.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';

const ME = 'sample-villagecadre';
const HOUSEHOLD = 'nangangzi-006';
const READING = 'nangangzi-013-water-2018-07-02';
const QUESTION = 'educationMetOutOfSchool/nangangzi-005/nangangzi-005-4';

let phone: MemoryDevice;
beforeEach(() => {
  phone = createMemoryDevice();
});
const kept = <K extends ItemKind>(item: Omit<NewItem<K>, 'accountId' | 'id'>) =>
  createOutbox(memoryDevice(phone)).put({ ...item, id: 'mine', accountId: ME });
const answered = (reason: string): Payloads['questionAnswer']['said'] => ({
  key: QUESTION,
  readingIds: [],
  outcome: 'dismissed',
  reason,
});
const saveStep = () =>
  kept({
    kind: 'procedureStep',
    payload: {
      householdId: HOUSEHOLD,
      said: {
        step: 'verification',
        outcome: 'passed',
        on: '2018-07-16',
        until: null,
        people: ['Committee'],
        note: '',
      },
    },
  });
const mending = async () => within(await screen.findByRole('dialog'));
/** Recorded by another device before what waits here was sent. */
async function elsewhere(path: string, body: object): Promise<void> {
  const answer = await fetch(`http://localhost:3000/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(201);
}

describe('without a network', () => {
  /** A phone on which a page was read; then the network goes. */
  async function away(read: string, seen: RegExp | null = null) {
    const { page } = createPhone();
    const open = (path: string, locale: Locale = 'en') => {
      const { vault, reads } = page();
      const device: Device = memoryDevice(phone, vault);
      return renderApp({ path, locale, device, reads: createDeviceReads(reads) });
    };
    const view = open(read);
    await screen.findByRole('heading', { level: 1 });
    if (seen) await screen.findAllByRole('button', { name: seen });
    view.unmount();
    mockServer().use(http.all('*/api/*', () => HttpResponse.error()));
    return open;
  }

  it('a step opens where its household was read on this phone, and is saved on it', async () => {
    const open = await away(`/households/${HOUSEHOLD}`, /^Record: /);
    await saveStep();
    const { user } = open('/outbox?mend=mine');
    const dialog = await mending();
    const note = await dialog.findByLabelText('Note');
    await user.type(note, 'In the hall');
    await user.click(dialog.getByRole('button', { name: 'Save the step' }));
    expect(await dialog.findByText(/^Saved on this device/)).toBeVisible();
    expect(phone.items.get('mine')).toMatchObject({ payload: { said: { note: 'In the hall' } } });
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('a correction opens where its reading was read on this phone', async () => {
    const open = await away(`/villages/nangangzi?reading=${READING}`, /^Correct$/);
    const correction = { value: 'met', evidence: 'seenOnSite', reason: 'Water flows' } as const;
    await kept({ kind: 'correction', payload: { readingId: READING, correction } });
    const { user } = open('/outbox?mend=mine');
    const dialog = await mending();
    const reason = await dialog.findByLabelText(/Why is it corrected/);
    expect(reason).toHaveValue('Water flows');
    await user.type(reason, ' again');
    await user.click(dialog.getByRole('button', { name: 'Save the correction' }));
    await waitFor(() =>
      expect(phone.items.get('mine')).toMatchObject({
        payload: { correction: { value: 'met', reason: 'Water flows again' } },
      }),
    );
  });

  it('a reading that was never opened is read and corrected on the page of its household', async () => {
    const open = await away('/households/nangangzi-013', /^Record: /);
    const { user } = open(`/households/nangangzi-013?reading=${READING}`);
    const dialog = within(await screen.findByRole('dialog', { name: /^Sample household 13 · / }));
    expect(dialog.getAllByText(/^Not met/).length).toBeGreaterThan(0);
    const [correct] = dialog.getAllByRole('button', { name: 'Correct' });
    await user.click(correct ?? document.body);
    await user.selectOptions(dialog.getByLabelText('Correct value'), 'met');
    await user.type(dialog.getByLabelText(/Why is it corrected/), 'Water flows');
    await user.click(dialog.getByRole('button', { name: 'Save the correction' }));
    await waitFor(() =>
      expect([...phone.items.values()]).toMatchObject([
        { kind: 'correction', payload: { readingId: READING, correction: { value: 'met' } } },
      ]),
    );
  });

  it('an answer opens wherever it is, for it has with it all that its form needs', async () => {
    const open = await away('/');
    await kept({ kind: 'questionAnswer', payload: { villageId: 'nangangzi', said: answered('At home') } });
    open('/outbox?mend=mine');
    const dialog = await mending();
    expect(await dialog.findByLabelText('Why is it no question?')).toHaveValue('At home');
  });

  it.each([
    ['en', /nor was that kept on this device/, 'Export to a file'],
    ['zh-CN', /本机也未保存过/, '导出为文件'],
  ] as const)(
    'a step whose household was never read here says so, and can be exported (%s)',
    async (locale, why, file) => {
      const open = await away('/');
      await saveStep();
      const { user } = open('/outbox?mend=mine', locale);
      const dialog = await mending();
      expect(await dialog.findByText(why)).toBeVisible();
      expect(dialog.queryByRole('textbox')).not.toBeInTheDocument();
      await user.keyboard('{Escape}');
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
      expect(screen.getByRole('button', { name: file })).toBeVisible();
    },
  );
});

describe('what the service has already', () => {
  it('with other content is mended as something of its own, and the first one waits no more', async () => {
    await elsewhere('/villages/nangangzi/questions/answers', { id: 'mine', ...answered('First') });
    await kept({ kind: 'questionAnswer', payload: { villageId: 'nangangzi', said: answered('Second') } });
    const { user } = renderApp({ path: '/outbox', device: memoryDevice(phone) });
    await screen.findByText('Another answer under this number was already recorded.');
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    const dialog = await mending();
    expect(await dialog.findByLabelText('Why is it no question?')).toHaveValue('Second');
    await user.click(dialog.getByRole('button', { name: 'Save the answer' }));
    await waitFor(() =>
      expect([...phone.items.values()]).toMatchObject([
        { id: 'mine', state: 'removed', removed: { reason: expect.stringContaining('WENT_ON_AS ') } },
        { state: 'received', payload: { said: { reason: 'Second' } } },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.getByText('Everything saved on this device has been received.')).toBeVisible();
  });

  it('from somebody else, as another correction, is what a mended correction is of', async () => {
    const correction = { value: 'met', evidence: 'seenOnSite', reason: 'Water flows' } as const;
    await kept({ kind: 'correction', payload: { readingId: READING, correction } });
    const theirs = { value: 'notApplicable', evidence: 'document', reason: 'Moved away' };
    await elsewhere(`/readings/${READING}/corrections`, { id: 'theirs', ...theirs });
    const { user } = renderApp({ path: '/outbox', device: memoryDevice(phone) });
    await screen.findByText(/^Somebody else changed this first/);
    expect(screen.getByText('to Met')).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    const dialog = await mending();
    expect(await dialog.findByText('Not applicable', { selector: 'strong' })).toBeVisible();
    expect(dialog.getByLabelText('Correct value')).toHaveValue('met');
    await user.click(dialog.getByRole('button', { name: 'Save the correction' }));
    await waitFor(() =>
      expect(phone.items.get('mine')).toMatchObject({
        state: 'received',
        payload: { readingId: 'theirs', correction },
      }),
    );
  });
});
