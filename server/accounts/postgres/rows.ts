import type { AccessToken, Account, Actor, Session } from '#src/domain/account.ts';
import type { Role } from '#src/domain/permission.ts';
import type { Place } from '#src/domain/place.ts';
import type { Text } from '#src/domain/text.ts';

export interface SeatedRow {
  id: string;
  name: Text;
  role: Role;
  places: Place[];
}

export interface AccountRow extends Omit<SeatedRow, 'id'> {
  account_id: string;
  sign_in_name: string;
  disabled: boolean;
  created_at: Date;
  last_seen_at: Date | null;
  has_password: boolean;
  sessions: number;
}

export interface SessionRow {
  id: string;
  token: string;
  created_at: Date;
  updated_at: Date;
  expires_at: Date;
  user_agent: string | null;
}

export interface TokenRow extends Omit<SeatedRow, 'name'> {
  name: string;
  created_at: Date;
  created_by: Text;
  last_used_at: Date | null;
  expires_at: Date;
  revoked_at: Date | null;
}

const orNull = (at: Date | null): string | null => at && at.toISOString();

export const accountIn = (row: AccountRow): Account => ({
  id: row.account_id,
  signInName: row.sign_in_name,
  name: row.name,
  role: row.role,
  places: row.places,
  state: row.disabled ? 'disabled' : row.has_password ? 'active' : 'invited',
  createdAt: row.created_at.toISOString(),
  lastSeenAt: orNull(row.last_seen_at),
  sessions: row.sessions,
});

export const sessionIn = (row: SessionRow, current: boolean): Session => ({
  id: row.id,
  startedAt: row.created_at.toISOString(),
  lastSeenAt: row.updated_at.toISOString(),
  expiresAt: row.expires_at.toISOString(),
  agent: row.user_agent || null,
  current,
});

export const tokenOf = (row: TokenRow): AccessToken => ({
  id: row.id,
  name: row.name,
  role: row.role,
  places: row.places,
  createdAt: row.created_at.toISOString(),
  createdBy: row.created_by,
  lastUsedAt: orNull(row.last_used_at),
  expiresAt: row.expires_at.toISOString(),
  revokedAt: orNull(row.revoked_at),
});

export const actorIn = ({ id, name, role, places }: SeatedRow, via: Actor['via']): Actor => ({
  id,
  name,
  role,
  places,
  via,
});
