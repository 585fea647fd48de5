import { isUnsent, reasonWentOnAs, type OutboxItem } from '#src/offline/outbox-item.ts';
import { summaryOf } from '#src/offline/outbox-summary.ts';
import { OutboxRefusal, type NewItem } from '#src/offline/outbox.ts';
import type { VisitDraft } from '#src/domain/visit.ts';
import { createCamera } from './camera.ts';
import { createMemoryDevice } from './device.ts';
import { faultyFetch, NO_FAULTS, type Faults } from './network.ts';
import { openPage, type Page } from './page.ts';
import type { Chance } from './random.ts';
import { accountOf, colleagueOf, START, visitTo, type FieldService } from './service.ts';
import type { Temper } from './temper.ts';
import type { World } from './world.ts';
import { metAt } from '#tests/support/visit-draft.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const YEAR = 365 * 86_400_000;

/** Something of which a person was told "saved". */
export interface Said {
  item: NewItem;
  /** By which it is found on the service: the note of a visit, or the id of a correction. */
  mark: string;
  /** It was made wrong on purpose, and will be refused. */
  wrong: boolean;
  removed: boolean;
}

interface Parts {
  world: World;
  service: FieldService;
  luck: Chance;
  n: number;
  visits: number;
  /** Milliseconds in which they are made. */
  span: number;
  temper: Temper;
}

