-- How each list of a village's record is added to, by a visit and by loading alike. What
-- brings its sequence keeps it; what brings none is numbered after `p_after`.

create function app.add_visits(p_county text, p_village text, p_after integer, p_visits json, p_fingerprint text)
returns void language sql as $$
  insert into app.visit (
    county_code, id, village_id, position, sequence, kind, visited_on, present, stops, note,
    recorded_on, recorded_by, source, fingerprint
  )
  select p_county, x.id, p_village, p_after + x.nth, coalesce(x.sequence, p_after + x.nth), x.kind, x."on",
    x.present, x.stops, x.note, x."recordedOn", x."recordedBy", x.source, p_fingerprint
  from rows from (
    json_to_recordset(p_visits) as (
      id text, kind text, "on" date, present json, stops json, note json, "recordedOn" date,
      sequence integer, "recordedBy" json, source json
    )
  ) with ordinality as x (
    id, kind, "on", present, stops, note, "recordedOn", sequence, "recordedBy", source, nth
  );
$$;

create function app.add_readings(p_county text, p_village text, p_after integer, p_readings json)
returns void language sql as $$
  insert into app.reading (
    county_code, id, village_id, position, sequence, subject_kind, subject_id, indicator, number, code,
    true_on, recorded_on, recorded_by, visit_id, other_source, evidence, note, supersedes_id, reason
  )
  select p_county, x.id, p_village, p_after + x.nth, coalesce(x.sequence, p_after + x.nth),
    x.subject ->> 'kind', x.subject ->> 'id', x.indicator,
    case when json_typeof(x.value) = 'number' then (x.value #>> '{}')::double precision end,
    case when json_typeof(x.value) = 'string' then x.value #>> '{}' end,
    x."trueOn", x."recordedOn", x."recordedBy",
    case when x.source ->> 'kind' = 'visit' then x.source ->> 'visitId' end,
    case when x.source ->> 'kind' <> 'visit' then x.source end,
    x.evidence, x.note, x.supersedes ->> 'readingId', x.supersedes -> 'reason'
  from rows from (
    json_to_recordset(p_readings) as (
      id text, subject json, indicator text, value json, "trueOn" date, "recordedOn" date,
      sequence integer, "recordedBy" json, source json, evidence text, note json, supersedes json
    )
  ) with ordinality as x (
    id, subject, indicator, value, "trueOn", "recordedOn", sequence, "recordedBy", source, evidence, note,
    supersedes, nth
  );
$$;

create function app.add_verdicts(p_county text, p_village text, p_after integer, p_verdicts json)
returns void language sql as $$
  insert into app.verdict (
    county_code, village_id, position, sequence, commitment_id, visit_id, verdict, note, given_on,
    recorded_on, recorded_by, source
  )
  select p_county, p_village, p_after + x.nth, coalesce(x.sequence, p_after + x.nth), x."commitmentId",
    x."visitId", x.verdict, x.note, x."givenOn", x."recordedOn", x."recordedBy", x.source
  from rows from (
    json_to_recordset(p_verdicts) as (
      "commitmentId" text, "visitId" text, verdict text, note json, "givenOn" date, "recordedOn" date,
      sequence integer, "recordedBy" json, source json
    )
  ) with ordinality as x (
    "commitmentId", "visitId", verdict, note, "givenOn", "recordedOn", sequence, "recordedBy", source, nth
  );
$$;

create function app.add_reviews(p_county text, p_village text, p_after integer, p_reviews json)
returns void language sql as $$
  insert into app.review (
    county_code, id, village_id, position, sequence, visit_id, outcome, note, given_by, recorded_on
  )
  select p_county, x.id, p_village, p_after + x.nth, coalesce(x.sequence, p_after + x.nth), x."visitId",
    x.outcome, x.note, x.by, x."recordedOn"
  from rows from (
    json_to_recordset(p_reviews) as (
      id text, "visitId" text, outcome text, note json, by json, "recordedOn" date, sequence integer
    )
  ) with ordinality as x (id, "visitId", outcome, note, by, "recordedOn", sequence, nth);
$$;

-- Commitments have no sequence: those of one visit share its position.
create function app.add_commitments(
  p_county text, p_village text, p_after integer, p_step integer, p_commitments json
) returns void language sql as $$
  insert into app.commitment (
    county_code, id, village_id, position, ordinal, visit_id, theme, what, owner, due_on, household_id,
    project_id, recorded_on, source
  )
  select p_county, x.id, p_village, p_after + p_step * x.nth, x.nth, x."visitId", x.theme, x.what, x.owner,
    x."dueOn", x."householdId", x."projectId", x."recordedOn", x.source
  from rows from (
    json_to_recordset(p_commitments) as (
      id text, "visitId" text, theme text, what json, owner json, "dueOn" date, "householdId" text,
      "projectId" text, "recordedOn" date, source json
    )
  ) with ordinality as x (
    id, "visitId", theme, what, owner, "dueOn", "householdId", "projectId", "recordedOn", source, nth
  );
$$;
