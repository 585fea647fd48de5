import { assert, asyncProperty, integer, jsonValue, nat, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSealed, type Place, type Sealed, type Vault } from '#src/offline/vault.ts';
import { createMemoryKeys } from '#tests/support/field/vault.ts';

const ME = 'account-of-li';
const OTHER = 'account-of-zhao';
const PIN = '407193';
const place = (id: string, accountId = ME): Place => ({ accountId, store: 'drafts', id });
const code = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

async function entered(accountId = ME, keys = createMemoryKeys(), now?: () => number) {
  const vault = keys.open(now);
  await vault.enter(accountId);
  return { keys, vault };
}
async function withPin(now?: () => number) {
  const { keys, vault } = await entered(ME, createMemoryKeys(), now);
  await vault.setPin(PIN);
  return { keys, vault };
}
/** The page is loaded again, and no other is open. */
async function reloaded(keys: ReturnType<typeof createMemoryKeys>, now?: () => number): Promise<Vault> {
  keys.closeTabs();
  return (await entered(ME, keys, now)).vault;
}

describe('what is sealed', () => {
  it('opens in its place to what it was, whatever it was, and shows nothing of it', async () => {
    const { vault } = await entered();
    await assert(
      asyncProperty(jsonValue(), string(), async (value, id) => {
        const sealed = await vault.seal(place(id), value);
        expect(isSealed(sealed)).toBe(true);
        expect(await vault.open(place(id), sealed)).toEqual(JSON.parse(JSON.stringify(value)));
        const again = await vault.seal(place(id), value);
        expect(again.iv).not.toEqual(sealed.iv);
        expect(again.bytes).not.toEqual(sealed.bytes);
      }),
      { numRuns: 50 },
    );
    const { bytes } = await vault.seal(place('a'), { head: '王建国', phone: '13943600218' });
    expect(new TextDecoder().decode(bytes)).not.toMatch(/王建国|13943600218/);
  });

  it('opens nowhere else: not as another record, of another store, by another account', async () => {
    const { vault, keys } = await entered();
    const sealed = await vault.seal(place('a'), 'secret');
    for (const elsewhere of [{ ...place('b') }, { ...place('a'), store: 'outbox' }]) {
      expect(await code(vault.open(elsewhere, sealed))).toBe('UNREADABLE');
    }
    expect(await code(vault.open(place('a', OTHER), sealed))).toBe('LOCKED');
    const { vault: others } = await entered(OTHER, keys);
    expect(await code(others.open(place('a', OTHER), sealed))).toBe('UNREADABLE');
  });

  it('does not open once any of its bytes is another', async () => {
    const { vault } = await entered();
    const sealed = await vault.seal(place('a'), { income: 3200 });
    const whole = [...sealed.iv, ...sealed.bytes];
    await assert(
      asyncProperty(nat(whole.length - 1), integer({ min: 1, max: 255 }), async (at, by) => {
        const bent = Uint8Array.from(whole);
        bent[at] = (bent[at] ?? 0) ^ by;
        const damaged: Sealed = { ...sealed, iv: bent.slice(0, 12), bytes: bent.slice(12) };
        expect(await code(vault.open(place('a'), damaged))).toBe('UNREADABLE');
      }),
      { numRuns: 60 },
    );
    const short = { ...sealed, bytes: sealed.bytes.slice(0, -1) };
    expect(await code(vault.open(place('a'), short))).toBe('UNREADABLE');
    expect(await code(vault.open(place('a'), { ...sealed, key: 'gone' }))).toBe('UNREADABLE');
  });
});

describe('without a PIN', () => {
  it('whoever signs in again reads what they left; nobody else does, nor anybody signed out', async () => {
    const { vault } = await entered();
    const sealed = await vault.seal(place('a'), 'mine');
    await vault.leave();
    expect(await code(vault.open(place('a'), sealed))).toBe('LOCKED');
    expect(await code(vault.seal(place('a'), 'more'))).toBe('LOCKED');
    await vault.enter(OTHER);
    expect(await code(vault.open(place('a'), sealed))).toBe('LOCKED');
    await vault.enter(ME);
    expect(await vault.open(place('a'), sealed)).toBe('mine');
  });

  it('the key can be used and not be read out', async () => {
    const { keys } = await entered();
    const held = keys.records.get(ME)?.bare?.key;
    expect(held?.extractable).toBe(false);
  });

  it('a browser that keeps no keys keeps nothing, and says so', async () => {
    const keys = createMemoryKeys();
    keys.fail(1);
    const { vault } = await entered(ME, keys);
    expect(vault.state()).toEqual({ is: 'unusable', accountId: ME });
    expect(await code(vault.seal(place('a'), 'text'))).toBe('UNUSABLE');
  });
});

