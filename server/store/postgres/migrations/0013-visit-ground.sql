-- What a visit is checked against: its village, and of it only what the visit names. A
-- village's whole record may be some hundred kilobytes, of which a visit needs one or two.
create function app.visit_ground(
  p_places text[], p_counties text[], p_village text, p_households text[], p_projects text[],
  p_commitments text[]
) returns json stable language plpgsql as $$
declare
  v app.village;
begin
  perform app.enter(p_places);
  v := app.find_village(p_counties, p_village);
  if v.id is null then
    return null;
  end if;
  return json_build_object(
    'village', v.village,
    'contactPoint', v.contact_point,
    'households', coalesce((
      select json_agg(json_build_object('id', h.id, 'registeredOn', h.registered_on) order by h.position)
      from app.household h
      where h.county_code = v.county_code and h.id = any (p_households) and h.village_id = v.id
    ), '[]'),
    'projects', coalesce((
      select json_agg(json_build_object('id', p.id) order by p.position)
      from app.project p
      where p.county_code = v.county_code and p.id = any (p_projects) and p.village_id = v.id
    ), '[]'),
    'commitments', coalesce((
      select json_agg(json_build_object(
        'id', c.id, 'dueOn', c.due_on, 'madeOn', (
          select t.visited_on from app.visit t
          where t.county_code = v.county_code and t.id = c.visit_id and t.village_id = v.id
        )
      ) order by c.position, c.ordinal)
      from app.commitment c
      where c.county_code = v.county_code and c.id = any (p_commitments) and c.village_id = v.id
    ), '[]'),
    'verdicts', coalesce((
      select json_agg(json_build_object(
        'commitmentId', d.commitment_id, 'verdict', d.verdict, 'givenOn', d.given_on,
        'sequence', d.sequence, 'dueOn', d.due_on
      ) order by d.position)
      from app.verdict d
      where d.county_code = v.county_code and d.village_id = v.id and d.commitment_id = any (p_commitments)
    ), '[]')
  );
end $$;

grant execute on function app.visit_ground to contact_points_app;
revoke execute on function app.visit_ground from public;
