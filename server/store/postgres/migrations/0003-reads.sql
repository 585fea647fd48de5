-- What the service asks. Each function is one statement to the service: it tells the
-- viewer's places, and what it answers is of one snapshot (stable).
-- `p_counties` are the counties of the viewer's places; null for a seat above the county.

create function app.counties_of(p_counties text[]) returns text[] stable language plpgsql as $$
begin
  if p_counties is not null then
    return p_counties;
  end if;
  return array(
    with recursive seen (county_code) as (
      (select county_code from app.village order by county_code limit 1)
      union all
      select (
        select v.county_code from app.village v where v.county_code > seen.county_code
        order by v.county_code limit 1
      )
      from seen where seen.county_code is not null
    )
    select county_code from seen where county_code is not null
  );
end $$;

-- The village of that id that the viewer sees; it is taken in hand. Null where there is none.
create function app.find_village(p_counties text[], p_village text) returns app.village
stable language plpgsql as $$
declare
  v app.village;
begin
  if p_counties is null then
    select * into v from app.village where id = p_village order by county_code limit 1;
  else
    select * into v from app.village where county_code = any (p_counties) and id = p_village
    order by county_code limit 1;
  end if;
  perform app.take(coalesce(v.county_code, ''), coalesce(v.id, ''));
  return v;
end $$;

-- Where a thing belongs, as far as the viewer sees it; its village is taken in hand.
create function app.find_holder(
  p_counties text[], p_kind text, p_id text, out county_code text, out village_id text
) stable language plpgsql as $$
declare
  counties text[] := app.counties_of(p_counties);
begin
  case p_kind
    when 'household' then
      select h.county_code, h.village_id into county_code, village_id from app.household h
      where h.county_code = any (counties) and h.id = p_id order by h.county_code limit 1;
    when 'project' then
      select p.county_code, p.village_id into county_code, village_id from app.project p
      where p.county_code = any (counties) and p.id = p_id order by p.county_code limit 1;
    when 'visit' then
      select v.county_code, v.village_id into county_code, village_id from app.visit v
      where v.county_code = any (counties) and v.id = p_id order by v.county_code limit 1;
    when 'reading' then
      select r.county_code, r.village_id into county_code, village_id from app.reading r
      where r.county_code = any (counties) and r.id = p_id order by r.county_code limit 1;
    when 'commitment' then
      select c.county_code, c.village_id into county_code, village_id from app.commitment c
      where c.county_code = any (counties) and c.id = p_id order by c.county_code limit 1;
  end case;
  perform app.take(coalesce(county_code, ''), coalesce(village_id, ''));
end $$;

create function app.receipt_of(p_places text[], p_counties text[], p_visit text) returns json
stable language plpgsql as $$
declare
  counties text[];
begin
  perform app.enter(p_places);
  counties := app.counties_of(p_counties);
  return (
    select json_build_object(
      'fingerprint', v.fingerprint,
      'receipt', json_build_object(
        'visitId', v.id, 'villageId', v.village_id, 'recordedOn', v.recorded_on, 'sequence', v.sequence
      )
    )
    from app.visit v
    where v.county_code = any (counties) and v.id = p_visit and v.fingerprint is not null
    order by v.county_code limit 1
  );
end $$;

-- The record of a village, or of the village that a thing belongs to: whole, or what came
-- since the version that the asker has, or 'same' where that is the last one. Null where
-- the viewer sees no such thing. `p_origin` says of what the asker has the version.
create function app.village_record(
  p_places text[], p_counties text[], p_kind text, p_id text, p_origin text, p_version bigint,
  p_sequence integer, out record text, out readings text
) stable language plpgsql as $$
declare
  v app.village;
  holder record;
  origin text;
begin
  perform app.enter(p_places);
  if p_kind = 'village' then
    v := app.find_village(p_counties, p_id);
  else
    holder := app.find_holder(p_counties, p_kind, p_id);
    select * into v from app.village where county_code = holder.county_code and id = holder.village_id;
  end if;
  if v.id is null then
    return;
  end if;
  origin := (select epoch from app.service) || '/' || v.county_code || '/' || v.id;
  if p_origin is distinct from origin then
    p_version := -1;
    p_sequence := -2147483648;
  elsif p_version = v.version then
    record := 'same';
    return;
  end if;
  record := app.record_since(v, origin, p_version, p_sequence);
  readings := app.readings_since(v, p_sequence);
end $$;

-- There are many readings: a line each, in parts, is told in a third of the time of json.
-- The signs between (record and unit separator) stand neither in an id nor in json. What
-- is null leaves no part: only the last two may be.
create function app.readings_since(v app.village, p_sequence integer) returns text
stable language plpgsql as $$
begin
  return (
    select string_agg(
      concat_ws(
        E'\x1f', r.id, r.subject_kind, r.subject_id, r.indicator, coalesce(r.number::text, r.code), r.true_on,
        r.recorded_on, r.sequence, r.recorded_by, coalesce(r.visit_id, r.other_source::text), r.evidence,
        coalesce(r.note::text, ''), r.supersedes_id, r.reason
      ),
      E'\x1e'
    )
    from (
      select * from app.reading
      where county_code = v.county_code and village_id = v.id and position > p_sequence
      order by position
    ) r
  );
end $$;

create function app.record_since(v app.village, p_origin text, p_version bigint, p_sequence integer)
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
          'sequence', d.sequence, 'recordedBy', d.recorded_by, 'source', d.source
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
      )
    )::text
  );
end $$;

-- Which of these ids is taken already in the village's county, as far as the viewer sees;
-- readings before commitments.
create function app.first_taken(
  p_places text[], p_counties text[], p_village text, p_readings text[], p_commitments text[]
) returns json stable language plpgsql as $$
declare
  v app.village;
begin
  perform app.enter(p_places);
  v := app.find_village(p_counties, p_village);
  return (
    select json_build_object('kind', x.kind, 'id', x.id)
    from (
      select 'reading' as kind, g.id, g.nth from unnest(p_readings) with ordinality as g (id, nth)
      where exists (select from app.reading r where r.county_code = v.county_code and r.id = g.id)
      union all
      select 'commitment', g.id, g.nth from unnest(p_commitments) with ordinality as g (id, nth)
      where exists (select from app.commitment c where c.county_code = v.county_code and c.id = g.id)
    ) x
    order by x.kind desc, x.nth limit 1
  );
end $$;