describe('a PIN', () => {
  it.each(['', '12345', '123456', '654321', '000000', '121212', '55555555', 'village', 'aaaaaaaaaa'])(
    'of the first that anybody tries is not taken: %s',
    async (pin) => {
      const { vault } = await entered();
      expect(await code(vault.setPin(pin))).toBe('WEAK_PIN');
      expect(vault.state()).toMatchObject({ is: 'open', hasPin: false });
    },
  );

  it('is needed again after a reload, after locking, and after signing out and in', async () => {
    const { keys, vault } = await withPin();
    const sealed = await vault.seal(place('a'), 'mine');
    await vault.lock();
    expect(vault.state()).toMatchObject({ is: 'locked' });
    expect(await code(vault.open(place('a'), sealed))).toBe('LOCKED');
    expect(await code(vault.unlock('407194'))).toBe('WRONG_PIN');
    await vault.unlock(PIN);
    expect(await vault.open(place('a'), sealed)).toBe('mine');
    await vault.leave();
    await vault.enter(ME);
    expect(vault.state()).toMatchObject({ is: 'locked' });
    const next = await reloaded(keys);
    expect(next.state()).toMatchObject({ is: 'locked' });
    await next.unlock(PIN);
    expect(await next.open(place('a'), sealed)).toBe('mine');
  });

  it('is the same on a keyboard with full-width digits', async () => {
    const { vault } = await withPin();
    await vault.lock();
    await vault.unlock('４０７１９３');
    expect(vault.state()).toMatchObject({ is: 'open' });
  });

  it('replaces the key that lay on the device, once all is sealed anew', async () => {
    const { keys, vault } = await entered();
    const before = keys.records.get(ME)?.bare?.id;
    const earlier = await vault.seal(place('a'), 'mine');
    let during: unknown;
    vault.add({
      async sealAgain(accountId, key) {
        during = keys.records.get(accountId);
        expect(key).not.toBe(before);
        expect(await vault.open(place('a'), earlier)).toBe('mine');
      },
      settled: async () => {},
      wipe: async () => {},
    });
    await vault.setPin(PIN);
    expect(during).toMatchObject({ bare: { id: before } });
    expect(keys.records.get(ME)).toMatchObject({ bare: null });
    expect(await vault.isCurrent(ME, earlier)).toBe(false);
    expect(await vault.isCurrent(ME, await vault.seal(place('a'), 'mine'))).toBe(true);
    const next = await reloaded(keys);
    await next.unlock(PIN);
    expect(await code(next.open(place('a'), earlier))).toBe('UNREADABLE');
  });

  it('that could not seal all anew keeps the old key, locks all the same, and ends its work when it is given', async () => {
    const { keys, vault } = await entered();
    const earlier = await vault.seal(place('a'), 'mine');
    vault.add({
      sealAgain: () => Promise.reject(new Error('no room')),
      settled: async () => {},
      wipe: async () => {},
    });
    await expect(vault.setPin(PIN)).rejects.toThrow('no room');
    const next = await reloaded(keys);
    expect(next.state()).toMatchObject({ is: 'locked' });
    await next.unlock(PIN);
    expect(await next.open(place('a'), earlier)).toBe('mine');
    await expect.poll(() => keys.records.get(ME)?.bare).toBe(null);
  });

  it('can be changed and taken away by whoever knows it', async () => {
    const { vault } = await withPin();
    const sealed = await vault.seal(place('a'), 'mine');
    expect(await code(vault.changePin('111222', '590317'))).toBe('WRONG_PIN');
    expect(await code(vault.changePin(PIN, '123456'))).toBe('WEAK_PIN');
    await vault.changePin(PIN, 'four words of mine');
    await vault.lock();
    expect(await code(vault.unlock(PIN))).toBe('WRONG_PIN');
    await vault.unlock('four words of mine');
    expect(await vault.open(place('a'), sealed)).toBe('mine');
    await vault.removePin('four words of mine');
    await vault.lock();
    expect(vault.state()).toMatchObject({ is: 'open', hasPin: false });
    await vault.leave();
    await vault.enter(ME);
    expect(await vault.open(place('a'), sealed)).toBe('mine');
  });

  it('is checked 600,000 times over unless a test says otherwise', async () => {
    const { ITERATIONS } = await import('#src/offline/vault-crypto.ts');
    expect(ITERATIONS).toBeGreaterThanOrEqual(600_000);
  });
});

