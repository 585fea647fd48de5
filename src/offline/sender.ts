import { z } from 'zod';
import { epoch } from '#src/contract/receipt.ts';
import {
  isOursFailing,
  jsonIn,
  mayPass,
  outcomeOf,
  waitAsked,
  wireProblem,
  type Outcome,
  type WireAnswer,
  type WireCode,
} from './answers.ts';
import { ask } from './ask.ts';
import { backoff, isDue, LONGEST_WAIT } from './backoff.ts';
import { wasRefused, type ItemProblem, type OutboxItem } from './outbox-item.ts';
import type { Outbox } from './outbox.ts';
import type { PhotoStore } from './photo-store.ts';
import { openPayload, sendable, type Kinds } from './payloads.ts';
import { visitOfPhoto } from './photo-progress.ts';
import { sendPhoto, type PhotoParts } from './send-photo.ts';
import { followVisit } from './take-photos-along.ts';

/** With nothing left to send, the service is still asked for its epoch now and then. */
const STILL_THERE = 1_800_000;
/** Nothing is tried again sooner, whatever chance says. */
const SOONEST = 250;

/** How it stands with the service, as far as this page knows. All instants and spans in milliseconds. */
export interface SenderStatus {
  /** The item on its way. */
  sending: string | null;
  /** Whose items the service takes now: who is signed in, as it said last. */
  accountId: string | null;
  /** Why nothing is being sent, or null. */
  obstacle: WireCode | 'SIGN_IN_NEEDED' | 'STORAGE_FAILS' | null;
  /** How far this device's clock is ahead of the service's; null where that is not known. */
  clockAhead: number | null;
}

export interface SenderParts extends PhotoParts {
  outbox: Outbox;
  photos: Pick<PhotoStore, 'read'>;
  /** Between 0 and 1. */
  random: () => number;
  /** Runs the work while no other page of this device does such work. */
  alone: <T>(work: () => Promise<T>) => Promise<T>;
  kinds?: Kinds;
}

/** Who the service says is asking, and which data it has; what else it says is for others. */
const greetingSchema = z.object({ actor: z.object({ id: z.string() }).nullable(), epoch });

/**
 * Sends what is in the outbox, one item after the other, until nothing is due; then waits
 * until something is, or until it is woken. It never gives up: what is not received is
 * tried again, or needs a person's attention and says why.
 */
