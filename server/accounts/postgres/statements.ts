/** One statement of ours, prepared once on each connection under its name. */
const statement = (name: string, text: string) => ({ name: `accounts-${name}`, text });

/** An account as it is shown. $1: the instant it is. */
const ACCOUNT = `
select p.account_id, p.sign_in_name, p.name, p.role, p.places, p.disabled, p.created_at,
  greatest(p.last_seen_at, s.last_seen_at) as last_seen_at, s.open as sessions,
  a.password is not null as has_password
from accounts.seat p
left join auth.account a on a.user_id = p.account_id and a.provider_id = 'credential'
cross join lateral (
  select max(updated_at) as last_seen_at, count(*) filter (where expires_at > $1)::int as open
  from auth.session where user_id = p.account_id
) s`;

export const statements = {
  accounts: statement('all', `${ACCOUNT} order by p.created_at, p.account_id`),
  account: statement('one', `${ACCOUNT} where p.account_id = $2`),
  password: statement(
    'password',
    `select password from auth.account where user_id = $1 and provider_id = 'credential'`,
  ),
  anyPassword: statement(
    'any-password',
    `select exists (select from auth.account where password is not null) as there`,
  ),
  passwordFor: statement(
    'password-for',
    `select p.account_id, p.disabled, a.password
from accounts.seat p
left join auth.account a on a.user_id = p.account_id and a.provider_id = 'credential'
where p.sign_in_name = $1`,
  ),

  holdName: statement(
    'hold-name',
    `select pg_advisory_xact_lock(hashtextextended('sign-in name ' || $1, 0))`,
  ),
  isNameTaken: statement('name-taken', `select from accounts.seat where sign_in_name = $1`),
  seat: statement(
    'seat',
    `insert into accounts.seat (account_id, sign_in_name, name, role, places, created_at)
values ($1, $2, $3, $4, $5, $6)`,
  ),
  changeSeat: statement(
    'change-seat',
    `update accounts.seat set name = $2, role = $3, places = $4 where account_id = $1`,
  ),
  setDisabled: statement('set-disabled', `update accounts.seat set disabled = $2 where account_id = $1`),
  /** Holds back whoever disables the account or sets its password until this transaction ends. */
  lockSeat: statement('lock-seat', `select from accounts.seat where account_id = $1 for update`),
  seen: statement('seen', `update accounts.seat set last_seen_at = $2 where account_id = $1`),
  /** Before sessions go, what they tell of the last use is kept. */
  keepLastSeen: statement(
    'keep-last-seen',
    `update accounts.seat p set last_seen_at = greatest(p.last_seen_at, s.last_seen_at)
from (select max(updated_at) as last_seen_at from auth.session where user_id = $1) s
where p.account_id = $1`,
  ),

  invitation: statement(
    'invitation',
    `insert into accounts.invitation (account_id, digest, expires_at) values ($1, $2, $3)
on conflict (account_id) do update set digest = excluded.digest, expires_at = excluded.expires_at`,
  ),
  greeting: statement(
    'greeting',
    `select p.account_id, p.sign_in_name, p.name
from accounts.invitation i join accounts.seat p on p.account_id = i.account_id
where i.digest = $1 and i.expires_at > $2`,
  ),
  useInvitation: statement(
    'use-invitation',
    `delete from accounts.invitation where digest = $1 and expires_at > $2 returning account_id`,
  ),

  sessionsOf: statement(
    'sessions-of',
    `select id, token, created_at, updated_at, expires_at, user_agent from auth.session
where user_id = $1 and expires_at > $2 order by created_at, id`,
  ),
  endSession: statement(
    'end-session',
    `delete from auth.session where user_id = $1 and id = $2 and expires_at > $3`,
  ),
  sessionWith: statement('session-with', `select id, user_id from auth.session where token = $1`),
  endSessions: statement('end-sessions', `delete from auth.session where user_id = $1`),
  forgetEnded: statement('forget-ended', `delete from auth.session where user_id = $1 and expires_at <= $2`),

  tokens: statement('tokens', `select * from accounts.access_token order by created_at, id`),
  createToken: statement(
    'create-token',
    `insert into accounts.access_token
  (id, digest, name, role, places, created_at, created_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8) returning *`,
  ),
  lockToken: statement('lock-token', `select * from accounts.access_token where id = $1 for update`),
  revokeToken: statement(
    'revoke-token',
    `update accounts.access_token set revoked_at = $2 where id = $1 returning *`,
  ),

  /**
   * Who a session is, in one round trip: what is told of the last use is written at
   * most once a minute. $1 token, $2 now, $3 until when it was not noted, $4 and $5:
   * seconds a session lasts after its use and in all.
   */
  whoseSession: statement(
    'whose-session',
    `with found as (
  select s.id, s.updated_at, p.account_id, p.name, p.role, p.places
  from auth.session s join accounts.seat p on p.account_id = s.user_id
  where s.token = $1 and s.expires_at > $2 and not p.disabled
), noted as (
  update auth.session s set
    updated_at = $2,
    expires_at = least($2 + make_interval(secs => $4), s.created_at + make_interval(secs => $5))
  from found where s.id = found.id and s.updated_at <= $3
)
select account_id as id, name, role, places from found`,
  ),
  /** The same for a program's token, by its digest. */
  whoseToken: statement(
    'whose-token',
    `with found as (
  select id, name, role, places, last_used_at from accounts.access_token
  where digest = $1 and expires_at > $2 and revoked_at is null
), noted as (
  update accounts.access_token t set last_used_at = $2
  from found where t.id = found.id and (t.last_used_at is null or t.last_used_at <= $3)
)
select id, name, role, places from found`,
  ),

  /** Counts a try under a name. $2 now, $3 when a count that began then is over. */
  countTry: statement(
    'count-try',
    `insert into accounts.sign_in_tries as t (name_digest, tries, since) values ($1, 1, $2)
on conflict (name_digest) do update set
  tries = case when t.since <= $3 then 1 else t.tries + 1 end,
  since = case when t.since <= $3 then $2 else t.since end
returning tries, since`,
  ),
  /** $2: when a count that began then is over. */
  forgetTries: statement(
    'forget-tries',
    `delete from accounts.sign_in_tries where name_digest = $1 or since <= $2`,
  ),
} as const;
