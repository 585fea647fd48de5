import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import type { VisitDraft } from '#src/domain/visit.ts';
import { createOutbox } from '#src/offline/outbox.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { VILLAGE_SEEN, visitDraft } from '#tests/support/visit-draft.ts';

const WORDS = 'The well is dry.';
type Drafts = ReturnType<typeof createMemoryDrafts>;

let drafts: Drafts;
let phone: MemoryDevice;
beforeEach(() => {
  drafts = createMemoryDrafts();
  phone = createMemoryDevice();
});
const open = (path: string) => renderApp({ path, drafts: drafts.store, device: memoryDevice(phone) });

/** Types into the form that the buttons lead to, and the page dies. */
async function breakOff(path: string, buttons: readonly (string | RegExp)[], field: string | RegExp) {
  const { user, unmount } = open(path);
  for (const name of buttons) {
    const [button] = await screen.findAllByRole('button', { name });
    await user.click(button ?? document.body);
  }
  const label = await screen.findByLabelText(field);
  await user.clear(label);
  await user.type(label, WORDS);
  await waitFor(() => expect(JSON.stringify([...drafts.drafts])).toContain(WORDS));
  unmount();
  // Of an earlier opening of the page.
  for (const [key, draft] of drafts.drafts) {
    drafts.drafts.set(key, { ...draft, savedAt: performance.timeOrigin - 60_000 });
  }
}
const offer = (what: string) =>
  screen.findByText((words) => words.startsWith(`${what} was begun and not saved; kept `));

const forms = [
  {
    of: 'A correction (Sample household 04, Nangangzi Village)',
    path: '/households/nangangzi-004?reading=nangangzi-004-water-2018-07-02',
    buttons: [/^Correct$/],
    field: /Why is it corrected/,
  },
  {
    of: 'An answer to a data question (Sample household 05, Nangangzi Village)',
    path: '/households/nangangzi-005',
    buttons: [/^Answer/],
    field: 'What was found?',
  },
  {
    // Closed: the open ones, which the page shows first, have it not.
    of: 'An answer to a data question (Sample household 04, Nangangzi Village)',
    path: '/villages/nangangzi/questions?show=answered',
    buttons: ['Ask again'],
    field: 'Why is it asked again?',
  },
  {
    of: 'A step towards leaving the register (Sample household 06, Nangangzi Village)',
    path: '/households/nangangzi-006',
    buttons: [/^Record: /],
    field: 'Note',
  },
  {
    of: 'The sending back of a visit (Nangangzi Village)',
    path: '/visits/nangangzi-2018-07-02',
    role: 'office' as const,
    buttons: ['Send back'],
    field: 'What has to be mended?',
  },
];

describe.each(forms)('$of', ({ of, path, buttons, field, role }) => {
  it('is offered at the next opening with its time, and its form opens with what was typed', async () => {
    if (role) openMockServer(undefined, role);
    await breakOff(path, buttons, field);
    const { user } = open('/');
    expect(await offer(of)).toHaveTextContent(/kept \w{3} \d{1,2}, \d\d:\d\d\.$/);
    await user.click(screen.getByRole('link', { name: 'Go on with it' }));
    expect(await screen.findByDisplayValue(WORDS)).toBeVisible();
    expect(screen.queryByText(/was begun and not saved/)).not.toBeInTheDocument();
  });
});

const step = {
  of: 'A step towards leaving the register (Sample household 06, Nangangzi Village)',
  begin: () => breakOff('/households/nangangzi-006', [/^Record: /], 'Note'),
};

it('stands in the list of what is not received, where it can be discarded and taken back', async () => {
  await step.begin();
  const { user } = open('/outbox');
  const section = (await screen.findByText('1 form begun and not saved')).closest('section');
  const begun = within(section ?? document.body);
  expect(await offer(step.of)).toBeVisible();
  await user.click(begun.getByRole('button', { name: 'Discard it' }));
  expect(await begun.findByText(`${step.of} is discarded.`)).toBeVisible();
  expect(drafts.drafts.size).toBe(0);
  await user.click(begun.getByRole('button', { name: 'Undo' }));
  expect(await offer(step.of)).toBeVisible();
  expect(JSON.stringify([...drafts.drafts])).toContain(WORDS);
  await user.click(begun.getByRole('link', { name: 'Go on with it' }));
  expect(await screen.findByDisplayValue(WORDS)).toBeVisible();
});

