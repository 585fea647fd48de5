import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { contract } from '#src/contract/contract.ts';

/** Beside the page, wherever the page is served from. */
const apiUrl = (): string => new URL('api', new URL(import.meta.env.BASE_URL, document.baseURI)).href;

const link = new OpenAPILink(contract, {
  url: apiUrl,
  // Looked up at each call: the mock replaces it after this module was loaded.
  fetch: (request, init) => globalThis.fetch(request, init),
});

/** Typed calls, as the contract says. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link);

/** Query options and keys for each of them. */
export const orpc = createTanstackQueryUtils(client);
