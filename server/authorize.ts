import { implement, ORPCError } from '@orpc/server';
import { contract } from '#src/contract/contract.ts';
import { FIELD_HEADERS } from '#src/contract/receipt.ts';
import type { Actor } from '#src/domain/account.ts';
import { may, mayAnywhere, type Action } from '#src/domain/permission.ts';
import { placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import { todayOf, type Allowed, type Given } from './context.ts';
import { redactedFor } from './redact.ts';
import type { Store } from './store/port.ts';

/** Stands in on routes for anybody: a seat without places, which may nothing. */
export const NOBODY: Actor = { id: 'nobody', name: '', role: 'auditor', places: [], via: 'session' };

/**
 * Asks once for every route whether the actor may: who is nobody is answered 401,
 * who may it nowhere 403. The handler gets a store in which there is nothing but
 * what the action allows this actor, told as the role may know it; so what lies
 * elsewhere is answered as if it did not exist.
 */
export const api = implement(contract)
  .$context<Given>()
  .use(({ context, procedure, next }) => {
    const { action } = procedure['~orpc'].meta;
    const { actor, stores, now } = context;
    const allow = (as: Actor, store: Store) =>
      next({ context: { actor: as, store, today: todayOf(now) } satisfies Allowed });

    // What was written under one account is never sent under another's session, however they came to change.
    const meant = context.request.headers.get(FIELD_HEADERS.account);
    if (actor && meant !== null && meant !== actor.id) throw new ORPCError('OTHER_ACCOUNT', { status: 401 });
    if (action === 'anyone') return allow(actor ?? NOBODY, stores.as({ accountId: 'nobody', places: [] }));
    if (!actor) throw new ORPCError('UNAUTHORIZED', { status: 401 });
    if (action === 'undeclared' || (action !== 'signedIn' && !mayAnywhere(actor, action))) {
      throw new ORPCError('FORBIDDEN', { status: 403 });
    }
    const store = stores.as({ accountId: actor.id, places: actor.places, gone: context.gone });
    return allow(actor, action === 'signedIn' ? store : restricted(store, actor, action));
  });

const NOTHING = { households: [], projects: [], commitments: [] };

/**
 * The store with nothing in it but what the action allows. Routes come to what they
 * read or write through its village's record, so the other verbs are passed on.
 */
function restricted(store: Store, actor: Actor, action: Action): Store {
  const allowed = (record: Pick<VillageRecord, 'village'>): boolean =>
    may(actor, action, placeOf(record.village));
  const shown = (record: VillageRecord): VillageRecord => redactedFor(actor, record);
  const ifAllowed = (record: VillageRecord | null): VillageRecord | null =>
    record && allowed(record) ? shown(record) : null;
  return {
    ...store,
    async villageRecord(villageId) {
      return ifAllowed(await store.villageRecord(villageId));
    },
    async recordOf(kind, id) {
      return ifAllowed(await store.recordOf(kind, id));
    },
    async villageRecords() {
      return (await store.villageRecords()).filter(allowed).map(shown);
    },
    async measuresByVillage(ask) {
      return (await store.measuresByVillage(ask)).filter(({ place }) => may(actor, action, place));
    },
    async visitGround(villageId, named) {
      const ground = await store.visitGround(villageId, named);
      return ground && allowed(ground) ? ground : null;
    },
    async receiptOf(visitId) {
      const known = await store.receiptOf(visitId);
      const ground = known && (await store.visitGround(known.receipt.villageId, NOTHING));
      return ground && allowed(ground) ? known : null;
    },
  };
}