describe('wrong PINs', () => {
  it('are followed by longer and longer waits, which a reload does not end', async () => {
    let now = 1_000_000;
    const clock = () => now;
    const { keys, vault } = await withPin(clock);
    await vault.lock();
    for (let time = 0; time < 4; time += 1) expect(await code(vault.unlock('999111'))).toBe('WRONG_PIN');
    const waits: number[] = [];
    let tab = vault;
    for (let time = 0; time < 7; time += 1) {
      expect(await code(tab.unlock('999111'))).toBe('WRONG_PIN');
      tab = await reloaded(keys, clock);
      const state = tab.state();
      const until = state.is === 'locked' ? state.tries.waitUntil : 0;
      waits.push((until - now) / 1000);
      now = until - 1;
      expect(await code(tab.unlock(PIN))).toBe('WAIT');
      now = until;
    }
    expect(waits).toEqual([30, 60, 300, 900, 3600, 3600, 3600]);
    await tab.unlock(PIN);
    expect(keys.records.get(ME)?.tries).toEqual({ failed: 0, waitUntil: 0 });
  });

  it('are counted before they are tried: closing the page in between gives no further try', async () => {
    const { keys, vault } = await withPin();
    await vault.lock();
    void code(vault.unlock('999111'));
    await expect.poll(() => keys.records.get(ME)?.tries.failed).toBe(1);
  });

  it('do not make anybody wait longer when the clock goes back by a year', async () => {
    let now = 400 * 86_400_000;
    const { vault } = await withPin(() => now);
    await vault.lock();
    for (let time = 0; time < 5; time += 1) await code(vault.unlock('999111'));
    now -= 365 * 86_400_000;
    expect(await code(vault.unlock(PIN))).toBe('WAIT');
    now += 365 * 86_400_000 + 30_000;
    expect(await code(vault.unlock(PIN))).toBe('done');
  });
});

describe('several tabs', () => {
  it('are locked together and opened together, and one that is opened later asks no second time', async () => {
    const { keys, vault } = await withPin();
    const sealed = await vault.seal(place('a'), 'mine');
    const { vault: second } = await entered(ME, keys);
    await expect.poll(() => second.state().is).toBe('open');
    expect(await second.open(place('a'), sealed)).toBe('mine');
    await second.lock();
    await expect.poll(() => vault.state().is).toBe('locked');
    await vault.unlock(PIN);
    await expect.poll(() => second.state().is).toBe('open');
  });

  it('go on under the new key when one of them sets a PIN', async () => {
    const keys = createMemoryKeys();
    const { vault: first } = await entered(ME, keys);
    const { vault: second } = await entered(ME, keys);
    await first.setPin(PIN);
    await expect.poll(() => second.state()).toMatchObject({ is: 'open', hasPin: true });
    const sealed = await second.seal(place('a'), 'mine');
    expect(await first.isCurrent(ME, sealed)).toBe(true);
    expect(await first.open(place('a'), sealed)).toBe('mine');
  });
});

describe('locking', () => {
  it('waits for what is being typed', async () => {
    const { vault } = await withPin();
    let kept: Promise<Sealed> | undefined;
    vault.subscribe(() => {
      if (vault.state().is === 'locked') kept ??= vault.seal(place('a'), 'the last word');
    });
    vault.add({ sealAgain: async () => {}, settled: async () => void (await kept), wipe: async () => {} });
    await vault.lock();
    expect(isSealed(await kept)).toBe(true);
    expect(await code(vault.seal(place('a'), 'later'))).toBe('LOCKED');
  });

  it('by a PIN that nobody knows any more ends when all that it locked is given up', async () => {
    const { vault, keys } = await withPin();
    const sealed = await vault.seal(place('a'), 'mine');
    const wiped: string[] = [];
    vault.add({
      sealAgain: async () => {},
      settled: async () => {},
      wipe: async (id) => void wiped.push(id),
    });
    await vault.lock();
    await vault.giveUp(ME);
    expect(wiped).toEqual([ME]);
    expect(vault.state()).toMatchObject({ is: 'open', hasPin: false });
    expect(keys.records.get(ME)?.wrapped).toBe(null);
    expect(await code(vault.open(place('a'), sealed))).toBe('UNREADABLE');
  });
});
