import { contract } from './contract.ts';
import type { RouteMeta } from './route.ts';

type Name = keyof typeof contract;

/** One endpoint as a caller needs it: who may, where it is, and no shape of what goes in or comes out. */
export interface Endpoint {
  '~orpc': {
    errorMap: Record<never, never>;
    meta: RouteMeta;
    route: Pick<(typeof contract)[Name]['~orpc']['route'], 'method' | 'path' | 'successStatus'>;
  };
}

/**
 * The contract as far as the dashboard needs it to ask: the service checks what goes in
 * and comes out. A build has this module's result in its place (`scripts/vite-wire.ts`),
 * so that nobody waits for every schema of the API before the first screen.
 */
export const wire = Object.fromEntries(
  Object.entries(contract).map(([name, { '~orpc': of }]): [string, Endpoint] => {
    const { method, path, successStatus } = of.route;
    return [name, { '~orpc': { errorMap: {}, meta: of.meta, route: { method, path, successStatus } } }];
  }),
) as Record<Name, Endpoint>;
