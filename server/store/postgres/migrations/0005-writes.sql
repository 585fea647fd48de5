-- What the service records. Each function is one transaction: what it writes and the
-- act that tells of it stand or fall together. A village is locked while something is
-- recorded in it, then its chain; always in this order.

-- Appends an act to the chain in hand, or to the accounts' (county 000000). The payload
-- is hashed as it is given: SHA-256 of the hash before it, its number and itself.
create function app.append_act(p_county text, p_chain text, p_payload text) returns void
language plpgsql as $$
declare
  head app.audit_head;
  act json := p_payload;
begin
  update app.audit_head h set
    number = h.number + 1,
    prev_hash = h.hash,
    hash = encode(sha256(convert_to(h.hash || E'\n' || (h.number + 1) || E'\n' || p_payload, 'UTF8')), 'hex')
  where h.county_code = p_county and h.chain = p_chain
  returning * into strict head;
  insert into app.audit_entry (
    county_code, chain, number, prev_hash, hash, payload, at, action, actor_id, household_id, place
  ) values (
    p_county, p_chain, head.number, head.prev_hash, head.hash, p_payload, act ->> 'at', act ->> 'action',
    act #>> '{actor,id}', act ->> 'householdId', act ->> 'place'
  );
end $$;

-- An act about accounts, in the transaction of whoever calls.
create function app.append_account_act(p_payload text) returns void language sql as $$
  select app.append_act('000000', 'accounts', p_payload);
$$;

-- The number of the last thing recorded in the village, which waits for nobody else from now on.
create function app.lock_village(p_county text, p_village text) returns integer language plpgsql as $$
begin
  return (
    select last_sequence from app.village where county_code = p_county and id = p_village for update
  );
end $$;

create function app.finish_record(p_county text, p_village text, p_last integer, p_payload text) returns void
language plpgsql as $$
begin
  update app.village set last_sequence = p_last, version = version + 1
  where county_code = p_county and id = p_village;
  perform app.append_act(p_county, p_village, p_payload);
end $$;

create function app.record_visit(
  p_places text[], p_counties text[], p_visit json, p_readings json, p_verdicts json, p_commitments json,
  p_fingerprint text, p_payload text
) returns json language plpgsql as $$
declare
  v app.village;
  known app.visit;
  last integer;
  given integer;
begin
  perform app.enter(p_places);
  v := app.find_village(p_counties, p_visit ->> 'villageId');
  last := app.lock_village(v.county_code, v.id);
  if last is null then
    return '{"outcome":"conflict"}';
  end if;
  select * into known from app.visit where county_code = v.county_code and id = p_visit ->> 'id';
  if found then
    if known.village_id = v.id and known.fingerprint = p_fingerprint then
      return json_build_object('outcome', 'repeated', 'sequence', known.sequence, 'recordedOn', known.recorded_on);
    end if;
    return '{"outcome":"conflict"}';
  end if;

  perform app.add_visits(v.county_code, v.id, last, json_build_array(p_visit), p_fingerprint);
  given := last + 1;
  last := given;
  if p_readings is not null then
    perform app.add_readings(v.county_code, v.id, last, p_readings);
    last := last + json_array_length(p_readings);
  end if;
  if p_verdicts is not null then
    perform app.add_verdicts(v.county_code, v.id, last, p_verdicts);
    last := last + json_array_length(p_verdicts);
  end if;
  if p_commitments is not null then
    perform app.add_commitments(v.county_code, v.id, given, 0, p_commitments);
  end if;
  perform app.finish_record(v.county_code, v.id, last, p_payload);
  return json_build_object('outcome', 'recorded', 'sequence', given, 'recordedOn', p_visit ->> 'recordedOn');
end $$;

create function app.reading_of(p_county text, p_id text) returns json stable language sql as $$
  select json_strip_nulls(json_build_object(
    'id', id, 'subject', json_build_object('kind', subject_kind, 'id', subject_id),
    'indicator', indicator, 'value', coalesce(to_json(number), to_json(code)),
    'trueOn', true_on, 'recordedOn', recorded_on, 'sequence', sequence, 'recordedBy', recorded_by,
    'source', case
      when visit_id is null then other_source
      else json_build_object('kind', 'visit', 'visitId', visit_id)
    end,
    'evidence', evidence, 'note', note,
    'supersedes', case
      when supersedes_id is not null then json_build_object('readingId', supersedes_id, 'reason', reason)
    end
  ))
  from app.reading where county_code = p_county and id = p_id;
$$;

create function app.record_correction(p_places text[], p_counties text[], p_reading json, p_payload text)
returns json language plpgsql as $$
declare
  holder record;
  known app.reading;
  target text := p_reading #>> '{supersedes,readingId}';
  last integer;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'reading', target);
  last := app.lock_village(holder.county_code, holder.village_id);
  if last is null then
    return '{"outcome":"conflict"}';
  end if;
  select * into known from app.reading where county_code = holder.county_code and id = p_reading ->> 'id';
  if found then
    if known.village_id = holder.village_id and known.supersedes_id = target then
      return json_build_object('outcome', 'repeated', 'answer', app.reading_of(known.county_code, known.id));
    end if;
    return '{"outcome":"conflict"}';
  end if;
  perform app.add_readings(holder.county_code, holder.village_id, last, json_build_array(p_reading));
  perform app.finish_record(holder.county_code, holder.village_id, last + 1, p_payload);
  return json_build_object('outcome', 'recorded', 'sequence', last + 1);
end $$;

create function app.record_review(p_places text[], p_counties text[], p_review json, p_payload text)
returns json language plpgsql as $$
declare
  holder record;
  known app.review;
  last integer;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'visit', p_review ->> 'visitId');
  last := app.lock_village(holder.county_code, holder.village_id);
  if last is null then
    return '{"outcome":"conflict"}';
  end if;
  select * into known from app.review where county_code = holder.county_code and id = p_review ->> 'id';
  if found then
    if known.village_id = holder.village_id and known.visit_id = p_review ->> 'visitId'
      and known.outcome = p_review ->> 'outcome' and known.note::jsonb = (p_review -> 'note')::jsonb
    then
      return json_build_object('outcome', 'repeated', 'answer', json_build_object(
        'id', known.id, 'visitId', known.visit_id, 'outcome', known.outcome, 'note', known.note,
        'by', known.given_by, 'recordedOn', known.recorded_on, 'sequence', known.sequence
      ));
    end if;
    return '{"outcome":"conflict"}';
  end if;
  perform app.add_reviews(holder.county_code, holder.village_id, last, json_build_array(p_review));
  perform app.finish_record(holder.county_code, holder.village_id, last + 1, p_payload);
  return json_build_object('outcome', 'recorded', 'sequence', last + 1);
end $$;