/** A phone in village n, the two people who use it, and everything that happens to them. */
export function createPhone({ world, service, luck, n, visits, span, temper }: Parts) {
  const device = createMemoryDevice();
  const pages: Page[] = [];
  const said = new Map<string, Said>();
  const corrected = new Set<string>();
  const cuts = luck.fork(4);
  let requests = 0;
  let falseCalm = 0;
  let session = accountOf(n);
  let who = session;
  let healthy = false;
  let down = false;
  let ahead = luck.hits(0.2) ? luck.between(-YEAR, YEAR) : 0;
  let faults: Faults = NO_FAULTS;

  const worseOrBetter = (): void => {
    const bad = luck.next();
    faults = {
      down: false,
      strangers: luck.next() * 0.3 * bad,
      requestLost: luck.next() * 0.5 * bad,
      requestCut: luck.next() * 0.1 * bad,
      pieceCut: 0.4 * bad,
      pieceDamaged: 0.05 * bad,
      doubled: luck.next() * 0.4,
      answerLost: luck.next() * 0.5 * bad,
      answerCut: luck.next() * 0.3 * bad,
      trouble: luck.next() * 0.2 * bad,
      delay: 50 + luck.delay(3000) * bad,
    };
  };
  const send = faultyFetch(
    world,
    service.app,
    luck.fork(1),
    () => (healthy ? NO_FAULTS : { ...faults, down }),
    () => session,
  );
  const fetch: typeof send = (url, init) => {
    requests += 1;
    return send(url, init);
  };
  const open = async (): Promise<void> => {
    // One page cuts photos otherwise than the one before: the next goes on from any byte.
    const piece = cuts.whole(300, 3000);
    pages.push(await openPage({ world, device, fetch, luck: luck.fork(2), ahead: () => ahead, piece }));
  };
  /** Whoever looks at the phone in this instant: is "everything received" true? */
  const look = (seen: readonly Page[]): void => {
    if (![...device.items.values()].some(isUnsent)) return;
    falseCalm += seen.filter(({ outbox }) => summaryOf(outbox.view(), who).everythingReceived).length;
  };
  // With two pages, one hears of the other's change a moment later; it is looked at again below.
  device.onCommit(() => pages.length === 1 && look(pages));

  const page = (): Page | null => pages[0] ?? null;
  const received = (): OutboxItem[] => [...device.items.values()].filter((i) => i.state === 'received');
  /** A commitment of a visit that this phone knows to be received. */
  const owed = (): string | null => {
    const made = received().filter((i) => i.kind === 'visit' && i.id.endsWith('-c'));
    return made.length > 0 ? `${luck.of(made as [OutboxItem]).id}-owed` : null;
  };

  function nextVisit(at: number): Said {
    const promises = luck.hits(0.15);
    const id = `p${n}-${String(at).padStart(4, '0')}${promises ? '-c' : ''}`;
    const wrong = luck.hits(0.01);
    const kept = luck.hits(0.1) ? owed() : null;
    const mark = `${id} ${who}`;
    const draft: VisitDraft = visitTo(n, mark, {
      stops: [metAt(wrong ? 'nobody' : `v${n}-a`)],
      readings: [
        {
          id: `${id}-read`,
          subject: { kind: 'household', id: `v${n}-a` },
          indicator: 'persons',
          value: 1 + (at % 9),
          evidence: 'document',
        },
      ],
      verdicts: kept ? [{ commitmentId: kept, verdict: 'partly', note: '' }] : [],
      commitments: promises
        ? [
            {
              id: `${id}-owed`,
              theme: 'other',
              what: 'Mend the pump',
              owner: 'Team',
              dueOn: '2018-08-01',
              householdId: null,
              projectId: null,
            },
          ]
        : [],
    });
    return { item: { id, kind: 'visit', accountId: who, payload: { draft } }, mark, wrong, removed: false };
  }
  /** Of a reading that this phone knows to be received, and that nobody corrected yet. */
  function nextCorrection(): Said | null {
    const right = received().find((i) => i.kind === 'visit' && !corrected.has(i.id));
    if (!right) return null;
    corrected.add(right.id);
    const mark = `${right.id}-right`;
    const payload = {
      readingId: `${right.id}-read`,
      correction: { value: 12, evidence: 'toldByHousehold' as const, reason: 'The booklet says so.' },
    };
    return {
      item: { id: mark, kind: 'correction', accountId: who, payload },
      mark,
      wrong: false,
      removed: false,
    };
  }

  /** Somebody saves it and, where the phone cannot, does so again until it can, or until it is not wanted any more. */
  async function keep(
    item: NewItem,
    by: Chance,
    isWanted: () => boolean,
    told: () => unknown,
  ): Promise<void> {
    if (!isWanted()) return;
    const open = page();
    if (open) {
      if (by.hits(0.02)) device.fail(1);
      try {
        await open.save(item);
        await told();
        return;
      } catch (error) {
        // The service has it already, or somebody else's stands there: nothing more was said to be saved.
        if (error instanceof OutboxRefusal) return;
      }
    }
    world.after(by.between(5, 30) * SECOND, () => keep(item, by, isWanted, told));
  }
  const save = (one: Said): Promise<void> =>
    keep(
      one.item,
      luck,
      () => true,
      () => {
        said.set(one.item.id, one);
        return camera.save(one.item.id);
      },
    );
  async function saveNew(one: Said): Promise<void> {
    await camera.take(one.item.id, one.item.accountId, START + world.now());
    await save(one);
  }
  const moments = luck.fork(3);
  const camera = createCamera({
    store: device.photos.store,
    luck: moments,
    often: temper.photographs,
    keep: (photo, told) =>
      keep(photo, moments, () => said.get(photo.payload.visitId)?.removed !== true, told),
  });
  const edited = ({ item, mark, ...rest }: Said): Said => {
    const { draft } = (item as NewItem<'visit'>).payload;
    const changed = `${mark} edited`;
    return { ...rest, mark: changed, item: { ...item, payload: { draft: { ...draft, note: changed } } } };
  };
  async function meddle(): Promise<void> {
    const mine = [...said.values()].filter((s) => s.item.kind === 'visit' && !s.removed && !s.wrong);
    const one = mine.length > 0 ? luck.of(mine.slice(-5) as [Said]) : null;
    if (!one || one.item.accountId !== who) return;
    if (luck.hits(0.7)) {
      await save(edited(one));
      return;
    }
    const outbox = page()?.outbox;
    if (outbox) await camera.removeWith(one.item.id, outbox);
    const left = await outbox?.remove(one.item.id, 'It was a trial.');
    if (left?.state === 'removed') said.set(one.item.id, { ...one, removed: true });
  }
  /** Again and again until the phone is healthy. */
  const often = (mean: number, run: () => unknown): void => {
    world.after(luck.delay(mean), async () => {
      if (healthy) return;
      await run();
      often(mean, run);
    });
  };

  async function begin(): Promise<void> {
    await open();
    worseOrBetter();
    for (let at = 0; at < visits; at += 1) {
      world.after(luck.between(0, span), () => saveNew(nextVisit(at)));
      if (luck.hits(temper.corrects)) {
        world.after(luck.between(span / 4, span), async () => {
          const one = nextCorrection();
          if (one) await save(one);
        });
      }
      if (luck.hits(temper.edits)) world.after(luck.between(0, span), meddle);
    }
    often(10 * MINUTE, worseOrBetter);
    often(20 * MINUTE, async () => {
      down = !down;
      if (down) return;
      await page()?.outbox.hurry('unanswered');
      void page()?.sender.wake();
    });
    often(60 * MINUTE, () => {
      const others = [accountOf(n), colleagueOf(n), 'nobody'] as const;
      session = luck.of(others);
      if (session !== 'nobody') who = session;
    });
    often(40 * MINUTE, () => {
      pages.splice(0).forEach((p) => p.kill());
      world.after(luck.between(1, 60) * SECOND, open);
      if (luck.hits(0.3)) world.after(luck.between(60, 90) * SECOND, open);
    });
    often(90 * MINUTE, () => {
      if (ahead !== 0 || luck.hits(0.1)) ahead = luck.between(-YEAR, YEAR);
    });
    often(15 * MINUTE, () => look(pages));
  }

  return {
    n,
    begin,
    said,
    photos: camera.saved,
    items: device.items,
    isRefused: (visitId: string): boolean =>
      said.get(visitId)?.wrong === true && device.items.get(visitId)?.state === 'needsAttention',
    /** Everything is well from now on, and so-and-so is signed in. */
    async heal(account: string): Promise<void> {
      healthy = true;
      down = false;
      session = account;
      who = account;
      if (pages.length === 0) await open();
      void page()?.sender.wake();
    },
    /** What was edited after the service had it becomes a visit of its own, as the form offers. */
    async resolve(): Promise<void> {
      for (const { id, state, lastProblem } of Array.from(device.items.values())) {
        const one = said.get(id);
        if (!one || state !== 'needsAttention' || lastProblem?.code !== 'VISIT_ID_TAKEN') continue;
        const { draft } = (one.item as NewItem<'visit'>).payload;
        const payload = { draft: { ...draft, readings: [], commitments: [], verdicts: [] } };
        await page()?.outbox.remove(id, reasonWentOnAs(`${id}-again`));
        said.delete(id);
        await save({ ...one, item: { ...one.item, id: `${id}-again`, payload } as NewItem });
      }
    },
    look: () => look(pages),
    counted: () => ({ requests, falseCalm }),
  };
}
export type Phone = ReturnType<typeof createPhone>;
