-- Every key leads with the county's code, so that the tables can be spread by county.
-- Ids are compared byte by byte; the database orders nothing for people.
-- Parts that are always handed out whole are json: they come back as they were given.

do $$
begin
  if current_setting('server_encoding') <> 'UTF8' then
    raise exception 'the database has to be in UTF8, and is in %', current_setting('server_encoding');
  end if;
end $$;

create schema app;

-- Which life of the database this is: renewed when a backup is restored into it.
create table app.service (
  single boolean primary key default true check (single),
  epoch uuid not null default gen_random_uuid()
);
insert into app.service default values;

create table app.village (
  county_code text collate "C" not null check (county_code ~ '^[0-9]{6}$'),
  id text collate "C" not null,
  township_id text collate "C" not null,
  place text collate "C" not null generated always as (
    'cn/' || substr(county_code, 1, 2) || '/' || substr(county_code, 1, 4) || '/' || county_code
    || '/' || township_id || '/' || id
  ) stored,
  village json not null,
  contact_point json not null,
  -- The number of the last thing recorded in it.
  last_sequence integer not null,
  -- Grows with every change, also with those that have no number.
  version bigint not null default 1,
  primary key (county_code, id)
);
-- For viewers above the county, who do not know in which one a village lies.
create index village_id on app.village (id);

-- `position` keeps the order in which things were given: what was loaded has
-- positions up to 0, what was recorded since has its sequence.

create table app.household (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  -- The village's version since which it is as it is.
  changed_in bigint not null default 1,
  number text not null,
  head json not null,
  registered_on date,
  left_on date,
  main_cause text not null,
  other_causes json not null,
  members json not null,
  pairings json not null,
  plan json,
  measures json not null,
  source json not null,
  primary key (county_code, id),
  foreign key (county_code, village_id) references app.village
);
create index household_of_village on app.household (county_code, village_id, position);

create table app.project (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  name json not null,
  kind text not null,
  started_on date,
  budget double precision,
  targets json not null,
  milestones json not null,
  beneficiary_ids json not null,
  note json,
  source json not null,
  primary key (county_code, id),
  foreign key (county_code, village_id) references app.village
);
create index project_of_village on app.project (county_code, village_id, position);

create table app.visit (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  sequence integer not null,
  kind text not null,
  visited_on date not null,
  present json not null,
  stops json not null,
  note json,
  recorded_on date not null,
  recorded_by json not null,
  source json not null,
  -- Of what was sent; none for a visit that was loaded.
  fingerprint text,
  primary key (county_code, id),
  foreign key (county_code, village_id) references app.village
);
create index visit_of_village on app.visit (county_code, village_id, position);

create table app.reading (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  sequence integer not null,
  subject_kind text collate "C" not null,
  subject_id text collate "C" not null,
  indicator text collate "C" not null,
  -- A number in the indicator's unit, or one of its codes.
  number double precision,
  code text collate "C",
  true_on date not null,
  recorded_on date not null,
  recorded_by json not null,
  -- The visit that it is from, or else another source.
  visit_id text collate "C",
  other_source json,
  evidence text collate "C" not null,
  note json,
  supersedes_id text collate "C",
  reason json,
  primary key (county_code, id),
  check (num_nonnulls(number, code) = 1),
  check (num_nonnulls(visit_id, other_source) = 1),
  check (num_nonnulls(supersedes_id, reason) <> 1)
);
-- No foreign key here: looked up for each of many rows, it would cost more than the row.
create index reading_of_village on app.reading (county_code, village_id, position);
create unique index reading_superseded_once on app.reading (county_code, supersedes_id)
  where supersedes_id is not null;

create table app.commitment (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  -- Its place among those of one visit.
  ordinal integer not null,
  visit_id text collate "C" not null,
  theme text not null,
  what json not null,
  owner json not null,
  due_on date not null,
  household_id text collate "C",
  project_id text collate "C",
  recorded_on date not null,
  source json not null,
  primary key (county_code, id),
  foreign key (county_code, village_id) references app.village
);
create index commitment_of_village on app.commitment (county_code, village_id, position, ordinal);

create table app.verdict (
  county_code text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  sequence integer not null,
  commitment_id text collate "C" not null,
  visit_id text collate "C" not null,
  verdict text not null,
  note json not null,
  given_on date not null,
  recorded_on date not null,
  recorded_by json not null,
  source json not null,
  primary key (county_code, village_id, position),
  foreign key (county_code, village_id) references app.village
);

create table app.review (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  position integer not null,
  sequence integer not null,
  visit_id text collate "C" not null,
  outcome text not null,
  note json not null,
  given_by json not null,
  recorded_on date not null,
  primary key (county_code, id),
  foreign key (county_code, village_id) references app.village
);
create index review_of_village on app.review (county_code, village_id, position);

-- The only place where an identifier stands in the clear.
create table app.identifier (
  county_code text collate "C" not null,
  household_id text collate "C" not null,
  member_id text collate "C" not null,
  kind text collate "C" not null,
  village_id text collate "C" not null,
  value text not null,
  primary key (county_code, household_id, member_id, kind),
  foreign key (county_code, village_id) references app.village
);

-- Where each chain of the audit trail stands. The chain of accounts has the county 000000.
create table app.audit_head (
  county_code text collate "C" not null,
  chain text collate "C" not null,
  number integer not null default 0,
  prev_hash text collate "C" not null default repeat('0', 64),
  hash text collate "C" not null default repeat('0', 64),
  primary key (county_code, chain)
);
insert into app.audit_head (county_code, chain) values ('000000', 'accounts');

create table app.audit_entry (
  county_code text collate "C" not null,
  chain text collate "C" not null,
  number integer not null,
  prev_hash text collate "C" not null,
  hash text collate "C" not null,
  -- The act as it was hashed; what stands beside it is only for finding it.
  payload text not null,
  at text collate "C" not null,
  action text collate "C" not null,
  actor_id text collate "C",
  household_id text collate "C",
  place text collate "C",
  primary key (county_code, chain, number)
);
create index audit_entry_newest on app.audit_entry (county_code, at, chain, number);
create index audit_entry_newest_of_all on app.audit_entry (at, chain, number);
create index audit_entry_of_household on app.audit_entry (county_code, chain, household_id, at)
  where household_id is not null;
