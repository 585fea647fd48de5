import { isSealed } from './vault.ts';

/** What can be written in the field. A verdict is part of its visit. */
export const itemKinds = [
  'visit',
  'correction',
  'reviewAnswer',
  'procedureStep',
  'questionAnswer',
  'photo',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/**
 * `saved`: on this device, the service is not known to have it. `sending`: on its way.
 * `received`: the service's receipt is here. `needsAttention`: the service refused it and
 * said why. `removed`: a person took it out, with a reason.
 */
export const itemStates = ['saved', 'sending', 'received', 'needsAttention', 'removed'] as const;
export type ItemState = (typeof itemStates)[number];

/** What stands in the way, as a code that has words, with the fields it is about. */
export interface ItemProblem {
  code: string;
  /** Of the answer; null where none came. */
  status: number | null;
  fields: { field: string; code: string }[];
}

/** That the service has it: believed only with the item's own id and hash. */
export interface ItemReceipt {
  hash: string;
  epoch: string;
  sequence: number;
  /** Milliseconds since 1970, by the service's clock where it told it. */
  receivedAt: number;
}

/**
 * One thing to be sent, in an envelope that stays as it is in every version of this
 * program: only `payload` is versioned. All instants are milliseconds since 1970 by
 * this device's clock, which may be wrong: they order nothing on the service.
 */
export interface OutboxItem {
  /** Of the visit, the correction, the answer, the step or the photo; made on this device. */
  id: string;
  kind: ItemKind;
  /** Whose it is. It is never sent under another account's session. */
  accountId: string;
  payloadVersion: number;
  payload: unknown;
  /** The `contentHash` of what is sent. */
  hash: string;
  state: ItemState;
  createdAt: number;
  /** How often it was on its way; from one on, the service may have it without our knowing. */
  attempts: number;
  /** When it is tried again by itself; null for never, until somebody does something. */
  nextTryAt: number | null;
  lastProblem: ItemProblem | null;
  /** Kept when it is offered again, after the service was restored from a backup. */
  receipt: ItemReceipt | null;
  /** In the words of whoever took it out, or `reasonWentOnAs`. */
  removed: { at: number; reason: string } | null;
}

const WENT_ON_AS = 'WENT_ON_AS ';
/** Stands where a person's reason does for an item whose content went on as another one. */
export const reasonWentOnAs = (id: string): string => WENT_ON_AS + id;
/** As which other one it went on; null where it did not. */
export const wentOnAs = ({ removed }: OutboxItem): string | null =>
  removed?.reason.startsWith(WENT_ON_AS) ? removed.reason.slice(WENT_ON_AS.length) : null;

/** Whether the service is not known to have it, and it is still meant to. */
export const isUnsent = ({ state }: OutboxItem): boolean =>
  state === 'saved' || state === 'sending' || state === 'needsAttention';

/** Whether the service said no to it; what nobody on this device can read any more was not asked about. */
export const wasRefused = ({ state, lastProblem }: OutboxItem): boolean =>
  state === 'needsAttention' && lastProblem?.code !== 'UNREADABLE';

/** Whether it is sent by itself when its time comes; what is locked waits for its PIN. */
export const isWaiting = (item: OutboxItem): boolean =>
  isUnsent(item) && item.nextTryAt !== null && !isSealed(item.payload);

/** What a clock made that tells no time at all comes first, so that there is one order of them all. */
const madeAt = ({ createdAt }: OutboxItem): number => createdAt || 0;
export const byMaking = (a: OutboxItem, b: OutboxItem): number =>
  madeAt(a) - madeAt(b) || (a.id < b.id ? -1 : 1);
