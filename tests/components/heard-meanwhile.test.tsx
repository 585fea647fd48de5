import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const ME = 'sample-villagecadre';
const READING = 'nangangzi-013-water-2018-07-02';
const SAID = 'What was said or seen';
const draft = visitDraft({ stops: [metAt('nangangzi-003', 'The well is dry.')] });
const wrongDay = {
  code: 'BAD_REQUEST',
  status: 400,
  data: { issues: [{ field: 'on', code: 'VISIT_IN_FUTURE' }] },
};

let phone: MemoryDevice;
/** The service answers at last; with nothing given, as it does. */
let answer: (by?: Response) => void;
beforeEach(() => {
  phone = createMemoryDevice();
  const waits = new Promise<Response | undefined>((resolve) => (answer = resolve));
  const late = async () => await waits;
  mockServer().use(
    http.put('*/api/visits/:id', late, { once: true }),
    http.post('*/api/readings/*/corrections', late, { once: true }),
  );
});
const outbox = () => createOutbox(memoryDevice(phone));
const states = () => [...phone.items.values()].map(({ state }) => state);
const open = (path: string) => renderApp({ path, device: memoryDevice(phone) });

describe('a visit that is mended while the service answers of it as it was', () => {
  const mending = async () => {
    await outbox().put({ id: 'first', kind: 'visit', accountId: ME, payload: { draft } });
    const { user } = open('/log?village=nangangzi&mend=first');
    await user.type(await screen.findByLabelText(SAID), ' The pump too.');
    await waitFor(() => expect(states()).toEqual(['sending']));
    return user;
  };

  it('says that it is received, and what was typed meanwhile can be saved as another visit', async () => {
    const user = await mending();
    expect(screen.getByText(/^You are mending a visit/)).toBeVisible();
    answer();
    expect(
      await screen.findByText('This visit was received meanwhile, as it was saved before'),
    ).toBeVisible();
    expect(screen.queryByText(/^You are mending a visit/)).not.toBeInTheDocument();
    expect(screen.getByLabelText(SAID)).toHaveValue('The well is dry. The pump too.');
    await user.click(screen.getByRole('button', { name: 'What to do' }));
    expect(await screen.findByRole('link', { name: 'See what was recorded' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save as another visit' }));
    await user.click(await screen.findByRole('button', { name: 'Save the visit' }));
    await waitFor(() => expect(states()).toEqual(['received', 'received']));
  });

  it('says why it is refused, beside the field, and can be saved mended', async () => {
    const user = await mending();
    answer(HttpResponse.json(wrongDay, { status: 400 }));
    expect(await screen.findByText('The service has not taken this visit')).toBeVisible();
    expect(screen.getByLabelText(SAID)).toHaveValue('The well is dry. The pump too.');
    await user.click(screen.getByRole('button', { name: 'What to do' }));
    await user.click(await screen.findByRole('link', { name: /^Day of the visit: A visit cannot be dated/ }));
    await user.clear(await screen.findByLabelText('Day of the visit'));
    await user.type(screen.getByLabelText('Day of the visit'), '2018-07-15');
    await user.click(screen.getByRole('link', { name: /Review/ }));
    await user.click(await screen.findByRole('button', { name: 'Save the visit' }));
    await waitFor(() => expect(states()).toEqual(['received']));
  });

  it('is not called refused where it only waits for an answer', async () => {
    await mending();
    answer(HttpResponse.json({ code: 'UNAVAILABLE', status: 503 }, { status: 503 }));
    await waitFor(() => expect(phone.items.get('first')?.lastProblem).not.toBeNull());
    cleanup();
    open('/log?village=nangangzi&mend=first');
    expect(await screen.findByText(/^You are mending a visit/)).toBeVisible();
    expect(screen.queryByText('The service has not taken this visit')).not.toBeInTheDocument();
  });

  it('says why it is refused where that is of no field', async () => {
    await mending();
    answer(HttpResponse.json({ code: 'FORBIDDEN', status: 403 }, { status: 403 }));
    expect(await screen.findByText('The service has not taken this visit')).toBeVisible();
  });
});

it('a correction that is received while it is mended says that what is typed does not reach it', async () => {
  const correction = { value: 'met', evidence: 'seenOnSite', reason: 'Water flows' } as const;
  await outbox().put({
    id: 'mine',
    kind: 'correction',
    accountId: ME,
    payload: { readingId: READING, correction },
  });
  const { user } = open('/outbox?mend=mine');
  await screen.findByLabelText('Correct value');
  await waitFor(() => expect(states()).toEqual(['sending']));
  answer();
  expect(await screen.findByText(/^It was received as it was saved before\./)).toBeVisible();
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/^Received /)).toBeVisible();
  expect(dialog.queryByRole('button', { name: 'Save the correction' })).not.toBeInTheDocument();
  await user.click(dialog.getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('a correction that is refused while it is mended, and once more for something else, says so beside each field', async () => {
  const correction = { value: 'met', evidence: 'seenOnSite', reason: 'Water flows' } as const;
  await outbox().put({
    id: 'mine',
    kind: 'correction',
    accountId: ME,
    payload: { readingId: READING, correction },
  });
  const refused = (field: string, code: string) =>
    HttpResponse.json(
      { code: 'BAD_REQUEST', status: 400, data: { issues: [{ field, code }] } },
      { status: 400 },
    );
  const { user } = open('/outbox?mend=mine');
  const value = await screen.findByLabelText('Correct value');
  const reason = screen.getByLabelText(/Why is it corrected/);
  await waitFor(() => expect(states()).toEqual(['sending']));
  answer(refused('reason', 'tooLong'));
  await waitFor(() => expect(reason).toHaveAccessibleDescription(/This is too long\./));
  expect(value).not.toBeInvalid();
  await user.type(reason, ' now');
  expect(reason).not.toBeInvalid();

  mockServer().use(http.post('*/api/readings/*/corrections', () => refused('value', 'VALUE_NOT_POSSIBLE')));
  await outbox().tryAgain('mine');
  window.dispatchEvent(new Event('online'));
  await waitFor(() => expect(value).toBeInvalid());
  // What was typed meanwhile was not refused.
  expect(reason).not.toBeInvalid();
  expect(reason).toHaveValue('Water flows now');
});
