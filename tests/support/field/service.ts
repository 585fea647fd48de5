import { createApp } from '#server/app.ts';
import { createMemoryAccounts } from '#server/accounts/memory.ts';
import { MemoryAudit } from '#server/store/memory-audit.ts';
import { createMemoryStores } from '#server/store/memory.ts';
import type { Store, Stores, Viewer } from '#server/store/port.ts';
import type { Actor } from '#src/domain/account.ts';
import { EVERYWHERE, placeOf } from '#src/domain/place.ts';
import type { VillageRecord } from '#src/domain/village-record.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { RecordBuilder } from '#tests/support/record-builder.ts';
import { metAt, visitDraft } from '#tests/support/visit-draft.ts';

/** 16 July 2018, 16:00 in China: what the world's time 0 is. */
export const START = Date.parse('2018-07-16T08:00:00.000Z');
export const EVERYONE: Viewer = { accountId: 'everyone', places: [EVERYWHERE] };

const PHOTO_WRITES = ['keepPiece', 'dropPieces', 'recordPhoto'] as const;
const WRITES = ['recordVisit', 'recordCorrection', 'recordReview', ...PHOTO_WRITES] as const;
type Write = (typeof WRITES)[number];
type Answer = { outcome: string; whole?: string | null } | undefined;

/** What a backup has of a write: of a photo the whole, when its last piece came; null where nothing was added. */
function writtenBy(verb: Write, args: unknown[], answer: Answer): unknown[] | null {
  if (verb === 'dropPieces') return args;
  if (verb !== 'keepPiece') return answer?.outcome === 'recorded' ? args : null;
  return typeof answer?.whole === 'string' ? [{ ...(args[0] as object), at: 0, bytes: answer.whole }] : null;
}

/** Stores that can be put back to where they stood: everything written since is gone, as after a backup. */
function restorableStores(records: readonly VillageRecord[]) {
  let log: { verb: Write; args: unknown[]; viewer: Viewer }[] = [];
  let audit = new MemoryAudit();
  let stores = createMemoryStores({ records, audit });
  const play = (verb: Write, viewer: Viewer, args: unknown[]): Promise<unknown> =>
    (stores.as(viewer)[verb] as (...given: unknown[]) => Promise<unknown>)(...args);
  return {
    stores: {
      epoch: () => stores.epoch(),
      as(viewer): Store {
        const written = WRITES.map((verb) => [
          verb,
          async (...args: unknown[]) => {
            const mine = stores;
            const answer = (await play(verb, viewer, args)) as Answer;
            const written = writtenBy(verb, args, answer);
            if (written && mine === stores) log.push({ verb, viewer, args: written });
            return answer;
          },
        ]);
        return { ...stores.as(viewer), ...(Object.fromEntries(written) as Pick<Store, Write>) };
      },
    } satisfies Stores,
    entries: () => audit.entries(),
    backup: (): number => log.length,
    async restore(backup: number): Promise<void> {
      log = log.slice(0, backup);
      audit = new MemoryAudit();
      stores = createMemoryStores({ records, audit });
      for (const { verb, viewer, args } of log) await play(verb, viewer, args);
    },
  };
}

/** The cadre of village n, and somebody else who is seated there too. */
export const accountOf = (village: number): string => `cadre-${village}`;
export const colleagueOf = (village: number): string => `colleague-${village}`;

/** The real app over so many villages, one a device. Who asks is whoever the session names. */
export function createFieldService(villages: number, now: () => number) {
  const records = Array.from({ length: villages }, (_, n) => {
    const b = new RecordBuilder(`v${n}`).visit(`v${n}-jan`, '2018-01-22').household(`v${n}-a`);
    b.commitment(`v${n}-owed`, `v${n}-jan`, '2018-06-30').read(`v${n}-a`, 'persons', 2, '2018-01-22');
    return b.record;
  });
  const actors = new Map<string, Actor>(
    records.flatMap(({ village }, n) =>
      [accountOf(n), colleagueOf(n)].map((id): [string, Actor] => [
        id,
        { id, name: id, role: 'villageCadre', places: [placeOf(village)], via: 'session' },
      ]),
    ),
  );
  const held = restorableStores(records);
  const clock = () => new Date(START + now());
  const { accounts } = createMemoryAccounts({ actors: [], clock, audit: new MemoryAudit() });
  const hosted = createApp({
    stores: held.stores,
    accounts,
    clock,
    identity: async (request) => actors.get(request.headers.get('x-session') ?? '') ?? null,
  });
  return {
    ...held,
    actors,
    /** As the host answers, which tells its clock. */
    async app(request: Request): Promise<Response> {
      const answer = await hosted(request);
      answer.headers.set('date', clock().toUTCString());
      return answer;
    },
    records: () => held.stores.as(EVERYONE).villageRecords(),
  };
}
export type FieldService = ReturnType<typeof createFieldService>;

/** A small visit to village n; the note tells it from all others. */
export const visitTo = (n: number, note: string, given: Partial<VisitDraft> = {}) =>
  visitDraft({ villageId: `v${n}`, stops: [metAt(`v${n}-a`)], note, ...given });
