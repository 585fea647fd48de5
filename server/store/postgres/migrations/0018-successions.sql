-- Which households came of which others. They are loaded with the households, which nothing else brings,
-- and are handed out whole: so they are json, as other parts are.
alter table app.village add column successions json not null default '[]';

-- As before, and the successions.
create or replace function app.record_since(v app.village, p_origin text, p_version bigint, p_sequence integer)
returns text stable language plpgsql as $$
begin
  return (
    select json_build_object(
      'origin', p_origin,
      'version', v.version,
      'sequence', v.last_sequence,
      'whole', p_version = -1,
      'village', v.village,
      'contactPoint', v.contact_point,
      'successions', v.successions,
      'households', (
        select json_agg(json_build_object(
          'id', h.id, 'villageId', h.village_id, 'number', h.number, 'head', h.head,
          'registeredOn', h.registered_on, 'leftOn', h.left_on, 'mainCause', h.main_cause,
          'otherCauses', h.other_causes, 'members', h.members, 'pairings', h.pairings,
          'plan', h.plan, 'measures', h.measures, 'source', h.source
        ) order by h.position)
        from app.household h
        where h.county_code = v.county_code and h.village_id = v.id and h.changed_in > p_version
      ),
      'projects', (
        select json_agg(json_build_object(
          'id', p.id, 'villageId', p.village_id, 'name', p.name, 'kind', p.kind,
          'startedOn', p.started_on, 'budget', p.budget, 'targets', p.targets,
          'milestones', p.milestones, 'beneficiaryIds', p.beneficiary_ids, 'note', p.note,
          'source', p.source
        ) order by p.position)
        from app.project p
        where p.county_code = v.county_code and p.village_id = v.id and p.position > p_sequence
      ),
      'visits', (
        select json_agg(json_build_object(
          'id', t.id, 'villageId', t.village_id, 'kind', t.kind, 'on', t.visited_on,
          'present', t.present, 'stops', t.stops, 'note', t.note, 'recordedOn', t.recorded_on,
          'sequence', t.sequence, 'recordedBy', t.recorded_by, 'source', t.source
        ) order by t.position)
        from app.visit t
        where t.county_code = v.county_code and t.village_id = v.id and t.position > p_sequence
      ),
      'commitments', (
        select json_agg(json_build_object(
          'id', c.id, 'villageId', c.village_id, 'visitId', c.visit_id, 'theme', c.theme,
          'what', c.what, 'owner', c.owner, 'dueOn', c.due_on, 'householdId', c.household_id,
          'projectId', c.project_id, 'recordedOn', c.recorded_on, 'source', c.source
        ) order by c.position, c.ordinal)
        from app.commitment c
        where c.county_code = v.county_code and c.village_id = v.id and c.position > p_sequence
      ),
      'verdicts', (
        select json_agg(json_build_object(
          'commitmentId', d.commitment_id, 'visitId', d.visit_id, 'verdict', d.verdict,
          'note', d.note, 'givenOn', d.given_on, 'recordedOn', d.recorded_on,
          'sequence', d.sequence, 'recordedBy', d.recorded_by, 'source', d.source,
          'dueOn', d.due_on
        ) order by d.position)
        from app.verdict d
        where d.county_code = v.county_code and d.village_id = v.id and d.position > p_sequence
      ),
      'reviews', (
        select json_agg(json_build_object(
          'id', w.id, 'visitId', w.visit_id, 'outcome', w.outcome, 'note', w.note, 'by', w.given_by,
          'recordedOn', w.recorded_on, 'sequence', w.sequence
        ) order by w.position)
        from app.review w
        where w.county_code = v.county_code and w.village_id = v.id and w.position > p_sequence
      ),
      'steps', (
        select json_agg(app.step_told(s) order by s.position)
        from app.step s
        where s.county_code = v.county_code and s.village_id = v.id and s.position > p_sequence
      ),
      'questionAnswers', (
        select json_agg(app.question_answer_told(a) order by a.position)
        from app.question_answer a
        where a.county_code = v.county_code and a.village_id = v.id and a.position > p_sequence
      )
    )::text
  );
end $$;

drop function app.load_village;
create function app.load_village(
  p_village json, p_contact_point json, p_successions json, p_last integer, p_households json,
  p_projects json, p_visits json, p_readings json, p_commitments json, p_verdicts json, p_reviews json, p_steps json,
  p_answers json, p_identifiers json, p_payload text
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
  insert into app.village (county_code, id, township_id, village, contact_point, successions, last_sequence)
  values (county, p_id, p_village ->> 'townshipId', p_village, p_contact_point, p_successions, p_last)
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
  perform app.add_steps(county, p_id, -json_array_length(p_steps), p_steps);
  perform app.add_question_answers(county, p_id, -json_array_length(p_answers), p_answers);

  insert into app.identifier (county_code, household_id, member_id, kind, village_id, value)
  select county, x."householdId", x."memberId", x.kind, p_id, x.value
  from json_to_recordset(p_identifiers) as x ("householdId" text, "memberId" text, kind text, value text);

  if p_payload is not null then
    perform app.append_act(county, p_id, p_payload);
  end if;
  return true;
end $$;

revoke execute on function app.load_village from public;
