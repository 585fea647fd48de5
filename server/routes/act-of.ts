import type { Act, AuditAction } from '#src/domain/audit.ts';
import type { Actor } from '#src/domain/account.ts';

/** What an act is about; what is left out is none. */
export type Told = Pick<Act, 'subject' | 'place'> &
  Partial<Pick<Act, 'householdId' | 'reason' | 'before' | 'after'>>;

/** An act for the audit trail: who, what, when, why, before → after. */
export function actOf(
  { actor, now }: { actor: Actor | null; now: Date },
  action: AuditAction,
  told: Told,
): Act {
  return {
    at: now.toISOString(),
    actor: actor && { id: actor.id, name: actor.name, role: actor.role, via: actor.via },
    action,
    householdId: null,
    reason: null,
    before: null,
    after: null,
    ...told,
  };
}
