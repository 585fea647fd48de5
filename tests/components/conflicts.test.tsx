import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProcedureStepSaid } from '#src/domain/procedure.ts';
import type { Locale } from '#src/domain/text.ts';
import { createOutbox, type NewItem } from '#src/offline/outbox.ts';
import type { ItemKind } from '#src/offline/outbox-item.ts';
import { createMemoryDevice, type MemoryDevice } from '#tests/support/field/device.ts';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { mockServer } from '#tests/support/mock-server.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { metAt, VILLAGE_SEEN, visitDraft } from '#tests/support/visit-draft.ts';

const ME = 'sample-villagecadre';
const READING = 'nangangzi-013-water-2018-07-02';

let phone: MemoryDevice;
beforeEach(() => {
  phone = createMemoryDevice();
});
/** Saved on this device before the page was opened. */
const kept = <K extends ItemKind>(item: Omit<NewItem<K>, 'accountId'>) =>
  createOutbox(memoryDevice(phone)).put({ ...item, accountId: ME });
const itemOf = (id: string) => phone.items.get(id);
/** From another device. */
async function elsewhere(method: string, path: string, body: unknown, status: number): Promise<void> {
  const answer = await fetch(`http://localhost:3000/api${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(status);
}
const read = async (path: string) => (await fetch(`http://localhost:3000/api${path}`)).json();

/** The list, with both shown. */
async function compare(locale: Locale = 'en') {
  const zh = locale === 'zh-CN';
  const { user } = renderApp({ path: '/outbox', locale, device: memoryDevice(phone) });
  await user.click(await screen.findByRole('button', { name: zh ? '对照查看' : 'Show both' }));
  const theirs = within(
    await screen.findByRole('region', { name: zh ? '他人已登记' : 'Recorded meanwhile' }),
  );
  const mine = within(screen.getByRole('region', { name: zh ? '本人填写' : 'Yours' }));
  return { user, theirs, mine };
}

describe('a reading that two devices corrected', () => {
  beforeEach(async () => {
    const correction = { value: 'met', evidence: 'seenOnSite', reason: 'Water flows' } as const;
    await kept({ id: 'mine', kind: 'correction', payload: { readingId: READING, correction } });
    const theirs = { id: 'theirs', value: 'notApplicable', evidence: 'document', reason: 'Moved away' };
    await elsewhere('POST', `/readings/${READING}/corrections`, theirs, 201);
  });

  it('is shown as both wrote it; mine may correct theirs, and the history keeps all', async () => {
    const { user, theirs, mine } = await compare();
    expect(screen.getByRole('link', { name: /1 item needs attention/ })).toBeVisible();
    expect(theirs.getByText('Moved away')).toBeVisible();
    expect(theirs.getByText('Sample cadre')).toBeVisible();
    expect(mine.getByText('Water flows')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Keep mine, or another value…' }));
    const reason = screen.getByLabelText(/Why is it corrected/);
    expect(reason).toHaveValue('Water flows');
    await user.type(reason, ', seen today');
    await user.click(screen.getByRole('button', { name: 'Save the correction' }));
    await waitFor(() => expect(itemOf('mine')).toMatchObject({ state: 'received' }));
    const { readings } = await read(`/readings/${READING}`);
    expect(readings).toMatchObject([
      { id: 'mine', value: 'met', supersedes: { readingId: 'theirs', reason: 'Water flows, seen today' } },
      { id: 'theirs', value: 'notApplicable', supersedes: { readingId: READING } },
      { id: READING },
      ...readings.slice(3),
    ]);
  });

  it('stays as theirs only for a reason; mine is kept for a month', async () => {
    const { user } = await compare('zh-CN');
    await user.click(screen.getByRole('button', { name: '采用他人的…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(dialog.getByRole('button', { name: '采用他人登记的内容' }));
    expect(itemOf('mine')?.state).toBe('needsAttention');
    await user.type(dialog.getByLabelText('为何以他人的为准？'), '已核对');
    await user.click(dialog.getByRole('button', { name: '采用他人登记的内容' }));
    await waitFor(() =>
      expect(itemOf('mine')).toMatchObject({ state: 'removed', removed: { reason: '已核对' } }),
    );
    expect(await screen.findByText('近 30 天已移除（1）')).toBeVisible();
  });
});

describe('a promise that two visits judged', () => {
  const visit = (verdict: 'kept' | 'partly' | 'notKept', note: string) =>
    visitDraft({
      kind: 'workTeam',
      stops: [VILLAGE_SEEN],
      verdicts: [{ commitmentId: promise, verdict, note }],
      note: 'A dry day',
    });
  let promise = '';
  beforeEach(async () => {
    const { entries } = await read('/commitments?villageId=nangangzi');
    promise = entries.find((e: { open: boolean }) => e.open).commitment.id;
  });
  /** Mine says that it was not kept, theirs that it was. */
  const judged = async () => {
    await kept({ id: 'mine', kind: 'visit', payload: { draft: visit('notKept', 'Half is missing') } });
    await elsewhere('PUT', '/visits/theirs', visit('kept', 'All done'), 200);
  };
  const verdicts = async () => {
    const { entries } = await read('/commitments?villageId=nangangzi');
    const entry = entries.find((e: { commitment: { id: string } }) => e.commitment.id === promise);
    return entry.verdicts.slice(-2);
  };

  const isOpen = async () => {
    const { entries } = await read('/commitments?villageId=nangangzi');
    return entries.find((e: { commitment: { id: string } }) => e.commitment.id === promise).open;
  };

  it('is reopened by mine with a reason, which keeps both verdicts', async () => {
    await judged();
    const { user, theirs, mine } = await compare();
    expect(theirs.getByText('All done')).toBeVisible();
    expect(mine.getByText('Half is missing')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Not settled: reopen…' }));
    expect(screen.getByLabelText('Why is it not settled?')).toHaveValue('Not kept (Half is missing)');
    await user.click(screen.getByRole('button', { name: 'Reopen and send the visit' }));
    await waitFor(() => expect(itemOf('mine')).toMatchObject({ state: 'received' }));
    expect(await verdicts()).toMatchObject([
      { verdict: 'kept', visitId: 'theirs' },
      { verdict: 'reopened', visitId: 'mine', note: 'Not kept (Half is missing)' },
    ]);
  });

  it.each([
    ['notKept', 'kept', 'Not kept', 'Half is missing'],
    ['kept', 'notKept', 'Kept', 'It was under the snow'],
    ['partly', 'kept', 'Partly kept', 'The east end is missing'],
  ] as const)(
    'is judged %s by mine after %s, with a reason; both stay in its history',
    async (ours, other, name, why) => {
      await kept({ id: 'mine', kind: 'visit', payload: { draft: visit(ours, '') } });
      await elsewhere('PUT', '/visits/first', visit(other, 'As seen'), 200);
      const { user } = await compare();
      await user.click(screen.getByRole('button', { name: `Mine holds: ${name}…` }));
      await user.click(screen.getByRole('button', { name: 'Keep mine and send the visit' }));
      expect(await screen.findByText('Please fill this in.')).toBeVisible();
      expect(itemOf('mine')).toMatchObject({ state: 'needsAttention' });
      await user.type(screen.getByLabelText('Why does yours hold?'), why);
      await user.click(screen.getByRole('button', { name: 'Keep mine and send the visit' }));
      await waitFor(() => expect(itemOf('mine')).toMatchObject({ state: 'received' }));
      expect(await verdicts()).toMatchObject([
        { verdict: other, visitId: 'first', note: 'As seen' },
        { verdict: ours, visitId: 'mine', note: why },
      ]);
      expect(await isOpen()).toBe(ours === 'partly');
    },
  );

  it('is shown again where a third visit judged it while one was deciding', async () => {
    await judged();
    const { user } = await compare();
    await user.click(screen.getByRole('button', { name: 'Mine holds: Not kept…' }));
    const last = (await verdicts()).at(-1);
    const third = {
      ...visit('notKept', 'Third'),
      verdicts: [{ commitmentId: promise, verdict: 'notKept', note: 'Third', insteadOf: last.sequence }],
    };
    await elsewhere('PUT', '/visits/third', third, 200);
    await user.click(screen.getByRole('button', { name: 'Keep mine and send the visit' }));
    await waitFor(() => expect(itemOf('mine')).toMatchObject({ state: 'needsAttention', attempts: 2 }));
    expect(await verdicts()).toMatchObject([{ visitId: 'theirs' }, { visitId: 'third' }]);
  });

  it('stays as theirs with a reason: the visit arrives, and my verdict stands in its note', async () => {
    await judged();
    const { user } = await compare();
    await user.click(screen.getByRole('button', { name: 'Keep theirs…' }));
    await user.click(screen.getByRole('button', { name: 'Keep theirs and send the visit' }));
    expect(await screen.findByText('Please fill this in.')).toBeVisible();
    await user.type(screen.getByLabelText('Why is theirs right?'), 'They counted');
    await user.click(screen.getByRole('button', { name: 'Keep theirs and send the visit' }));
    await waitFor(() => expect(itemOf('mine')).toMatchObject({ state: 'received' }));
    const { visit: recorded } = await read('/visits/mine');
    expect(recorded.note).toMatch(
      /^A dry day\nPromise “.+”: “Not kept \(Half is missing\)” .+ They counted$/,
    );
    expect(await verdicts()).toMatchObject([{}, { verdict: 'kept', visitId: 'theirs' }]);
  });
});

it('an answer to a review and a step of the procedure stand beside the one that came first', async () => {
  const { visits, reviews } = await read('/villages/nangangzi');
  const visitId = visits.at(-1).id as string;
  expect(reviews).toBeDefined();
  mockServer().seeAs('office');
  await elsewhere(
    'POST',
    `/visits/${visitId}/reviews`,
    { id: 'back', outcome: 'sentBack', note: 'Why?' },
    201,
  );
  mockServer().seeAs('villageCadre');
  await elsewhere('POST', `/visits/${visitId}/answers`, { id: 'theirs', note: 'Mended by them' }, 201);
  await kept({ id: 'mine', kind: 'reviewAnswer', payload: { visitId, note: 'Mended by me' } });
  const said: ProcedureStepSaid = {
    step: 'appraisal',
    outcome: 'passed',
    on: '2018-07-15',
    until: null,
    people: ['A meeting'],
    note: '',
  };
  await elsewhere('POST', '/households/nangangzi-005/steps', { id: 'first', ...said }, 201);
  await kept({ id: 'step', kind: 'procedureStep', payload: { householdId: 'nangangzi-005', said } });

  const { user } = renderApp({ path: '/outbox', device: memoryDevice(phone) });
  await screen.findByRole('link', { name: /2 items need attention/ });
  for (const show of await screen.findAllByRole('button', { name: 'Show both' })) await user.click(show);
  expect(await screen.findByText('Mended by them')).toBeVisible();
  // In the item's own line as well.
  expect(screen.getAllByText('Mended by me')).toHaveLength(2);
  expect(await screen.findAllByText(/ · .+, 2018-07-15$/)).toHaveLength(2);
  expect(screen.getAllByRole('button', { name: 'Keep theirs…' })).toHaveLength(2);
});

it('two visits of one day that read a thing differently stand beside each other at the visit and the household', async () => {
  const household = 'nangangzi-013';
  const visit = (id: string, value: 'met' | 'notMet') =>
    visitDraft({
      stops: [metAt(household)],
      readings: [
        {
          id: `${id}-water`,
          subject: { kind: 'household', id: household },
          indicator: 'water',
          value,
          evidence: 'seenOnSite',
        },
      ],
    });
  await elsewhere('PUT', '/visits/first', visit('first', 'met'), 200);
  await elsewhere('PUT', '/visits/second', visit('second', 'notMet'), 200);
  const heading = { level: 2, name: 'Two visits of one day say different things' };
  const { user } = renderApp({ path: '/visits/first' });
  const section = (await screen.findByRole('heading', heading)).closest('section');
  expect(section).toHaveTextContent(/Sample household 13 · .*Met.*Not met.*counts/);
  await user.click(screen.getAllByRole('link', { name: 'Sample household 13' })[0] ?? document.body);
  expect(await screen.findByRole('heading', heading)).toBeVisible();
});
