import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '#src/contract/contract.ts';
import { FIELD_HEADERS } from '#src/contract/receipt.ts';
import { wire } from '#src/contract/wire.ts';

/** Beside the page, wherever the page is served from. */
export const apiUrl = (): string => new URL('api', new URL(import.meta.env.BASE_URL, document.baseURI)).href;

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.includes('json') ?? false;

let speaker: string | null = null;

/**
 * From now on the page asks in the name of this account, or of nobody in particular. What another
 * tab's session would answer is refused then: neither read nor written as somebody else.
 */
export function speakFor(accountId: string | null): void {
  speaker = accountId;
}

/** Routes for anybody: who somebody is, and becoming somebody. */
const isForAnyone = (name: string | undefined): boolean => actionOf(name) === 'anyone';

const actionOf = (name: string | undefined) =>
  Object.entries(wire).find(([key]) => key === name)?.[1]['~orpc'].meta.action;

/** Whether it reads villages and what is in them; not who looked at what, and nothing of accounts. */
export const isOfVillages = (name: string): boolean =>
  ['viewVillage', 'viewHousehold', 'recordVisit'].includes(actionOf(name) ?? '');

let first = (): Promise<void> | null => null;

/** From now on each question waits for this, and is not asked where it rejects; null where there is nothing to wait for. */
export function askAfter(work: () => Promise<void> | null): void {
  first = work;
}

/** Whoever comes in waits as well, but is not kept out: their session takes the place of the one before. */
const isComingIn = (name: string | undefined): boolean => isForAnyone(name) && name !== 'about';

const link = new OpenAPILink(wire, {
  url: apiUrl,
  headers: (_options, [name]) =>
    speaker === null || isForAnyone(name) ? {} : { [FIELD_HEADERS.account]: speaker },
  fetch: async (request, init, _options, [name]) => {
    const before = first();
    if (before) await (isComingIn(name) ? before.catch(() => {}) : before);
    // Looked up at each call: the mock replaces it after this module was loaded.
    const response = await globalThis.fetch(request, init);
    // The sign-in page of a hotel's network answers 200 to everything. It is no answer of ours.
    if (!isJson(response)) throw new TypeError('the answer is no JSON');
    return response;
  },
});

/** Typed calls, as the contract says. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link);

/** Query options and keys for each of them. */
export const orpc = createTanstackQueryUtils(client);
