import { describe, expect, it } from 'vitest';
import type { Draft } from '#src/offline/draft-store.ts';
import type { OutboxItem } from '#src/offline/outbox-item.ts';
import { createOutbox } from '#src/offline/outbox.ts';
import { sealDrafts } from '#src/offline/sealed-drafts.ts';
import { sealOutbox } from '#src/offline/sealed-outbox.ts';
import { isSealed } from '#src/offline/vault.ts';
import { createMemoryDevice } from '#tests/support/field/device.ts';
import { visitItem } from '#tests/support/field/field.ts';
import { accountOf } from '#tests/support/field/service.ts';
import { createMemoryKeys } from '#tests/support/field/vault.ts';
import { createMemoryDrafts } from '#tests/support/memory-drafts.ts';

const ME = accountOf(0);
const OTHER = accountOf(1);
const PIN = '407193';
const SECRET = '王建国的存折';

/** A phone whose memory outlives its pages. */
function createPhone() {
  const device = createMemoryDevice();
  const drafts = createMemoryDrafts();
  const keys = createMemoryKeys();
  return {
    device,
    drafts,
    keys,
    /** A page on it, and who is signed in there. */
    async page(accountId = ME) {
      const vault = keys.open();
      const { storage, news } = device.open();
      const sealed = sealOutbox(storage, vault);
      const draftStore = sealDrafts(drafts.store, vault);
      vault.add(sealed);
      vault.add(draftStore);
      await vault.enter(accountId);
      const outbox = createOutbox({ storage: sealed, news, clock: { now: () => 1 } });
      await outbox.reload();
      outbox.listen();
      return { vault, outbox, sealed, drafts: draftStore, storage };
    },
    /** As it lies there, as text. */
    lying: () =>
      JSON.stringify([...device.items.values(), ...drafts.drafts.values()], (_key, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      ),
  };
}
const secretVisit = (n = 0, account = ME) => visitItem(n, { note: SECRET, account });
const noteIn = (item: OutboxItem | undefined | null): unknown =>
  (item?.payload as { draft?: { note?: unknown } } | null)?.draft?.note;
const draft = (body: unknown = { note: SECRET }): Draft => ({ key: `${ME}/village`, savedAt: 1, body });

describe('what is saved', () => {
  it('lies sealed, with nothing of people in what is not, and is read as it was', async () => {
    const phone = createPhone();
    const page = await phone.page();
    await page.outbox.put(secretVisit());
    await page.outbox.remove('visit-000', `${SECRET} was a trial`);
    await page.drafts.keep(draft());
    expect(phone.lying()).not.toContain(SECRET);
    expect(phone.device.items.get('visit-000')).toMatchObject({ state: 'removed', removed: { reason: '' } });
    const next = await phone.page();
    const [item] = next.outbox.view().items;
    expect(noteIn(item)).toBe(SECRET);
    expect(item?.removed?.reason).toBe(`${SECRET} was a trial`);
    expect(await next.drafts.read(`${ME}/village`)).toEqual(draft());
  });

  it('keeps its seal while only how it stands is changed', async () => {
    const phone = createPhone();
    const { outbox } = await phone.page();
    const item = await outbox.put(secretVisit());
    const before = phone.device.items.get(item.id)?.payload;
    await outbox.fail(
      { ...item, state: 'sending' },
      { code: 'NO_ANSWER', status: null, fields: [] },
      'saved',
      9,
    );
    await outbox.tryAgain(item.id);
    expect(phone.device.items.get(item.id)?.payload).toBe(before);
    await outbox.put(visitItem(0, { note: 'edited' }));
    expect(phone.device.items.get(item.id)?.payload).not.toBe(before);
  });

  it('by two pages at once is what the one made of what the other wrote', async () => {
    const phone = createPhone();
    const { sealed } = await phone.page();
    const { sealed: second } = await phone.page();
    await sealed.change('visit-000', () => ({ ...bareItem(), attempts: 0 }));
    const more = (stored: OutboxItem | null) => stored && { ...stored, attempts: stored.attempts + 1 };
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? sealed : second).change('visit-000', more)),
    );
    expect((await sealed.get('visit-000'))?.attempts).toBe(20);
  });

  it('last is what stays, however long sealing takes', async () => {
    const phone = createPhone();
    const { drafts } = await phone.page();
    await Promise.all(Array.from({ length: 30 }, (_, n) => drafts.keep(draft({ n }))));
    expect(await drafts.read(`${ME}/village`)).toMatchObject({ body: { n: 29 } });
  });
});

describe('what an earlier program left in the clear', () => {
  it('opens, and is sealed as soon as its owner is in', async () => {
    const phone = createPhone();
    phone.device.items.set('visit-000', bareItem());
    phone.drafts.drafts.set(`${ME}/village`, draft());
    const { outbox, drafts } = await phone.page();
    expect(noteIn(outbox.view().items[0])).toBe(SECRET);
    expect(await drafts.read(`${ME}/village`)).toEqual(draft());
    await expect.poll(phone.lying).not.toContain(SECRET);
    await outbox.reload();
    expect(noteIn(outbox.view().items[0])).toBe(SECRET);
  });

  it('of somebody else can be marked and counted, and stays as it is until they are in', async () => {
    const phone = createPhone();
    phone.device.items.set('visit-000', { ...bareItem(), accountId: OTHER });
    const { outbox } = await phone.page(ME);
    await outbox.tryAgain('visit-000');
    expect(noteIn(phone.device.items.get('visit-000'))).toBe(SECRET);
    await phone.page(OTHER);
    await expect.poll(phone.lying).not.toContain(SECRET);
  });
});

