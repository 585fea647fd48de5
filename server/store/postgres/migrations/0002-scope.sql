-- The rule of scope once more, in the database: the role that the service runs as
-- owns nothing and sees only what lies within the places that were told for the
-- transaction. What the service forgets to check is not there.
--
-- Settings, all for one transaction: `app.places` (places of the viewer, each with a
-- closing slash), `app.county` and `app.village` (the village in hand),
-- `app.identifier` (the one identifier in hand). Only app.enter and app.take set them.

do $$
begin
  create role contact_points_app nologin noinherit;
exception when duplicate_object or unique_violation then
  null;
end $$;
do $$
begin
  -- Reads everything, for backups and for checking the audit trail.
  create role contact_points_keeper nologin noinherit;
exception when duplicate_object or unique_violation then
  null;
end $$;
-- So that the owner's connections can become them. Where they were granted by somebody
-- else before, there is nothing to do.
do $$
begin
  execute format('grant contact_points_app, contact_points_keeper to %I', current_user);
exception when insufficient_privilege or unique_violation then
  null;
end $$;

create function app.enter(p_places text[]) returns void language plpgsql as $$
begin
  perform set_config('app.places', array(select p || '/' from unnest(p_places) p)::text, true),
    set_config('app.county', '', true),
    set_config('app.village', '', true),
    set_config('app.identifier', '', true);
end $$;

create function app.take(p_county text, p_village text) returns void language plpgsql as $$
begin
  perform set_config('app.county', p_county, true), set_config('app.village', p_village, true);
end $$;

create function app.places() returns text[] stable language sql
return coalesce(nullif(current_setting('app.places', true), ''), '{}')::text[];

alter table app.village enable row level security, force row level security;
create policy within_places on app.village
  using ((place || '/') ^@ any ((select app.places())::text[]));

-- The rows of the village in hand, if it lies within the places: one look instead of one
-- for each row. Other rows are looked up one by one.
do $$
declare
  held text;
begin
  foreach held in array array['household', 'project', 'visit', 'reading', 'commitment', 'verdict', 'review'] loop
    execute format('alter table app.%I enable row level security, force row level security', held);
    execute format(
      'create policy within_places on app.%1$I using (
         (county_code, village_id) = (
           select v.county_code, v.id from app.village v
           where v.county_code = current_setting(''app.county'', true)
             and v.id = current_setting(''app.village'', true)
         )
         or (select true from app.village v where v.county_code = %1$I.county_code and v.id = %1$I.village_id)
       )',
      held
    );
  end loop;
end $$;

-- Nobody lists identifiers: the one that is asked for, of the village in hand. And chains
-- are added to where one is at work.
do $$
declare
  in_hand constant text := '(
    select v.county_code, v.id from app.village v
    where v.county_code = current_setting(''app.county'', true) and v.id = current_setting(''app.village'', true)
  )';
  asked_for constant text := '(county_code, village_id) = ' || in_hand
    || ' and household_id || ''/'' || member_id || ''/'' || kind = (select current_setting(''app.identifier'', true))';
  at_work constant text := '(county_code = ''000000'' and chain = ''accounts'') or (county_code, chain) = ' || in_hand;
begin
  alter table app.identifier enable row level security, force row level security;
  execute 'create policy asked_for on app.identifier for select using (' || asked_for || ')';
  execute 'create policy changed on app.identifier for update using (' || asked_for || ')';
  execute 'create policy added on app.identifier for insert with check ((county_code, village_id) = ' || in_hand || ')';

  alter table app.audit_head enable row level security, force row level security;
  execute 'create policy at_work on app.audit_head using (' || at_work || ')';

  -- Acts that belong nowhere are for those who see everywhere.
  alter table app.audit_entry enable row level security, force row level security;
  execute 'create policy at_work on app.audit_entry for insert with check (' || at_work || ')';
  execute 'create policy within_places on app.audit_entry for select using (
    (coalesce(place, ''cn'') || ''/'') ^@ any ((select app.places())::text[])
    or (county_code, chain) = ' || in_hand || ')';
end $$;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;

do $$
declare
  kept text;
begin
  foreach kept in array array['visit', 'reading', 'commitment', 'verdict', 'review', 'audit_entry'] loop
    execute format(
      'create trigger only_added before update or delete on app.%I
       for each row execute function app.refuse_change()',
      kept
    );
    execute format(
      'create trigger never_emptied before truncate on app.%I
       for each statement execute function app.refuse_change()',
      kept
    );
  end loop;
end $$;

grant usage on schema app to contact_points_app, contact_points_keeper;
grant select on all tables in schema app to contact_points_app, contact_points_keeper;
grant insert on app.visit, app.reading, app.commitment, app.verdict, app.review,
  app.identifier, app.audit_head, app.audit_entry to contact_points_app;
grant update (last_sequence, version) on app.village to contact_points_app;
grant update (members, changed_in) on app.household to contact_points_app;
grant update (value) on app.identifier to contact_points_app;
grant update (number, prev_hash, hash) on app.audit_head to contact_points_app;

do $$
declare
  read text;
begin
  for read in select tablename from pg_tables where schemaname = 'app' and rowsecurity loop
    execute format('create policy keeper_reads on app.%I for select to contact_points_keeper using (true)', read);
  end loop;
end $$;
