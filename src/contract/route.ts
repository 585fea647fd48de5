import { oc, type Route } from '@orpc/contract';
import type { Action } from '#src/domain/permission.ts';

/** Who may call a route: an action of the permission table, anybody at all, or anybody who is signed in. */
export interface RouteMeta {
  action: Action | 'anyone' | 'signedIn';
}

const base = oc.$meta<RouteMeta>({ action: 'signedIn' });

/** One endpoint: who may, and where it is. */
export const route = (action: RouteMeta['action'], at: Route) => base.meta({ action }).route(at);
