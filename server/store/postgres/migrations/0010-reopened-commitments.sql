-- A closed commitment is reopened by a verdict that says until when it is to be done now.

alter table app.verdict add column due_on date,
  add check (due_on is null or verdict = 'reopened');

create or replace function app.add_verdicts(p_county text, p_village text, p_after integer, p_verdicts json)
returns void language sql as $$
  insert into app.verdict (
    county_code, village_id, position, sequence, commitment_id, visit_id, verdict, note, given_on,
    recorded_on, recorded_by, source, due_on
  )
  select p_county, p_village, p_after + x.nth, coalesce(x.sequence, p_after + x.nth), x."commitmentId",
    x."visitId", x.verdict, x.note, x."givenOn", x."recordedOn", x."recordedBy", x.source, x."dueOn"
  from rows from (
    json_to_recordset(p_verdicts) as (
      "commitmentId" text, "visitId" text, verdict text, note json, "givenOn" date, "recordedOn" date,
      sequence integer, "recordedBy" json, source json, "dueOn" date
    )
  ) with ordinality as x (
    "commitmentId", "visitId", verdict, note, "givenOn", "recordedOn", sequence, "recordedBy", source,
    "dueOn", nth
  );
$$;

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
      )
    )::text
  );
end $$;
