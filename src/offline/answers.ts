import { z } from 'zod';
import { receipted } from '#src/contract/receipt.ts';
import { LONGEST_WAIT } from './backoff.ts';
import type { ItemProblem, ItemReceipt, OutboxItem } from './outbox-item.ts';
import { kinds } from './payloads.ts';

/** An answer, read to its end. */
export interface WireAnswer {
  /** 0 for a redirection that was not followed. */
  status: number;
  contentType: string | null;
  retryAfter: string | null;
  /** The service's clock, if it told it. */
  date: string | null;
  text: string;
}

/**
 * Why nothing came that the service wrote, or nothing final. The service's own codes
 * stand beside these.
 */
export const wireCodes = [
  'NO_ANSWER',
  'TOO_SLOW',
  'NOT_OURS',
  'RECEIPT_NOT_OURS',
  'TROUBLE',
  'PHOTO_BEGINS_AGAIN',
] as const;
export type WireCode = (typeof wireCodes)[number];

export type Outcome =
  | { did: 'received'; receipt: ItemReceipt }
  /** Final: the same would be answered the same. */
  | { did: 'refused'; problem: ItemProblem }
  /** To be tried again, after so many milliseconds at least. */
  | { did: 'failed'; problem: ItemProblem; wait: number };

export const wireProblem = (code: WireCode, status: number | null = null): ItemProblem => ({
  code,
  status,
  fields: [],
});

const refusal = z.object({
  code: z.string().regex(/^[A-Z_]+$/),
  status: z.int(),
  data: z.unknown().optional(),
});
const fieldData = z.object({ field: z.string() });
const issueData = z.object({ issues: z.array(z.object({ field: z.string(), code: z.string() })) });
const receipt = z.object({ ...receipted, sequence: z.int() });

/** The JSON in an answer, or undefined: a hotel's sign-in page says 200 to everything. */
export function jsonIn({ contentType, text }: Pick<WireAnswer, 'contentType' | 'text'>): unknown {
  if (!contentType?.includes('json')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** `Retry-After` in milliseconds: seconds, or a day and time. 0 where there is none. */
export function waitAsked(header: string | null, now: number): number {
  if (!header) return 0;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? 0 : Math.min(Math.max(0, ms), LONGEST_WAIT);
}

/** Whether it is the service, or what stands before it, that has no time or a fault; not somebody else's page. */
export const isOursFailing = (answer: WireAnswer): boolean =>
  (answer.status >= 500 && answer.status !== 511) ||
  (answer.status >= 400 && refusal.safeParse(jsonIn(answer)).success);

/** Refusals that say that something is not there: it may be offered again by the phone that has it. */
const MISSING = new Set([
  'COMMITMENT_OF_ANOTHER_VILLAGE',
  'UNKNOWN_HOUSEHOLD',
  'UNKNOWN_PROJECT',
  'UNKNOWN_SUBJECT',
  'UNKNOWN_READING',
  // The answer that is to be taken back may be on its way from another phone.
  'QUESTION_OPEN',
  'NOT_SENT_BACK',
  'VISIT_IN_FUTURE',
  // The step before it may be on its way from another phone.
  'STEP_NOT_NEXT',
  'STEP_IN_FUTURE',
]);

/**
 * Whether a refusal may pass without anybody changing the item: a right that comes back, a day that
 * comes, a restored backup that fills up again. Such an item needs attention, and
 * is asked about once in an hour all the same.
 */
export const mayPass = ({ code, status }: ItemProblem): boolean =>
  status === 403 || status === 404 || MISSING.has(code);

/**
 * Whether what it belongs to is not shown to this account, or not any more: its village went to somebody else, most
 * likely, for what lies elsewhere is answered as if it did not exist. Nothing in the item is wrong.
 */
export const isElsewhere = ({ code, status }: ItemProblem): boolean =>
  status === 404 && code.endsWith('_NOT_FOUND');

/**
 * What an answer means for the item. Only what is surely the service's own counts: a
 * receipt with the item's id and hash, or a refusal in the service's form. It may be
 * final only where the same would be refused again: not a lost session, not haste, and not
 * a request that was damaged on its way (the device knows that it sent proper JSON).
 */
export function outcomeOf(
  item: Pick<OutboxItem, 'id' | 'kind' | 'hash'>,
  answer: WireAnswer,
  now: number,
): Outcome {
  const { status } = answer;
  const date = Date.parse(answer.date ?? '');
  const told = Number.isNaN(date) ? now : date;
  const failed = (problem: ItemProblem): Outcome => ({
    did: 'failed',
    problem,
    wait: waitAsked(answer.retryAfter, told),
  });
  const body = jsonIn(answer);
  if (status === 200 || status === 201) {
    const given = receipt.safeParse(body).data;
    const idTold = (body as Record<string, unknown> | undefined)?.[kinds[item.kind].idIn];
    if (!given || idTold !== item.id) return failed(wireProblem('NOT_OURS', status));
    if (given.hash !== item.hash) return failed(wireProblem('RECEIPT_NOT_OURS', status));
    const { hash, epoch, sequence } = given;
    return {
      did: 'received',
      receipt: { hash, epoch, sequence, receivedAt: told },
    };
  }
  const said = refusal.safeParse(body).data;
  if (!said || said.status !== status) {
    // Whatever stands before the service and finds it too large will find it so again.
    if (status === 413) return { did: 'refused', problem: { code: 'PAYLOAD_TOO_LARGE', status, fields: [] } };
    return failed(wireProblem(isOursFailing(answer) ? 'TROUBLE' : 'NOT_OURS', status));
  }
  const problem = { code: said.code, status, fields: fieldsIn(said.code, said.data) };
  const again =
    status < 400 || status >= 500 || [401, 408, 425, 429].includes(status) || said.code === 'MALFORMED_JSON';
  return again ? failed(problem) : { did: 'refused', problem };
}

function fieldsIn(code: string, data: unknown): ItemProblem['fields'] {
  const many = issueData.safeParse(data);
  if (many.success) return many.data.issues;
  const one = fieldData.safeParse(data);
  return one.success ? [{ field: one.data.field, code }] : [];
}
