import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { contract } from '#src/contract/contract.ts';

/** Beside the page, wherever the page is served from. */
export const apiUrl = (): string => new URL('api', new URL(import.meta.env.BASE_URL, document.baseURI)).href;

const isJson = (response: Response): boolean =>
  response.headers.get('content-type')?.includes('json') ?? false;

const link = new OpenAPILink(contract, {
  url: apiUrl,
  fetch: async (request, init) => {
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
