import { createMemoryHistory } from '@tanstack/react-router';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleActors } from '#mocks/sample/actors.ts';
import { App } from '#src/app/app.tsx';
import type { VisitRecord } from '#src/domain/records.ts';
import type { Locale } from '#src/domain/text.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { visitForm } from '#src/features/log-visit/visit-form.ts';
import type { Draft, DraftStore } from '#src/offline/draft-store.ts';
import { DraftStoreContext } from '#src/offline/drafts.ts';
import type { Device } from '#src/offline/device.ts';
import { DeviceContext } from '#src/offline/use-outbox.tsx';
import { memoryDevice } from '#tests/support/memory-device.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';
import { mockServer, openMockServer } from '#tests/support/mock-server.ts';

const HOUSEHOLD = '/log?village=nangangzi&household=nangangzi-003';
const SAVE = 'Save the visit';
const SAID = 'What was said or seen';
const VISITS = '*/api/visits/:visitId';
/** Under which the cadre's draft of the village is kept. */
const DRAFT = `${sampleActors.villageCadre.id}/nangangzi`;

let device: ReturnType<typeof createMemoryDrafts>;
let outbox: Device;
/** Every PUT of a visit that the page sent, in order. */
let sent: { id: string; body: VisitDraft }[];
beforeEach(() => {
  device = createMemoryDrafts();
  outbox = memoryDevice();
  sent = [];
  mockServer().events.on('request:start', ({ request }) => {
    if (request.method !== 'PUT') return;
    const id = request.url.split('/').at(-1) ?? '';
    void request
      .clone()
      .json()
      .then((body) => sent.push({ id, body: body as VisitDraft }));
  });
});

