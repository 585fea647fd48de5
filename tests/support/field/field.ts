import { summaryOf } from '#src/offline/outbox-summary.ts';
import type { Kinds, Payloads } from '#src/offline/payloads.ts';
import { createMemoryDevice } from './device.ts';
import { faultyFetch, NO_FAULTS } from './network.ts';
import { openPage, type Page } from './page.ts';
import { chance } from './random.ts';
import { accountOf, createFieldService, EVERYONE, visitTo } from './service.ts';
import { createWorld } from './world.ts';
import { metAt } from '#tests/support/visit-draft.ts';

type VisitPayload = Payloads['visit'];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const idOf = (n: number): string => `visit-${String(n).padStart(3, '0')}`;
export const isVisit = (n: number) => (url: string) => url.endsWith(`/visits/${idOf(n)}`);

interface About {
  village?: number;
  account?: string;
  note?: string;
  household?: string;
}
/** The n-th visit, by the cadre of its village unless told otherwise. */
export function visitItem(n: number, { village = 0, account, note, household }: About = {}) {
  const draft = visitTo(village, note ?? `note ${n}`, { stops: [metAt(household ?? `v${village}-a`)] });
  return {
    id: idOf(n),
    kind: 'visit' as const,
    accountId: account ?? accountOf(village),
    payload: { draft },
  };
}

/** The same visit, with a promise made at it, or with the verdict on that promise. */
export const promising = ({ draft }: VisitPayload): VisitPayload => ({
  draft: {
    ...draft,
    commitments: [
      {
        id: 'pump',
        theme: 'other',
        what: 'Mend the pump',
        owner: 'Team',
        dueOn: '2018-08-01',
        householdId: null,
        projectId: null,
      },
    ],
  },
});
export const keeping = ({ draft }: VisitPayload): VisitPayload => ({
  draft: { ...draft, verdicts: [{ commitmentId: 'pump', verdict: 'kept', note: '' }] },
});

/** Who answers a request in the service's place; null lets it through. `go` asks the service. */
type Answering = (
  url: string,
  tries: number,
  go: () => Promise<Response>,
  init: RequestInit,
) => Promise<Response | null> | Response | null;

/** One phone and the service of two villages; the network is good but for what a test says. */
export async function field(given: { answering?: Answering; ahead?: () => number; kinds?: Kinds } = {}) {
  const { answering = () => null, ahead, kinds } = given;
  const world = createWorld();
  const luck = chance(1);
  const service = createFieldService(2, world.now);
  const device = createMemoryDevice();
  let session = accountOf(0);
  const asked: { method: string; path: string; session: string }[] = [];
  const tries = new Map<string, number>();
  const good = faultyFetch(
    world,
    service.app,
    luck,
    () => NO_FAULTS,
    () => session,
  );
  const fetch: typeof good = async (url, init) => {
    const so = (tries.get(url) ?? 0) + 1;
    tries.set(url, so);
    asked.push({ method: init.method ?? 'GET', path: new URL(url).pathname, session });
    const go = () => good(url, init);
    return (await answering(url, so, go, init)) ?? go();
  };
  const open = (of: Kinds | undefined = kinds): Promise<Page> =>
    openPage({ world, device, fetch, luck, ...(ahead && { ahead }), ...(of && { kinds: of }) });
  const page = await open();
  return {
    world,
    service,
    device,
    page,
    /** Another page on the same phone. */
    open,
    /** Puts it to the service directly, as another phone would. */
    send: (item: ReturnType<typeof visitItem>, { draft }: VisitPayload = item.payload) =>
      service.app(
        new Request(`http://service.test/api/visits/${item.id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', 'x-session': item.accountId },
          body: JSON.stringify(draft),
        }),
      ),
    asked,
    sends: () => asked.filter(({ method }) => method !== 'GET').length,
    signIn: (account: string) => {
      session = account;
    },
    item: (n: number) => device.items.get(idOf(n)),
    states: () => [...device.items.values()].map((i) => i.state),
    summary: (of: Page = page) => summaryOf(of.outbox.view(), session),
    /** What is recorded, in the service's order. */
    notes: async () =>
      (await service.records())
        .flatMap((r) => r.visits)
        .toSorted((a, b) => a.sequence - b.sequence)
        .flatMap((v) => (v.note === null ? [] : [v.note])),
    acts: async () =>
      (await service.stores.as(EVERYONE).audit({ limit: 1000 })).entries.filter(
        (e) => e.action === 'recordVisit',
      ),
  };
}
