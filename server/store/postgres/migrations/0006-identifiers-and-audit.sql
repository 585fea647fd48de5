-- Identifiers in the clear, and the audit trail.

create function app.record_identifier(
  p_places text[], p_counties text[], p_household text, p_member text, p_kind text, p_value text,
  p_mask text, p_payload text
) returns boolean language plpgsql as $$
declare
  holder record;
  last integer;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'household', p_household);
  last := app.lock_village(holder.county_code, holder.village_id);
  if last is null or not exists (
    select from app.household h, json_array_elements(h.members) m
    where h.county_code = holder.county_code and h.id = p_household and m ->> 'id' = p_member
  ) then
    return false;
  end if;
  perform app.finish_record(holder.county_code, holder.village_id, last, p_payload);
  perform set_config('app.identifier', p_household || '/' || p_member || '/' || p_kind, true);
  insert into app.identifier (county_code, household_id, member_id, kind, village_id, value)
  values (holder.county_code, p_household, p_member, p_kind, holder.village_id, p_value)
  on conflict (county_code, household_id, member_id, kind) do update set value = excluded.value;
  update app.household h set
    changed_in = (select version from app.village where county_code = h.county_code and id = h.village_id),
    members = (
      select json_agg(
        case when m.value ->> 'id' = p_member
          then jsonb_set(m.value::jsonb, array['identifiers', p_kind], to_jsonb(p_mask))::json
          else m.value
        end order by m.nth
      )
      from json_array_elements(h.members) with ordinality as m (value, nth)
    )
  where h.county_code = holder.county_code and h.id = p_household;
  return true;
end $$;

-- The one statement that reads an identifier; it writes who did, or answers nothing.
create function app.unmask(
  p_places text[], p_counties text[], p_household text, p_member text, p_kind text, p_payload text
) returns text language plpgsql as $$
declare
  holder record;
  clear text;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'household', p_household);
  perform set_config('app.identifier', p_household || '/' || p_member || '/' || p_kind, true);
  select value into clear from app.identifier
  where county_code = holder.county_code and household_id = p_household and member_id = p_member
    and kind = p_kind;
  if clear is not null then
    perform app.append_act(holder.county_code, holder.village_id, p_payload);
  end if;
  return clear;
end $$;

-- Appends a look unless the same person looked at the same household after `p_since`.
create function app.record_look(
  p_places text[], p_counties text[], p_household text, p_action text, p_actor text, p_since text,
  p_payload text
) returns void language plpgsql as $$
declare
  holder record;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'household', p_household);
  if holder.village_id is null
    or app.has_looked(holder.county_code, holder.village_id, p_household, p_action, p_actor, p_since)
  then
    return;
  end if;
  -- Two at once are one look: the second waits here, and looks again.
  perform from app.audit_head
  where county_code = holder.county_code and chain = holder.village_id for update;
  if not app.has_looked(holder.county_code, holder.village_id, p_household, p_action, p_actor, p_since) then
    perform app.append_act(holder.county_code, holder.village_id, p_payload);
  end if;
end $$;

create function app.has_looked(
  p_county text, p_chain text, p_household text, p_action text, p_actor text, p_since text
) returns boolean language plpgsql as $$
begin
  return exists (
    select from app.audit_entry
    where county_code = p_county and chain = p_chain and household_id = p_household and at > p_since
      and action = p_action and actor_id is not distinct from p_actor
  );
end $$;

create function app.looks_at(
  p_places text[], p_counties text[], p_household text, p_actions text[], p_limit integer
) returns table (payload text) stable language plpgsql as $$
declare
  holder record;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'household', p_household);
  return query
    select e.payload from app.audit_entry e
    where e.county_code = holder.county_code and e.chain = holder.village_id
      and e.household_id = p_household and e.action = any (p_actions)
    order by e.at desc, e.number desc limit p_limit;
end $$;

-- A page of the trail, the newest first. Acts about accounts stand under county 000000.
create function app.audit_page(
  p_places text[], p_counties text[], p_chain text, p_action text, p_actor text,
  p_before_at text, p_before_chain text, p_before_number integer, p_limit integer
) returns table (chain text, number integer, prev_hash text, hash text, payload text)
stable language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  perform app.enter(p_places);
  return query
    select e.chain, e.number, e.prev_hash, e.hash, e.payload from app.audit_entry e
    where (p_counties is null or e.county_code = any (p_counties || '000000'::text))
      and (p_chain is null or e.chain = p_chain)
      and (p_action is null or e.action = p_action)
      and (p_actor is null or e.actor_id = p_actor)
      and (p_before_at is null or (e.at, e.chain, e.number) < (p_before_at, p_before_chain, p_before_number))
    order by e.at desc, e.chain desc, e.number desc limit p_limit;
end $$;

-- The villages that the viewer sees, with the version of each.
create function app.villages_seen(p_places text[], p_counties text[])
returns table (county_code text, id text, version bigint) stable language plpgsql as $$
begin
  perform app.enter(p_places);
  if p_counties is null then
    return query select v.county_code, v.id, v.version from app.village v order by v.county_code, v.id;
  else
    return query select v.county_code, v.id, v.version from app.village v
      where v.county_code = any (p_counties) order by v.county_code, v.id;
  end if;
end $$;

-- For the names of places: each village that is seen, the first of each township whole.
create function app.places_seen(p_places text[], p_counties text[])
returns table (place text, name json, village json) stable language plpgsql as $$
begin
  perform app.enter(p_places);
  return query
    select v.place, v.village -> 'name',
      case when row_number() over (partition by v.county_code, v.township_id order by v.id) = 1
        then v.village
      end
    from app.village v where p_counties is null or v.county_code = any (p_counties) order by v.place;
end $$;