function open(
  path: string,
  { locale = 'en', drafts = device.store }: { locale?: Locale; drafts?: DraftStore } = {},
) {
  const history = createMemoryHistory({ initialEntries: [path] });
  const view = render(
    <DeviceContext value={outbox}>
      <DraftStoreContext value={drafts}>
        <App history={history} locale={locale} retries={0} />
      </DraftStoreContext>
    </DeviceContext>,
  );
  return { ...view, history, user: userEvent.setup() };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const saved = () => screen.findByRole('heading', { level: 1, name: 'The visit is saved' });
const received = () => screen.findByText(/^Received by the service/);
const review = (name = 'This will be recorded') => screen.findByRole('heading', { level: 2, name });
const visitOf = async (id: string): Promise<VisitRecord> =>
  (await fetch(`http://localhost:3000/api/visits/${id}`)).json();
/** The form with a note typed and nothing else. */
async function withNote(note = 'Nothing new.', path = HOUSEHOLD) {
  const app = open(path);
  await app.user.type(await screen.findByLabelText(SAID), note);
  return app;
}

describe('what is wrong stands beside its field, and nothing typed is lost', () => {
  it('a visit without a stop', async () => {
    const { user } = open('/log?village=nangangzi');
    await screen.findByLabelText('Village');
    await user.click(button('Review'));
    await review();
    await user.click(button(SAVE));
    const summary = screen.getByRole('alert');
    expect(summary).toHaveFocus();
    expect(summary).toHaveTextContent('1 thing to mend');
    await user.click(within(summary).getByRole('link', { name: /On this visit/ }));
    expect(await screen.findByText(/Choose at least one household/)).toBeVisible();
    expect(sent).toEqual([]);
  });

  it('a day in the future', async () => {
    const { user } = await withNote('Come back in spring.');
    await user.click(screen.getByText(/2018-07-16 · Helper/));
    await user.clear(screen.getByLabelText('Day of the visit'));
    await user.type(screen.getByLabelText('Day of the visit'), '2018-07-17');
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await user.click(
      within(screen.getByRole('alert')).getByRole('link', { name: /Day of the visit: A visit cannot/ }),
    );
    const day = await screen.findByLabelText('Day of the visit');
    await waitFor(() => expect(day).toHaveFocus());
    expect(day).toBeInvalid();
    expect(day).toHaveAccessibleDescription(/cannot be dated in the future/);
    expect(screen.getByLabelText(SAID)).toHaveValue('Come back in spring.');
    expect(sent).toEqual([]);
  });

  it('a figure that is none, in the reader’s language', async () => {
    const { user } = open(HOUSEHOLD, { locale: 'zh-CN' });
    await user.click(await screen.findByRole('button', { name: '下一步：核实情况' }));
    const row = await screen.findByRole('radiogroup', { name: '工资性收入' });
    await user.click(within(row).getByRole('radio', { name: '有变化' }));
    const field = screen.getByLabelText('工资性收入现为');
    expect(field).toHaveFocus();
    await user.type(field, '八千');
    await user.click(button('核对'));
    await review('将登记以下内容');
    await user.click(button('保存走访'));
    await user.click(
      within(screen.getByRole('alert')).getByRole('link', { name: '样例户03，工资性收入：请填写数字。' }),
    );
    await waitFor(() => expect(screen.getByLabelText('工资性收入现为')).toHaveFocus());
    expect(screen.getByLabelText('工资性收入现为')).toHaveAccessibleDescription('请填写数字。');
    expect(screen.getByLabelText('工资性收入现为')).toHaveValue('八千');
  });

  it('a commitment that somebody closed meanwhile: the service’s 422', async () => {
    const { user } = await withNote();
    await user.click(screen.getByRole('link', { name: /Promised/ }));
    const owed = (await screen.findAllByRole('radiogroup')).at(0);
    if (!owed) throw new Error('nothing is owed');
    const control = owed.id;
    await user.click(within(owed).getByRole('radio', { name: 'Partly kept' }));
    await closeElsewhere(control.replace('verdict-', ''));
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await saved();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Somebody has closed this commitment meanwhile',
    );
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('Somebody has closed this commitment meanwhile');
    expect(screen.getByText(/You are mending a visit/)).toBeVisible();
    await user.click(within(summary).getByRole('link'));
    const still = await waitFor(() => {
      const found = document.getElementById(control);
      if (!found) throw new Error('not shown');
      return found;
    });
    expect(still).toHaveAccessibleDescription(/closed this commitment/);
    await user.click(within(still).getByRole('radio', { name: 'Not looked at' }));
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await received();
    const [, first] = sent;
    expect(sent.at(-1)).toEqual({ id: first?.id, body: { ...first?.body, verdicts: [] } });
  });

  it('a closed commitment that is reopened for no reason', async () => {
    const { user } = await withNote();
    await user.click(screen.getByRole('link', { name: /Promised/ }));
    await user.click(await screen.findByText('Closed earlier (2): reopen what does not hold'));
    const closed = await screen.findByRole('radiogroup', {
      name: 'Take up the irrigation works again in spring',
    });
    expect(closed.closest('li')).toHaveTextContent('Kept on 2018-07-02');
    await user.click(within(closed).getByRole('radio', { name: 'Reopen' }));
    const due = screen.getByLabelText('Due on');
    expect(due).toHaveValue('2018-10-14');
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await user.click(within(screen.getByRole('alert')).getByRole('link'));
    const why = await screen.findByLabelText('Why is it owed again?');
    await waitFor(() => expect(why).toHaveFocus());
    await user.type(why, 'The pumps stand still.');
    await user.click(button('Review'));
    expect(await screen.findByText('due 2018-10-14')).toBeVisible();
    await user.click(screen.getByRole('button', { name: SAVE }));
    await received();
    expect(sent.at(-1)?.body.verdicts).toEqual([
      {
        commitmentId: 'nangangzi-c1-irrigation',
        verdict: 'reopened',
        note: 'The pumps stand still.',
        dueOn: '2018-10-14',
      },
    ]);
  });

  it('a number that was taken: the service’s 409 offers to look and to save as another visit', async () => {
    const { user } = await withNote('Mine.');
    mockServer().use(
      http.put(
        VISITS,
        () =>
          HttpResponse.json(
            { defined: true, code: 'VISIT_ID_TAKEN', status: 409, message: '' },
            { status: 409 },
          ),
        { once: true },
      ),
    );
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    expect(await screen.findByText(/already recorded with other content/)).toBeVisible();
    await user.click(screen.getByRole('link', { name: 'Mend and send again' }));
    expect(await screen.findByText(/recorded before with other content/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what was recorded' })).toHaveAttribute(
      'href',
      `/visits/${sent[0]?.id}`,
    );
    await user.click(button('Save as another visit'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await received();
    expect(sent[1]?.id).not.toBe(sent[0]?.id);
    expect(sent[1]?.body).toEqual(sent[0]?.body);
    expect(await screen.findByRole('link', { name: 'See the visit' })).toBeVisible();
    expect(screen.queryByRole('link', { name: /not yet received/ })).not.toBeInTheDocument();
  });

  it.each([
    [
      'a failing service',
      () => HttpResponse.json({ code: 'INTERNAL_SERVER_ERROR', status: 503 }, { status: 503 }),
      /fault of its own/,
    ],
    ['no answer', () => HttpResponse.error(), /does not answer/],
  ])(
    '%s: it is saved all the same, says why it waits, and the same visit is sent again',
    async (_what, fails, words) => {
      const { user } = await withNote('Kept.');
      let down = true;
      mockServer().use(http.put(VISITS, () => (down ? fails() : undefined)));
      await user.click(button('Review'));
      await user.click(await screen.findByRole('button', { name: SAVE }));
      await saved();
      expect(await screen.findByText(words)).toBeVisible();
      expect(screen.getByRole('link', { name: /^1 item not yet received/ })).toHaveAttribute(
        'href',
        '/outbox',
      );
      expect(device.drafts.size).toBe(0);
      down = false;
      await received();
      expect(sent.length).toBeGreaterThan(1);
      expect(sent.at(-1)).toEqual(sent[0]);
      expect((await visitOf(sent[0]?.id ?? '')).visit.stops).toMatchObject([{ said: 'Kept.' }]);
    },
  );

  it('where the browser keeps nothing, only what the service has is called saved, and nothing typed is lost', async () => {
    const refuse = () => Promise.reject(new DOMException('no database here', 'SecurityError'));
    outbox = { ...memoryDevice(), storage: { all: refuse, get: refuse, change: refuse } };
    const { user } = await withNote('Kept.');
    mockServer().use(http.put(VISITS, () => HttpResponse.error(), { once: true }));
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    expect(await screen.findByText(/did not answer/)).toBeVisible();
    expect(screen.getByText(/Nothing you typed is lost/)).toBeVisible();
    expect(screen.queryByRole('heading', { level: 1, name: 'The visit is saved' })).not.toBeInTheDocument();
    await user.click(button('Try again'));
    await saved();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(await screen.findByRole('link', { name: 'See the visit' })).toBeVisible();
  });
});

/** Somebody else keeps it, after this form was opened. */
async function closeElsewhere(commitmentId: string): Promise<void> {
  const body: VisitDraft = {
    villageId: 'nangangzi',
    kind: 'workTeam',
    on: '2018-07-16',
    present: [],
    stops: [{ kind: 'village', subjectId: null, outcome: 'seen', said: '' }],
    readings: [],
    verdicts: [{ commitmentId, verdict: 'kept', note: '' }],
    commitments: [],
    note: '',
  };
  const answer = await fetch('http://localhost:3000/api/visits/elsewhere', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
}

describe('the commonest visit', () => {
  it('one household, nothing changed, one note, takes at most 8 taps', async () => {
    const { user, history } = open('/households/nangangzi-003');
    let taps = 0;
    const tap = async (element: Element) => {
      taps += 1;
      await user.click(element);
    };
    const main = within(await screen.findByRole('main'));
    await tap(await main.findByRole('link', { name: 'Log a visit' }));
    await tap(await screen.findByLabelText(SAID));
    await user.keyboard('Nothing new.');
    await tap(button('Next: Readings'));
    await tap(await screen.findByRole('button', { name: 'All as last time' }));
    await tap(button('Review'));
    await tap(await screen.findByRole('button', { name: SAVE }));
    await saved();
    await received();
    expect(taps).toBeLessThanOrEqual(8);

    const { visit, readings } = await visitOf(sent[0]?.id ?? '');
    expect(visit).toMatchObject({
      on: '2018-07-16',
      kind: 'helper',
      stops: [{ kind: 'household', subjectId: 'nangangzi-003', outcome: 'met', said: 'Nothing new.' }],
    });
    expect(readings.map((r) => [r.indicator, r.value])).toEqual([
      ['status', 'out'],
      ['persons', 3],
      ...['food', 'clothing', 'education', 'medical', 'housing', 'water'].map((name) => [name, 'met']),
    ]);
    expect(history.location.search).toContain(`saved=${visit.id}`);
    expect(await screen.findByRole('link', { name: 'See the visit' })).toHaveAttribute(
      'href',
      `/visits/${visit.id}`,
    );
    expect(await screen.findByText('8 readings')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute(
      'href',
      `/villages/nangangzi?from=nangangzi-2018-07-02&to=${visit.id}`,
    );
    expect(screen.getByRole('link', { name: 'Log another visit' })).toHaveAttribute(
      'href',
      '/log?village=nangangzi',
    );
  });

  it('saved by a double tap is one visit', async () => {
    const { user } = await withNote();
    await user.click(button('Review'));
    await user.dblClick(await screen.findByRole('button', { name: SAVE }));
    await saved();
    await received();
    expect(sent).toHaveLength(1);
  });

  it('may find nobody at home: then nothing is read', async () => {
    const { user } = open(HOUSEHOLD);
    await user.click(await screen.findByRole('radio', { name: 'Nobody at home' }));
    await user.click(button('Next: Readings'));
    expect(await screen.findByText(/Nobody was there to ask/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'All as last time' })).not.toBeInTheDocument();
    await user.click(button('Review'));
    await user.click(await screen.findByRole('button', { name: SAVE }));
    await saved();
    await received();
    const { visit, readings } = await visitOf(sent[0]?.id ?? '');
    expect(visit.stops).toMatchObject([{ outcome: 'nobodyHome', said: null }]);
    expect(readings).toEqual([]);
  });
});

describe('a whole visit', () => {
  it('is found, read, judged, promised, looked over and saved', async () => {
    const { user } = open('/log?village=nangangzi');
    await user.type(await screen.findByLabelText('Search name or number'), 'wanghp');
    expect(await screen.findByText(/No household matches/)).toBeVisible();
    await user.clear(screen.getByLabelText('Search name or number'));
    await user.type(screen.getByLabelText('Search name or number'), 'whp');
    await user.click(await screen.findByRole('checkbox', { name: /^001 Wang Huanpeng/ }));
    await user.click(screen.getByRole('checkbox', { name: /Paddy-field/ }));
    await user.click(screen.getByText('Who was present, note on the whole visit'));
    await user.click(button('Add Sample cadre'));
    await user.click(button('Next: Readings'));

    await user.click(await screen.findByText('Paddy-field reconstruction irrigation project'));
    const built = await screen.findByRole('radiogroup', { name: 'Built' });
    await user.click(within(built).getByRole('radio', { name: 'Changed' }));
    await user.type(screen.getByLabelText('Built now'), '70.5');
    await user.click(button('Next: Promised'));

    const [owed] = await screen.findAllByRole('radiogroup');
    if (!owed) throw new Error('nothing is owed');
    await user.click(within(owed).getByRole('radio', { name: 'Cannot tell' }));
    await user.click(button('Next: New'));

    await user.click(await screen.findByRole('button', { name: 'Add a commitment' }));
    expect(screen.getByLabelText('What was promised')).toHaveFocus();
    await user.keyboard('Line the main canal');
    await user.type(screen.getByLabelText('Who is to do it'), 'Work team');
    await user.selectOptions(screen.getByLabelText('About'), 'Paddy-field reconstruction irrigation project');
    expect(screen.getByLabelText('Due on')).toHaveValue('2018-10-14');
    await user.click(button('Review'));

    await review();
    expect(screen.getByRole('link', { name: 'Built 70.5% (was 62%)' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Present Sample cadre' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Line the main canal Work team, due 2018-10-14' })).toBeVisible();
    await user.click(button(SAVE));
    await saved();
    await received();
    const { visit, readings, made, verified } = await visitOf(sent[0]?.id ?? '');
    expect(visit.present).toEqual(['Sample cadre']);
    expect(readings).toMatchObject([{ indicator: 'built', value: 70.5, evidence: 'seenOnSite' }]);
    expect(made).toMatchObject([{ commitment: { projectId: 'nangangzi-irrigation', dueOn: '2018-10-14' } }]);
    expect(verified).toHaveLength(1);
  });

  it('walks back through the steps by the back button', async () => {
    const { user, history } = await withNote('Back and forth.');
    await user.click(button('Next: Readings'));
    await screen.findByRole('button', { name: 'All as last time' });
    expect(screen.getByRole('heading', { level: 2 })).toHaveFocus();
    act(() => history.back());
    expect(await screen.findByLabelText(SAID)).toHaveValue('Back and forth.');
  });

  it('puts back what was taken off by mistake', async () => {
    const { user } = await withNote('Mistaken.');
    await user.click(button('Remove Sample household 03'));
    expect(screen.queryByLabelText(SAID)).not.toBeInTheDocument();
    await user.click(button('Put back'));
    expect(screen.getByLabelText(SAID)).toHaveValue('Mistaken.');
  });
});

describe('a half-filled form', () => {
  it('is there again after a reload, with the same number, and can be discarded and brought back', async () => {
    const first = await withNote('Half a sentence');
    await waitFor(() => expect(device.drafts.size).toBe(1));
    const id = () => visitForm.parse(device.drafts.get(DRAFT)?.body).id;
    const before = id();
    await waitFor(() => expect(JSON.stringify([...device.drafts])).toContain('Half a sentence'));
    first.unmount();

    const { user } = open('/log?village=nangangzi');
    expect(await screen.findByLabelText(SAID)).toHaveValue('Half a sentence');
    expect(screen.getByText(/^Draft of Nangangzi Village/)).toBeVisible();
    expect(id()).toBe(before);
    await user.click(button('Discard the draft'));
    expect(screen.queryByLabelText(SAID)).not.toBeInTheDocument();
    expect(device.drafts.size).toBe(0);
    await user.click(button('Undo'));
    expect(screen.getByLabelText(SAID)).toHaveValue('Half a sentence');
    await waitFor(() => expect(device.drafts.size).toBe(1));
  });

  it.each([
    ['until they are taken', false],
    ['until somebody goes on without them', true],
  ])('of whose photos this device does not take all is saved, and says so, %s', async (_until, stays) => {
    const first = await withNote('With a photo.');
    await waitFor(() => expect(JSON.stringify([...device.drafts])).toContain('With a photo.'));
    first.unmount();
    const draft = device.drafts.get(DRAFT);
    const photo = { id: 'photo-2', size: 3, sha256: 'a'.repeat(64), removed: false };
    const taken = { ...photo, id: 'photo-1', sha256: 'b'.repeat(64) };
    device.drafts.set(DRAFT, {
      ...draft,
      body: { ...(draft?.body as object), photos: [taken, photo] },
    } as Draft);
    const { storage } = outbox;
    let isFull = true;
    const change: typeof storage.change = (id, decide) =>
      id === photo.id && isFull
        ? Promise.reject(new DOMException('not kept', 'QuotaExceededError'))
        : storage.change(id, decide);
    const removed: string[] = [];
    const photos = { ...outbox.photos, remove: async (id: string) => void removed.push(id) };
    outbox = { ...outbox, photos, storage: { ...storage, change } };

    const { user } = open(HOUSEHOLD);
    expect(await screen.findByLabelText(SAID)).toHaveValue('With a photo.');
    await user.click(button('Review'));
    await review();
    await user.click(button('Save the visit'));
    expect(await screen.findByText('The visit is saved, but not all of its photos')).toBeVisible();
    expect(screen.queryByText(/not saved yet|stands on this screen alone/)).not.toBeInTheDocument();
    const kinds = async () => (await storage.all()).map(({ kind }) => kind).toSorted();
    expect(await kinds()).toEqual(['photo', 'visit']);
    // Node's bytes are none to what packs them here.
    vi.spyOn(TextEncoder.prototype, 'encode').mockImplementation(
      (text = '') => new Uint8Array(Buffer.from(text)),
    );
    // It goes into a file as well, and says of pictures that are not there that they are not in it.
    const files: string[] = [];
    URL.createObjectURL = () => 'blob:file';
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      files.push(this.download);
    });
    await user.click(button('Export to a file'));
    expect(await screen.findByText(/^2 photos could not be read on this device/)).toBeVisible();
    expect(files).toEqual(['visit.zip']);
    isFull = stays;
    await user.click(button(stays ? 'Leave them out' : 'Save photos again'));
    await saved();
    expect(await kinds()).toEqual(stays ? ['photo', 'visit'] : ['photo', 'photo', 'visit']);
    expect(removed).toEqual([]);
  });

  it.each([
    ['go in at the next start', false],
    ['stay with the form while this device does not take them', true],
  ])('of whose photos some were not in the outbox when the page died: they %s', async (_what, stays) => {
    const first = await withNote('With photos.');
    await waitFor(() => expect(JSON.stringify([...device.drafts])).toContain('With photos.'));
    first.unmount();
    const draft = device.drafts.get(DRAFT);
    const photo = { size: 3, sha256: 'a'.repeat(64), removed: false };
    const photos = [
      { ...photo, id: 'photo-1' },
      { ...photo, id: 'photo-2' },
      { ...photo, id: 'off', removed: true },
    ];
    device.drafts.set(DRAFT, { ...draft, body: { ...(draft?.body as object), photos } } as Draft);
    const { storage } = outbox;
    let isFull = true;
    const change: typeof storage.change = (id, decide) =>
      id === 'photo-2' && isFull
        ? Promise.reject(new DOMException('not kept', 'QuotaExceededError'))
        : storage.change(id, decide);
    outbox = { ...outbox, storage: { ...storage, change } };
    const second = open(HOUSEHOLD);
    await screen.findByLabelText(SAID);
    await second.user.click(button('Review'));
    await review();
    await second.user.click(button('Save the visit'));
    await screen.findByText('The visit is saved, but not all of its photos');
    second.unmount();

    isFull = stays;
    open(HOUSEHOLD);
    await (stays ? screen.findByDisplayValue('With photos.') : saved());
    const ids = (await storage.all()).filter(({ kind }) => kind === 'photo').map(({ id }) => id);
    expect(ids.toSorted()).toEqual(stays ? ['photo-1'] : ['photo-1', 'photo-2']);
    expect(device.drafts.size).toBe(stays ? 1 : 0);
  });

  it('is not for the next who signs in at this browser', async () => {
    const first = await withNote('Between us');
    await waitFor(() => expect(JSON.stringify(device.drafts.get(DRAFT))).toContain('Between us'));
    first.unmount();
    openMockServer(undefined, 'leaderStaff');
    open(HOUSEHOLD);
    expect(await screen.findByLabelText(SAID)).toHaveValue('');
    expect(screen.queryByText(/^Draft of/)).not.toBeInTheDocument();
  });

  it('is kept at once when the page goes out of sight', async () => {
    await withNote('Out of sight');
    act(() => void window.dispatchEvent(new Event('pagehide')));
    expect(JSON.stringify([...device.drafts])).toContain('Out of sight');
  });

  it('whose visit was saved in the instant in which the page died leads to that visit and is offered no more', async () => {
    const first = await withNote('Saved and killed.');
    await waitFor(() => expect(JSON.stringify([...device.drafts])).toContain('Saved and killed.'));
    const left = device.drafts.get(DRAFT);
    await first.user.click(button('Review'));
    await first.user.click(await screen.findByRole('button', { name: SAVE }));
    await received();
    first.unmount();
    if (left) await device.store.keep(left);

    open(HOUSEHOLD);
    await saved();
    await received();
    expect(device.drafts.size).toBe(0);
    expect(sent).toHaveLength(1);
  });

  it('survives a switch of the language', async () => {
    const { user } = await withNote('路修好了');
    await user.click(button('Next: Readings'));
    const row = await screen.findByRole('radiogroup', { name: 'Wages' });
    await user.click(within(row).getByRole('radio', { name: 'Changed' }));
    await user.type(screen.getByLabelText('Wages now'), '8000');
    const field = screen.getByLabelText('Wages now');
    await user.click(button('中文'));
    expect(screen.getByLabelText('工资性收入现为')).toBe(field);
    expect(field).toHaveValue('8000');
    await user.click(screen.getByRole('link', { name: /走访对象/ }));
    expect(await screen.findByLabelText('说了什么、看到什么')).toHaveValue('路修好了');
  });

  it('says so when another tab changed it, and can show that one', async () => {
    const { user } = await withNote('This tab');
    await waitFor(() => expect(JSON.stringify([...device.drafts])).toContain('This tab'));
    const mine = device.drafts.get(DRAFT);
    const theirs = JSON.parse(JSON.stringify(mine).replace('This tab', 'Other tab')) as NonNullable<
      typeof mine
    >;
    act(() => device.writeElsewhere(theirs));
    expect(screen.getByText(/Another tab changed this draft/)).toBeVisible();
    expect(screen.getByLabelText(SAID)).toHaveValue('This tab');
    await user.click(button('Show that one'));
    expect(screen.getByLabelText(SAID)).toHaveValue('Other tab');
  });

  it('is not kept where the browser keeps nothing, and says so', async () => {
    const refuse = () => Promise.reject(new Error('no database here'));
    const drafts = { read: refuse, keep: refuse, remove: refuse, keys: refuse, listen: () => () => {} };
    open(HOUSEHOLD, { drafts });
    expect(await screen.findByText(/keeps no drafts/)).toBeVisible();
  });

  it('begins anew where the draft has a shape of another time', async () => {
    await device.store.keep({ key: DRAFT, savedAt: 0, body: { stops: 'all of them' } });
    open('/log?village=nangangzi');
    expect(await screen.findByText('What you enter is kept on this device')).toBeVisible();
    expect(screen.queryByText(/^Draft of/)).not.toBeInTheDocument();
  });
});

describe('the link', () => {
  it('to a household that is not in the register says so', async () => {
    open('/log?village=nangangzi&household=nobody');
    expect(await screen.findByText(/not in this village’s register/)).toBeVisible();
  });

  it('to a village that does not exist helps', async () => {
    open('/log?village=nowhere');
    expect(await screen.findByText('There is no such record.')).toBeVisible();
  });

  it('without a village begins with the first contact point', async () => {
    open('/log');
    expect(await screen.findByLabelText('Village')).toHaveValue('nangangzi');
  });

  it('says that the sheet could not be loaded, and tries again', async () => {
    const failing = () => HttpResponse.json({}, { status: 503 });
    mockServer().use(http.get('*/api/villages/:id/visit-sheet', failing, { once: true }));
    const { user } = open(HOUSEHOLD);
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText(SAID)).toBeVisible();
  });
});
