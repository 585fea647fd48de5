-- Loads a village's record as it was given elsewhere. For whoever owns the database:
-- the service's own role may add neither villages nor households.

create function app.load_village(
  p_village json, p_contact_point json, p_last integer, p_households json, p_projects json, p_visits json,
  p_readings json, p_commitments json, p_verdicts json, p_reviews json, p_identifiers json, p_payload text
) returns boolean language plpgsql as $$
declare
  county text := p_village ->> 'countyCode';
  p_id text := p_village ->> 'id';
begin
  perform app.enter('{cn}');
  -- Chains and links name a village by its id alone.
  if exists (select from app.village where id = p_id and county_code <> county) then
    raise exception 'another county has a village %', p_id using errcode = 'unique_violation';
  end if;
  insert into app.village (county_code, id, township_id, village, contact_point, last_sequence)
  values (county, p_id, p_village ->> 'townshipId', p_village, p_contact_point, p_last)
  on conflict do nothing;
  if not found then
    return false;
  end if;
  perform app.take(county, p_id);
  insert into app.audit_head (county_code, chain) values (county, p_id);

  insert into app.household (
    county_code, id, village_id, position, number, head, registered_on, left_on, main_cause, other_causes,
    members, pairings, plan, measures, source
  )
  select county, x.id, p_id, x.nth - json_array_length(p_households), x.number, x.head, x."registeredOn",
    x."leftOn", x."mainCause", x."otherCauses", x.members, x.pairings, x.plan, x.measures, x.source
  from rows from (
    json_to_recordset(p_households) as (
      id text, number text, head json, "registeredOn" date, "leftOn" date, "mainCause" text,
      "otherCauses" json, members json, pairings json, plan json, measures json, source json
    )
  ) with ordinality as x (
    id, number, head, "registeredOn", "leftOn", "mainCause", "otherCauses", members, pairings, plan,
    measures, source, nth
  );

  insert into app.project (
    county_code, id, village_id, position, name, kind, started_on, budget, targets, milestones,
    beneficiary_ids, note, source
  )
  select county, x.id, p_id, x.nth - json_array_length(p_projects), x.name, x.kind, x."startedOn", x.budget,
    x.targets, x.milestones, x."beneficiaryIds", x.note, x.source
  from rows from (
    json_to_recordset(p_projects) as (
      id text, name json, kind text, "startedOn" date, budget double precision, targets json,
      milestones json, "beneficiaryIds" json, note json, source json
    )
  ) with ordinality as x (
    id, name, kind, "startedOn", budget, targets, milestones, "beneficiaryIds", note, source, nth
  );

  perform app.add_visits(county, p_id, -json_array_length(p_visits), p_visits, null);
  perform app.add_readings(county, p_id, -json_array_length(p_readings), p_readings);
  perform app.add_commitments(county, p_id, -json_array_length(p_commitments), 1, p_commitments);
  perform app.add_verdicts(county, p_id, -json_array_length(p_verdicts), p_verdicts);
  perform app.add_reviews(county, p_id, -json_array_length(p_reviews), p_reviews);

  insert into app.identifier (county_code, household_id, member_id, kind, village_id, value)
  select county, x."householdId", x."memberId", x.kind, p_id, x.value
  from json_to_recordset(p_identifiers) as x ("householdId" text, "memberId" text, kind text, value text);

  if p_payload is not null then
    perform app.append_act(county, p_id, p_payload);
  end if;
  return true;
end $$;

revoke execute on all functions in schema app from public;
grant execute on all functions in schema app to contact_points_app;
revoke execute on function app.load_village from contact_points_app;