describe('a locked phone', () => {
  async function locked() {
    const phone = createPhone();
    const page = await phone.page();
    await page.outbox.put(secretVisit());
    await page.drafts.keep(draft());
    await page.vault.setPin(PIN);
    await page.vault.lock();
    await page.outbox.reload();
    return { phone, ...page };
  }

  it('counts what waits, shows nothing of it, sends nothing and keeps it', async () => {
    const { outbox, drafts, vault } = await locked();
    const [item] = outbox.view().items;
    expect(item).toMatchObject({ kind: 'visit', state: 'saved', accountId: ME });
    expect(isSealed(item?.payload)).toBe(true);
    expect(outbox.due(ME, 1)).toBe(null);
    expect(outbox.waiting(ME)).toEqual([]);
    await expect(drafts.read(`${ME}/village`)).rejects.toThrow('LOCKED');
    await expect(outbox.put(visitItem(1, { account: ME }))).rejects.toThrow('LOCKED');
    await vault.unlock(PIN);
    await outbox.reload();
    expect(outbox.due(ME, 1)?.id).toBe('visit-000');
    expect(await drafts.read(`${ME}/village`)).toEqual(draft());
  });

  it('takes what comes of an item that was on its way', async () => {
    const { phone, outbox, vault } = await locked();
    const { hash } = phone.device.items.get('visit-000') ?? { hash: '' };
    const receipt = { hash, epoch: 'e', sequence: 1, receivedAt: 1 };
    const sent = outbox.view().items[0];
    await outbox.settle(sent ?? bareItem(), receipt);
    expect(phone.device.items.get('visit-000')?.state).toBe('received');
    await vault.unlock(PIN);
    await outbox.reload();
    expect(noteIn(outbox.view().items[0])).toBe(SECRET);
  });

  it('gives another person a count and no more, and the first one everything', async () => {
    const { phone, vault, outbox } = await locked();
    await vault.leave();
    await vault.enter(OTHER);
    await outbox.reload();
    expect(outbox.view().items.map((item) => isSealed(item.payload))).toEqual([true]);
    expect(outbox.due(OTHER, 1)).toBe(null);
    await vault.enter(ME);
    await vault.unlock(PIN);
    await outbox.reload();
    expect(noteIn(outbox.view().items[0])).toBe(SECRET);
    expect(phone.device.items.size).toBe(1);
  });

  it('whose PIN is forgotten loses what was its owner’s and nothing of anybody else', async () => {
    const phone = createPhone();
    const others = await phone.page(OTHER);
    await others.outbox.put(secretVisit(1, OTHER));
    const { vault, outbox } = await phone.page();
    await outbox.put(secretVisit());
    await vault.setPin(PIN);
    await vault.lock();
    await vault.giveUp(ME);
    expect([...phone.device.items.keys()]).toEqual(['visit-001']);
    await outbox.reload();
    expect(vault.state()).toMatchObject({ is: 'open', hasPin: false });
    await outbox.put(secretVisit(2));
    await others.outbox.reload();
    expect(noteIn(others.outbox.view().items.find(({ id }) => id === 'visit-001'))).toBe(SECRET);
  });

  it('that loses an item’s key says of it that nobody can read it, and keeps it', async () => {
    const phone = createPhone();
    const { outbox } = await phone.page();
    await outbox.put(secretVisit());
    phone.keys.closeTabs();
    phone.keys.records.clear();
    const next = await phone.page();
    const [item] = next.outbox.view().items;
    expect(item?.payload).toBe(null);
    await next.outbox.setAside('visit-000');
    expect(phone.device.items.get('visit-000')?.lastProblem?.code).toBe('UNREADABLE');
    expect(isSealed(phone.device.items.get('visit-000')?.payload)).toBe(true);
  });
});

describe('a PIN that is set in one tab', () => {
  it('leaves nothing that another tab saves meanwhile under the key that goes', async () => {
    const phone = createPhone();
    const first = await phone.page();
    const second = await phone.page();
    const saving = Array.from({ length: 20 }, (_, n) => second.outbox.put(visitItem(n, { account: ME })));
    const keeping = second.drafts.keep(draft());
    await Promise.all([first.vault.setPin(PIN), ...saving, keeping]);
    phone.keys.closeTabs();
    const next = await phone.page();
    await next.vault.unlock(PIN);
    await next.outbox.reload();
    const notes = next.outbox.view().items.map(noteIn);
    expect(notes.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `note ${n}`).toSorted());
    expect(await next.drafts.read(`${ME}/village`)).toEqual(draft());
  });
});

/** As the first program wrote it. */
const bareItem = (): OutboxItem => ({
  id: 'visit-000',
  kind: 'visit',
  accountId: ME,
  payloadVersion: 1,
  payload: secretVisit().payload,
  hash: 'of the visit',
  state: 'saved',
  createdAt: 1,
  attempts: 0,
  nextTryAt: 0,
  lastProblem: null,
  receipt: null,
  removed: null,
});
