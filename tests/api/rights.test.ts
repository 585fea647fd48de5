import { describe, expect, it } from 'vitest';
import type { Actor } from '#src/domain/account.ts';
import { EVERYWHERE } from '#src/domain/place.ts';
import { inMemory } from '#tests/support/memory-ports.ts';
import { partsOf, requestOf, type Inputs, type RouteName } from '#tests/support/requests.ts';
import { actBy, seatsFor, targetAndOthers } from '#tests/support/target.ts';
import { watched } from '#tests/support/watched.ts';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

const [village = ''] = seatsFor.village.places.own;
const [township = ''] = seatsFor.account.places.own;
const [county = ''] = seatsFor.account.places.child;
const [beside = ''] = seatsFor.village.places.sibling;

const actorAt = (role: Actor['role'], ...places: string[]): Actor => ({
  id: 'actor',
  name: 'Actor',
  role,
  places,
  via: 'session',
});

async function opened() {
  const service = await watched(inMemory, targetAndOthers());
  return {
    ...service,
    async send<Name extends RouteName>(actor: Actor, name: Name, input: Inputs[Name]) {
      const { status, text } = await service.ask(actor, requestOf(partsOf(name, input)));
      return { status, body: JSON.parse(text) as { code?: string } };
    },
    /** An account that is there before anybody asks. */
    async seated(accountId: string, role: Actor['role'], places: string[]) {
      const draft = { signInName: accountId, name: 'Somebody', role, places };
      await service.accounts.invite(accountId, draft, actBy('invite', { kind: 'account', id: accountId }));
    },
  };
}

describe('an administrator', () => {
  const administrator = actorAt('administrator', township);

  it('raises nobody to a place beyond their own, nor an account that reaches beyond it', async () => {
    const service = await opened();
    await service.seated('theirs', 'office', [township]);
    await service.seated('wide', 'auditor', [village, county]);
    const before = (await service.state()).text;
    const to = (accountId: string, places: string[]) =>
      service.send(administrator, 'changeAccount', { accountId, name: 'Somebody', role: 'auditor', places });
    for (const places of [[county], [EVERYWHERE], [township, `${county}/next-township`]]) {
      expect(await to('theirs', places)).toMatchObject({ status: 422, body: { code: 'NOT_YOUR_PLACE' } });
    }
    expect((await to('wide', [village])).status).toBe(404);
    expect((await service.state()).text).toBe(before);
  });

  it('has no account that somebody without a place holds', async () => {
    const service = await opened();
    await service.seated('nowhere', 'office', []);
    const before = (await service.state()).text;
    const input = { accountId: 'nowhere' };
    expect((await service.send(administrator, 'inviteAgain', input)).status).toBe(404);
    expect((await service.send(administrator, 'accounts', {})).body).toEqual([]);
    expect((await service.state()).text).toBe(before);
    expect((await service.send(actorAt('administrator', EVERYWHERE), 'inviteAgain', input)).status).toBe(201);
  });

  it('seats nobody where the role does not sit', async () => {
    const service = await opened();
    const before = (await service.state()).text;
    const seat = { signInName: 'new', name: 'New', role: 'villageCadre', places: [township] } as const;
    expect(await service.send(administrator, 'invite', { ...seat, places: [...seat.places] })).toMatchObject({
      status: 422,
      body: { code: 'SEAT_NOT_POSSIBLE' },
    });
    expect((await service.state()).text).toBe(before);
  });

  it('neither moves nor disables the own account', async () => {
    const service = await opened();
    await service.seated('actor', 'administrator', [township]);
    const before = (await service.state()).text;
    const own = { accountId: 'actor' };
    const seat = { name: 'Actor', role: 'office' as const, places: [township] };
    expect((await service.send(administrator, 'changeAccount', { ...own, ...seat })).status).toBe(409);
    expect((await service.send(administrator, 'disableAccount', { ...own, reason: 'why' })).status).toBe(409);
    expect((await service.state()).text).toBe(before);
  });

  it('ends no session under the wrong account', async () => {
    const service = await opened();
    await service.seated('one', 'office', [township]);
    const before = (await service.state()).text;
    expect(
      await service.send(administrator, 'endSession', { accountId: 'one', sessionId: 'none' }),
    ).toMatchObject({
      status: 404,
      body: { code: 'SESSION_NOT_FOUND' },
    });
    expect((await service.state()).text).toBe(before);
  });
});

