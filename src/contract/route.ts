import { oc, type Route } from '@orpc/contract';
import { z } from 'zod';
import type { Action } from '#src/domain/permission.ts';

/**
 * Who may call a route: an action of the permission table, anybody at all, or anybody
 * who is signed in. What does not say so is for nobody.
 */
export interface RouteMeta {
  action: Action | 'anyone' | 'signedIn' | 'undeclared';
}

const base = oc.$meta<RouteMeta>({ action: 'undeclared' });

/** The input of a route that takes none: nothing may stand in its query or body. */
export const nothing = z.strictObject({}).optional();

/** An endpoint's place, and one plain sentence that says what it does. */
type Described = Route & { summary: string };

/** One endpoint: who may, and where it is. */
export const route = (action: Exclude<RouteMeta['action'], 'undeclared'>, at: Described) =>
  base.meta({ action }).route(at);
