-- People, their sessions and what they may sign in with. Nothing of this belongs to a county:
-- in a database spread by county these are reference tables, whole on every node.

-- better-auth's tables, from its own getMigrations (1.7.25); a test compares them with what it wants.
create schema auth;

create table auth."user" (
  id text not null primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz default current_timestamp not null
);

create table auth.session (
  id text not null primary key,
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id text not null references auth."user" (id) on delete cascade
);
create index session_user_id_idx on auth.session (user_id);
create index session_expires_at_idx on auth.session (expires_at);

create table auth.account (
  id text not null primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth."user" (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz not null
);
create index account_user_id_idx on auth.account (user_id);

create table auth.verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz default current_timestamp not null,
  updated_at timestamptz default current_timestamp not null
);
create index verification_identifier_idx on auth.verification (identifier);

create table auth.rate_limit (
  id text not null primary key,
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

-- Ours.
create schema accounts;

create table accounts.seat (
  account_id text not null primary key references auth."user" (id),
  sign_in_name text not null unique,
  -- As typed, or in both languages.
  name jsonb not null,
  role text not null,
  places text[] not null,
  disabled boolean not null default false,
  created_at timestamptz not null,
  last_seen_at timestamptz
);

-- One-time links: the digest of each secret, one for each account at most.
create table accounts.invitation (
  account_id text not null primary key references accounts.seat (account_id),
  digest text not null unique,
  expires_at timestamptz not null
);

-- Tokens of programs: the digest of each secret.
create table accounts.access_token (
  id text not null primary key,
  digest text not null unique,
  name text not null,
  role text not null,
  places text[] not null,
  created_at timestamptz not null,
  created_by jsonb not null,
  last_used_at timestamptz,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

-- Tries to sign in under one name. Names that nobody has are counted too, and none is readable:
-- people type passwords into the wrong field.
create table accounts.sign_in_tries (
  name_digest text not null primary key,
  tries integer not null,
  since timestamptz not null
);
create index sign_in_tries_since_idx on accounts.sign_in_tries (since);

grant usage on schema auth, accounts to contact_points_app, contact_points_keeper;
grant select on all tables in schema auth, accounts to contact_points_keeper;
grant select, insert, update, delete on
  auth.session, auth.rate_limit, accounts.invitation, accounts.sign_in_tries to contact_points_app;
-- Accounts and tokens are disabled and revoked, never removed.
grant select, insert, update on auth."user", auth.account, accounts.seat, accounts.access_token
  to contact_points_app;