describe('a visit', () => {
  const draft = (visitId: string, kind: 'leader' | 'helper'): Inputs['recordVisit'] => ({
    visitId,
    ...visitDraft({ villageId: 'target', kind, stops: [metAt('target-household')] }),
  });

  it('of another kind than the leader’s is not the staff’s to record', async () => {
    const service = await opened();
    const before = (await service.state()).text;
    expect(
      await service.send(actorAt('leaderStaff', village), 'recordVisit', draft('new', 'helper')),
    ).toMatchObject({ status: 422, body: { code: 'KIND_NOT_ALLOWED' } });
    expect((await service.state()).text).toBe(before);
  });

  it('that lies where the person may not record is not told apart from none', async () => {
    const service = await opened();
    const cadre = actorAt('villageCadre', village);
    expect((await service.send(cadre, 'recordVisit', draft('known', 'helper'))).status).toBe(200);
    // A cadre by mistake seated above villages: nothing there is their own.
    const above = actorAt('villageCadre', township);
    expect((await service.send(above, 'recordVisit', draft('known', 'helper'))).status).toBe(404);
    expect((await service.send(above, 'recordVisit', draft('unknown', 'helper'))).status).toBe(404);
  });
});

describe('the audit trail', () => {
  it('tells an auditor of accounts within the own places alone', async () => {
    const service = await opened();
    await service.seated('in', 'office', [township]);
    await service.seated('out', 'office', [`${county}/next-township`]);
    const acts = [
      ['in', township],
      ['out', `${county}/next-township`],
      ['both', county],
    ] as const;
    for (const [id, place] of acts) {
      await service.accounts.inviteAgain(
        id === 'both' ? 'in' : id,
        actBy('invite', { kind: 'account', id }, { place }),
      );
    }
    const told = async (...places: string[]) => {
      const { body } = await service.send(actorAt('auditor', ...places), 'audit', { action: 'invite' });
      const { entries } = body as unknown as { entries: { subject: { id: string } }[] };
      return [...new Set(entries.map((e) => e.subject.id))].toSorted();
    };
    expect(await told(`${county}/next-township`)).not.toContain('in');
    expect(await told(beside)).toEqual([]);
    expect(await told(county)).toEqual(['both', 'in', 'out']);
  });

  it('is paged through however long the village’s id is', async () => {
    const loaded = targetAndOthers();
    const long = 'v'.repeat(64);
    const [record] = loaded.records;
    if (record) {
      record.village.id = long;
      for (const one of record.households) one.villageId = long;
    }
    const service = await watched(inMemory, loaded);
    const all = service.stores.as({ accountId: 'somebody', places: [EVERYWHERE] });
    for (let n = 0; n < 101; n += 1) {
      const review = { id: `r-${n}`, visitId: 'target-jul', outcome: 'accepted', note: '', by: 'o' } as const;
      const subject = { kind: 'visit', id: 'target-jul' } as const;
      await all.recordReview({ ...review, recordedOn: '2018-07-16' }, actBy('reviewVisit', subject));
    }
    const auditor = actorAt('auditor', EVERYWHERE);
    const page = async (input: Inputs['audit']) => {
      const { status, text } = await service.ask(auditor, requestOf(partsOf('audit', input)));
      expect(status).toBe(200);
      return JSON.parse(text) as { entries: unknown[]; next: string | null };
    };
    const first = await page({});
    expect(first.entries).toHaveLength(100);
    const second = await page({ before: first.next ?? '' });
    expect([second.entries.length, second.next]).toEqual([1, null]);
  });
});