export function createSender({ outbox, photos, random, alone, kinds, ...wire }: SenderParts) {
  const { clock } = wire;
  const listeners = new Set<() => void>();
  let status: SenderStatus = { sending: null, accountId: null, obstacle: null, clockAhead: null };
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = true;
  let failedRounds = 0;
  /** How long after this round the next one comes by itself, at the latest; null for never. */
  let rest: number | null = null;
  let callOff = (): void => {};

  const tell = (news: Partial<SenderStatus>): void => {
    status = { ...status, ...news };
    for (const heard of listeners) heard();
  };
  const heardFrom = (answer: WireAnswer | WireCode): void => {
    const date = typeof answer === 'string' ? Number.NaN : Date.parse(answer.date ?? '');
    if (!Number.isNaN(date)) tell({ clockAhead: clock.now() - date });
  };
  const giveUpRound = (obstacle: SenderStatus['obstacle'], wait = 0): null => {
    failedRounds += 1;
    rest = Math.max(wait, backoff(failedRounds, random()));
    tell({ obstacle });
    return null;
  };

  /** Who is signed in; null, and the round is over, where there is no knowing or nobody. */
  async function greet(): Promise<string | null> {
    const answer = await ask(wire, { method: 'GET', path: '/about', body: '' });
    heardFrom(answer);
    if (typeof answer === 'string') return giveUpRound(answer);
    const greeting = answer.status === 200 ? greetingSchema.safeParse(jsonIn(answer)).data : undefined;
    if (!greeting) {
      const wait = waitAsked(answer.retryAfter, clock.now());
      return giveUpRound(isOursFailing(answer) ? 'TROUBLE' : 'NOT_OURS', wait);
    }
    failedRounds = 0;
    const accountId = greeting.actor?.id ?? null;
    rest = STILL_THERE;
    tell({ accountId, obstacle: accountId === null ? 'SIGN_IN_NEEDED' : null });
    if (accountId !== null) await outbox.offerAgain(accountId, greeting.epoch);
    await outbox.forgetOld(clock.now() - (status.clockAhead ?? 0));
    return accountId;
  }

  /** Sends one item. Returns whether it came through to the service. */
  async function send(item: OutboxItem): Promise<boolean> {
    const opened = await sendable(item, kinds);
    if (!opened) {
      await outbox.setAside(item.id);
      return true;
    }
    const picture = item.kind === 'photo' ? await photos.read(item.accountId, item.id) : undefined;
    if (picture === null) {
      await outbox.setAside(item.id);
      return true;
    }
    const claimed = await outbox.claim(item, opened);
    if (!claimed) return true;
    tell({ sending: item.id });
    try {
      const payload = picture && openPayload({ ...claimed, kind: 'photo' });
      const answer =
        picture && payload
          ? await sendPhoto(wire, claimed, payload, picture)
          : await ask(wire, opened.request, item.accountId);
      heardFrom(answer);
      const outcome: Outcome =
        typeof answer === 'string'
          ? { did: 'failed', problem: wireProblem(answer), wait: 0 }
          : outcomeOf(claimed, answer, clock.now());
      await settle(claimed, outcome, wasRefused(item) ? item.lastProblem : null);
      return outcome.did !== 'failed';
    } finally {
      tell({ sending: null });
    }
  }

  /** @param refusal why it was refused, where it was asked about once more: it stands until there is an answer */
  async function settle(sent: OutboxItem, outcome: Outcome, refusal: ItemProblem | null): Promise<void> {
    if (outcome.did === 'received') {
      await outbox.settle(sent, outcome.receipt);
      if (sent.kind === 'visit') await outbox.photosMayGo(sent.id);
      return;
    }
    const { problem } = outcome;
    if (outcome.did === 'failed') {
      const pause = Math.max(SOONEST, backoff(sent.attempts, random()), outcome.wait);
      const state = refusal ? 'needsAttention' : 'saved';
      await outbox.fail(sent, refusal ?? problem, state, clock.now() + pause);
      return;
    }
    const pause = LONGEST_WAIT * (0.5 + random() / 2);
    await outbox.fail(sent, problem, 'needsAttention', mayPass(problem) ? clock.now() + pause : null);
    const visitId = problem.code === 'VISIT_NOT_FOUND' ? visitOfPhoto(sent) : null;
    if (visitId === null) return;
    await outbox.visitMayGo(visitId);
    await followVisit(outbox, sent);
  }

  /** Greets the service and sends all that is due; a service that cannot be reached ends the round. */
  async function round(): Promise<void> {
    await outbox.reload();
    rest = null;
    if (outbox.view().items.length === 0) return;
    let accountId = await greet();
    while (accountId !== null && !isStopped()) {
      const item = outbox.due(accountId, clock.now());
      if (!item) return;
      // What did not come through may be the item's fault, or the network's: a greeting tells.
      if (!(await send(item))) accountId = await greet();
    }
  }
  const isStopped = (): boolean => stopped;
  const isWokenAgain = (): boolean => again && !stopped;

  function schedule(): void {
    callOff();
    if (stopped) return;
    const { accountId, obstacle } = status;
    const now = clock.now();
    const waiting = obstacle === null && accountId !== null ? outbox.waiting(accountId) : [];
    const waits = waiting.map(({ nextTryAt }) =>
      isDue(nextTryAt ?? 0, now) ? SOONEST : (nextTryAt ?? 0) - now,
    );
    const soonest = Math.min(...waits, rest ?? Number.POSITIVE_INFINITY);
    if (soonest === Number.POSITIVE_INFINITY) return;
    callOff = clock.after(Math.max(soonest, SOONEST), () => void wake());
  }

  function wake(): Promise<void> {
    if (stopped) return Promise.resolve();
    again = true;
    running ??= alone(async () => {
      do {
        again = false;
        await round();
      } while (isWokenAgain());
    })
      .catch((error: unknown) => {
        again = false;
        const isTakenOver = error instanceof DOMException && error.name === 'AbortError';
        if (!isTakenOver) giveUpRound('STORAGE_FAILS');
      })
      .finally(() => {
        running = null;
        // Giving the lock back takes a moment; who was woken in it has not looked yet.
        if (isWokenAgain()) void wake();
        else schedule();
      });
    return running;
  }

  return {
    /** Begins at once; at work already, it looks once more when it is done. Resolves when nothing more is due. */
    wake,
    status: (): SenderStatus => status,
    subscribe(heard: () => void): () => void {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    /** Begins to send by itself. Returns how to stop. */
    start(): () => void {
      stopped = false;
      void wake();
      return () => {
        stopped = true;
        callOff();
      };
    },
  };
}
export type Sender = ReturnType<typeof createSender>;
