import { expect, it } from 'vitest';
import { createPhone } from '#tests/support/field/reads.ts';

const [ME, OTHER] = ['me', 'other'];
const PIN = '407193';
const NAME = '王建国';

it('is told again as it was, with its time, and to nobody else', async () => {
  const { vault, reads } = createPhone().page();
  await vault.enter(ME);
  await reads.keep(ME, [{ id: 'village', data: { head: NAME } }], 17);
  expect(await reads.recall(ME, 'village')).toEqual({ at: 17, data: { head: NAME }, isOtherForm: false });
  expect(await reads.recall(ME, 'another village')).toBeNull();
  await vault.leave();
  await vault.enter(OTHER);
  expect(await reads.recall(OTHER, 'village')).toBeNull();
  expect(await reads.recall(ME, 'village')).toBeNull();
});

it('lies sealed, and opens before anybody has said who it is', async () => {
  const phone = createPhone();
  const first = phone.page();
  await first.vault.enter(ME);
  await first.reads.keep(ME, [{ id: 'village', data: { head: NAME } }], 17);
  const bytes = [...phone.lying.values()].map(({ sealed }) => Buffer.from(sealed.bytes).toString('utf8'));
  expect(JSON.stringify([...phone.lying]) + bytes.join('')).not.toContain(NAME);
  expect(await phone.page().reads.recall(ME, 'village')).toMatchObject({ data: { head: NAME } });
});

it('puts together what lies beside each other, and is nothing where half of it is gone', async () => {
  const { vault, reads } = createPhone().page();
  await vault.enter(ME);
  await reads.keep(ME, [{ id: 'shared', data: { visits: [1, 2] } }], 17);
  await reads.keep(ME, [{ id: 'household', data: { household: NAME }, beside: 'shared' }], 18);
  expect((await reads.recall(ME, 'household'))?.data).toEqual({ household: NAME, visits: [1, 2] });
  await reads.forget(ME, 'shared');
  expect(await reads.recall(ME, 'household')).toBeNull();
});

it('is locked by a PIN, also what was kept before there was one', async () => {
  const phone = createPhone();
  const { vault, reads } = phone.page();
  await vault.enter(ME);
  await reads.keep(ME, [{ id: 'village', data: NAME }], 17);
  await vault.setPin(PIN);
  expect(await reads.recall(ME, 'village')).toEqual({ at: 17, data: NAME, isOtherForm: false });
  await vault.lock();
  expect(await reads.recall(ME, 'village')).toBeNull();
  await vault.unlock(PIN);
  expect(await reads.recall(ME, 'village')).toEqual({ at: 17, data: NAME, isOtherForm: false });
  await vault.giveUp(ME);
  expect(phone.lying.size).toBe(0);
});

it('forgets what others have read, or all', async () => {
  const phone = createPhone();
  const { vault, reads } = phone.page();
  for (const account of [ME, OTHER]) {
    await vault.enter(account);
    await reads.keep(account, [{ id: 'village', data: NAME }], 17);
  }
  expect(phone.lying.size).toBe(2);
  await reads.forgetOthers(OTHER);
  expect([...phone.lying.values()].map(({ accountId }) => accountId)).toEqual([OTHER]);
  await reads.forgetAll();
  expect(phone.lying.size).toBe(0);
});
