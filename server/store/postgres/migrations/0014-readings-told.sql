-- Readings are told in ASCII, which is read many times as fast as other text: what may be in
-- Chinese is json in base64, and who recorded a reading is left empty where it is who recorded
-- its visit. Otherwise as before: a line each, in parts; what is null leaves no part, which only
-- the last two may be.
create or replace function app.readings_since(v app.village, p_sequence integer) returns text
stable language plpgsql as $$
begin
  return (
    select string_agg(
      concat_ws(
        E'\x1f', r.id, r.subject_kind, r.subject_id, r.indicator, coalesce(r.number::text, r.code), r.true_on,
        r.recorded_on, r.sequence, coalesce(r.visit_id, app.base64_of(r.other_source)),
        case when r.recorded_by::text = r.visit_by::text then '' else app.base64_of(r.recorded_by) end,
        r.evidence, case when r.note is null then '' else app.base64_of(r.note) end,
        r.supersedes_id, app.base64_of(r.reason)
      ),
      E'\x1e'
    )
    from (
      select g.*, t.recorded_by as visit_by
      from app.reading g
      left join app.visit t on t.county_code = g.county_code and t.id = g.visit_id and t.village_id = g.village_id
      where g.county_code = v.county_code and g.village_id = v.id and g.position > p_sequence
      order by g.position
    ) r
  );
end $$;

-- Begins with a sign that begins no id.
create function app.base64_of(p_json json) returns text immutable strict language sql as $$
  select '=' || translate(encode(convert_to(p_json::text, 'UTF8'), 'base64'), E'\n', '');
$$;

grant execute on function app.base64_of to contact_points_app;
revoke execute on function app.base64_of from public;
