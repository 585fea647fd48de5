-- Somebody takes a village's household records along, to be read without a network. It is written
-- down once an hour for each person and village, and shows among the looks at each of its households.

create function app.record_taking(
  p_places text[], p_counties text[], p_village text, p_action text, p_actor text, p_since text,
  p_payload text
) returns void language plpgsql as $$
declare
  v app.village;
begin
  perform app.enter(p_places);
  v := app.find_village(p_counties, p_village);
  if v.id is null or app.has_taken(v.county_code, v.id, p_action, p_actor, p_since) then
    return;
  end if;
  -- Two at once are one: the second waits here, and looks again.
  perform from app.audit_head where county_code = v.county_code and chain = v.id for update;
  if not app.has_taken(v.county_code, v.id, p_action, p_actor, p_since) then
    perform app.append_act(v.county_code, v.id, p_payload);
  end if;
end $$;

create function app.has_taken(
  p_county text, p_chain text, p_action text, p_actor text, p_since text
) returns boolean language plpgsql as $$
begin
  return exists (
    select from app.audit_entry
    where county_code = p_county and chain = p_chain and household_id is null and at > p_since
      and action = p_action and actor_id is not distinct from p_actor
  );
end $$;

create or replace function app.looks_at(
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
      and (e.household_id = p_household or e.household_id is null) and e.action = any (p_actions)
    order by e.at desc, e.number desc limit p_limit;
end $$;

grant execute on function app.record_taking, app.has_taken to contact_points_app;
revoke execute on function app.record_taking, app.has_taken from public;
