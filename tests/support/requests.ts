import type { InferContractRouterInputs } from '@orpc/contract';
import { contract } from '#src/contract/contract.ts';

export type RouteName = keyof typeof contract;
export type Inputs = InferContractRouterInputs<typeof contract>;
export const routeNames = Object.keys(contract) as RouteName[];

/** A request in its parts, so that each of them can be spoilt alone. */
export interface Parts {
  method: string;
  /** Below `/api`, with the query. */
  path: string;
  /** What is sent as JSON; `undefined` for no body. */
  body: unknown;
}

/** A value as it travels in a path or a query, where half of a sign has no place. */
export const textOf = (value: unknown): string =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).replaceAll(/\p{Cs}/gu, '\ufffd');

/** Method, path and body of a route's input: what the path names goes into the path, the rest into query or body. */
export function partsOf(name: RouteName, input: unknown): Parts {
  const { method = 'GET', path = '/' } = contract[name]['~orpc'].route;
  const rest: Record<string, unknown> = { ...(input as object | undefined) };
  const filled = path.replaceAll(/\{(\w+)\}/g, (_whole, key: string) => {
    const value = rest[key];
    delete rest[key];
    return encodeURIComponent(textOf(value));
  });
  if (method !== 'GET')
    return { method, path: filled, body: Object.keys(rest).length > 0 ? rest : undefined };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(rest)) if (value !== undefined) query.append(key, textOf(value));
  return { method, path: query.size > 0 ? `${filled}?${query}` : filled, body: undefined };
}

/** The request, as a well-behaved client sends it. */
export function requestOf({ method, path, body }: Parts, headers: Record<string, string> = {}): Request {
  const sent = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return new Request(`http://service.test/api${path}`, { method, headers: { ...type, ...headers }, ...sent });
}