it('is offered no more once it was saved', async () => {
  await step.begin();
  const { user, history } = open('/households/nangangzi-006');
  await offer(step.of);
  const [record] = await screen.findAllByRole('button', { name: /^Record: / });
  await user.click(record ?? document.body);
  await screen.findByDisplayValue(WORDS);
  await user.type(screen.getByLabelText('Who took it?'), 'Committee');
  await user.click(screen.getByRole('button', { name: 'Save the step' }));
  expect(await screen.findByText('The step is recorded.')).toBeVisible();
  await waitFor(() => expect(screen.queryByText(/was begun and not saved/)).not.toBeInTheDocument());
  history.push('/outbox');
  expect(await screen.findByText('Everything saved on this device has been received.')).toBeVisible();
  expect(screen.queryByText(/begun and not saved/)).not.toBeInTheDocument();
});

describe('what is decided about an item that waits', () => {
  const saved = (draft: VisitDraft) =>
    createOutbox(memoryDevice(phone)).put({
      id: 'mine',
      kind: 'visit',
      accountId: 'sample-villagecadre',
      payload: { draft },
    });
  const visit = (given: Partial<VisitDraft> = {}) =>
    visitDraft({ kind: 'workTeam', stops: [VILLAGE_SEEN], note: 'A dry day', ...given });

  it('the reason of a removal stands in its dialog again', async () => {
    mockServer().use(http.put('*/api/visits/:id', () => HttpResponse.error()));
    await saved(visit());
    await breakOff('/outbox', ['Remove…'], 'Why is it removed?');
    const { user } = open('/');
    await offer('The removal of an item that waits here');
    await user.click(screen.getByRole('link', { name: 'Go on with it' }));
    expect(await screen.findByDisplayValue(WORDS)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(phone.items.get('mine')).toMatchObject({ state: 'removed' }));
    await waitFor(() => expect(drafts.drafts.size).toBe(0));
  });

  it('what was changed in it stands in its form again, over the list', async () => {
    mockServer().use(http.post('*/api/readings/*/corrections', () => HttpResponse.error()));
    await createOutbox(memoryDevice(phone)).put({
      id: 'mine',
      kind: 'correction',
      accountId: 'sample-villagecadre',
      payload: {
        readingId: 'nangangzi-013-water-2018-07-02',
        correction: { value: 'met', evidence: 'seenOnSite', reason: 'Water flows' },
      },
    });
    await breakOff('/outbox?mend=mine', [], /Why is it corrected/);
    const { user } = open('/');
    await offer('A change to an item that waits here');
    await user.click(screen.getByRole('link', { name: 'Go on with it' }));
    expect(await screen.findByDisplayValue(WORDS)).toBeVisible();
  });

  it('a decision between two verdicts opens where both are shown', async () => {
    const answer = await fetch('http://localhost:3000/api/commitments?villageId=nangangzi');
    const { entries } = (await answer.json()) as {
      entries: { open: boolean; commitment: { id: string } }[];
    };
    const commitmentId = entries.find((one) => one.open)?.commitment.id ?? '';
    await saved(visit({ verdicts: [{ commitmentId, verdict: 'notKept', note: 'Half is missing' }] }));
    const theirs = await fetch('http://localhost:3000/api/visits/theirs', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(visit({ verdicts: [{ commitmentId, verdict: 'kept', note: 'All done' }] })),
    });
    expect(theirs.status).toBe(200);
    await breakOff('/outbox', ['Show both', 'Keep theirs…'], 'Why is theirs right?');
    const { user } = open('/');
    await offer('A decision between two verdicts');
    await user.click(screen.getByRole('link', { name: 'Go on with it' }));
    expect(await screen.findByDisplayValue(WORDS)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(drafts.drafts.size).toBe(0));
  });
});

it('is told in Chinese as well', async () => {
  await step.begin();
  renderApp({ path: '/', locale: 'zh-CN', drafts: drafts.store });
  expect(
    await screen.findByText(/^退出程序环节（样例户06，南岗子村）已开始、尚未保存，草稿存于 /),
  ).toBeVisible();
  expect(screen.getByRole('button', { name: '丢弃草稿' })).toBeVisible();
});
