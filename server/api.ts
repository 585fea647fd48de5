import { implement } from '@orpc/server';
import { contract } from '#src/contract/contract.ts';
import type { Context } from './context.ts';

/** The contract, to be implemented by the routes over the request's context. */
export const api = implement(contract).$context<Context>();
