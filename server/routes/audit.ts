import { AUDIT_PAGE } from '#src/contract/contract.ts';
import { api } from '../authorize.ts';

/** The audit trail below the auditor's places. */
export const audit = api.audit.handler(({ input, context }) =>
  context.store.audit({ ...input, limit: AUDIT_PAGE }),
);
