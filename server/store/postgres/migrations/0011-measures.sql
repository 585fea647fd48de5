-- Poverty by income over many villages at once, each at its last visit: what
-- src/domain/place-measures.ts computes of one village's record. A village after the other is
-- taken in hand, so that its rows are looked up by one look at the viewer's places.
-- Floating-point steps come in the order of the domain's: who is below the line is the same to the last bit.

-- One village's, as json, from the readings that stood at its last visit up to `p_today`.
create function app.village_in_place(
  v app.village, p_today date, p_lines json, p_counted text[]
) returns json stable language plpgsql as $$
declare
  last record;
  later text[];
  line record;
begin
  select t.id, t.visited_on, t.sequence into last from app.visit t
  where t.county_code = v.county_code and t.village_id = v.id and t.visited_on <= p_today
  order by t.visited_on desc, t.sequence desc, t.position desc limit 1;
  if last.id is null then
    return json_build_object(
      'villageId', v.id, 'place', v.place, 'name', v.village -> 'name', 'township', v.village -> 'township',
      'visit', null, 'lineId', null, 'households', 0, 'poorHouseholds', 0, 'poorPersons', 0,
      'poorUncounted', 0, 'statusUnknown', 0, 'population', null, 'persons', 0, 'personsUnknown', 0,
      'uncounted', 0, 'below', null, 'headcount', null, 'gap', null, 'severity', null, 'gini', null,
      'evidence', '[]'::json
    );
  end if;
  later := array(
    select t.id from app.visit t
    where t.county_code = v.county_code and t.village_id = v.id
      and (t.visited_on, t.sequence) > (last.visited_on, last.sequence)
  );
  -- The line of the visit's year, made for the smallest place around the village.
  select l.value ->> 'id' as id, (l.value ->> 'yuan')::double precision as yuan into line
  from json_array_elements(p_lines) with ordinality as l (value, nth)
  where (l.value ->> 'year')::integer = extract(year from last.visited_on)
    and (v.place || '/') ^@ ((l.value ->> 'place') || '/')
  order by length(l.value ->> 'place') desc, l.nth limit 1;

  return (
    with level as materialized (
      select distinct on (r.subject_id, r.indicator) r.subject_id, r.indicator, r.number, r.code, r.evidence
      from app.reading r
      where r.county_code = v.county_code and r.village_id = v.id and r.true_on <= last.visited_on
        and r.indicator = any (
          '{persons,status,wage,business,businessCost,property,transfer,ruralPopulation}'::text[]
        )
        and (r.visit_id is null or r.visit_id <> all (later))
        and not exists (
          select from app.reading s
          where s.county_code = r.county_code and s.supersedes_id = r.id and s.village_id = r.village_id
        )
      order by r.subject_id, r.indicator, r.true_on desc, r.recorded_on desc, r.sequence desc, r.position
    ),
    seen as (
      select h.id, h.position,
        max(l.number) filter (where l.indicator = 'persons') as persons,
        max(l.code) filter (where l.indicator = 'status') as status,
        max(l.number) filter (where l.indicator = 'wage') as wage,
        max(l.number) filter (where l.indicator = 'business') as business,
        max(l.number) filter (where l.indicator = 'businessCost') as business_cost,
        max(l.number) filter (where l.indicator = 'property') as property,
        max(l.number) filter (where l.indicator = 'transfer') as transfer
      from app.household h
      left join level l on l.subject_id = h.id and l.indicator <> 'ruralPopulation'
      where h.county_code = v.county_code and h.village_id = v.id
        and (h.registered_on is null or h.registered_on <= last.visited_on)
        and (h.left_on is null or h.left_on > last.visited_on)
      group by h.id, h.position
    ),
    earned as materialized (
      select id, position, persons, status in ('registered', 'returned') as poor,
        coalesce(status, 'unknown') = 'unknown' as status_unknown,
        case when persons <> 0 then (
          case when 'wage' = any (p_counted) then wage else 0 end
          + case when 'business' = any (p_counted) then business else 0 end
          - case when 'businessCost' = any (p_counted) then business_cost else 0 end
          + case when 'property' = any (p_counted) then property else 0 end
          + case when 'transfer' = any (p_counted) then transfer else 0 end
        ) / persons end as per_person
      from seen
    ),
    stepped as (
      select per_person, persons, position,
        sum(persons) over by_income as up_to,
        lead(per_person) over by_income as next,
        sum(persons) over () as everybody
      from earned where per_person is not null
      window by_income as (order by per_person, position rows unbounded preceding)
    ),
    known as (
      select coalesce(sum(persons), 0) as persons,
        sum(persons) filter (where per_person < line.yuan) as below,
        sum(persons * ((line.yuan - per_person) / line.yuan) order by per_person, position)
          filter (where per_person < line.yuan) as gap,
        sum(
          persons * (((line.yuan - per_person) / line.yuan) * ((line.yuan - per_person) / line.yuan))
          order by per_person, position
        ) filter (where per_person < line.yuan) as severity,
        min(per_person) as poorest, max(per_person) as richest,
        sum(persons * per_person order by per_person, position) / sum(persons) as mean,
        coalesce(sum((next - per_person) * up_to * (everybody - up_to) order by per_person, position), 0)
          / (sum(persons) * sum(persons)) as half_difference
      from stepped
    ),
    counted as (
      select count(*) as households,
        count(*) filter (where poor) as poor_households,
        coalesce(sum(persons) filter (where poor), 0) as poor_persons,
        count(*) filter (where poor and persons is null) as poor_uncounted,
        count(*) filter (where status_unknown) as status_unknown,
        coalesce(sum(persons) filter (where per_person is null), 0) as persons_unknown,
        count(*) filter (where persons is null) as uncounted
      from earned
    )
    select json_build_object(
      'villageId', v.id, 'place', v.place, 'name', v.village -> 'name', 'township', v.village -> 'township',
      'visit', json_build_object('id', last.id, 'on', last.visited_on),
      'lineId', line.id,
      'households', c.households,
      'poorHouseholds', c.poor_households,
      'poorPersons', c.poor_persons,
      'poorUncounted', c.poor_uncounted,
      'statusUnknown', c.status_unknown,
      'population', (
        select number from level l where l.subject_id = v.id and l.indicator = 'ruralPopulation'
      ),
      'persons', k.persons,
      'personsUnknown', c.persons_unknown,
      'uncounted', c.uncounted,
      'below', case when line.yuan is not null and k.persons > 0 then coalesce(k.below, 0) end,
      'headcount', case when line.yuan is not null and k.persons > 0 then coalesce(k.below, 0) / k.persons end,
      'gap', case when line.yuan is not null and k.persons > 0 then coalesce(k.gap, 0) / k.persons end,
      'severity', case when line.yuan is not null and k.persons > 0 then coalesce(k.severity, 0) / k.persons end,
      'gini', case
        when k.persons = 0 then null
        when k.poorest = k.richest then 0
        when k.mean > 0 then k.half_difference / k.mean
      end,
      'evidence', (
        select coalesce(json_agg(distinct l.evidence), '[]') from level l
        where (l.subject_id = v.id and l.indicator = 'ruralPopulation')
          or (l.subject_id in (select id from earned) and l.indicator <> 'ruralPopulation')
      )
    )
    from counted c, known k
  );
end $$;

-- Of every village that the viewer sees within a place (null: anywhere), in order of their places.
-- `p_lines` are lines of one series; `p_counted` the sources of income that count.
create function app.measures_by_village(
  p_places text[], p_counties text[], p_place text, p_today date, p_lines json, p_counted text[]
) returns table (told json) stable language plpgsql set plan_cache_mode = force_generic_plan as $$
declare
  v app.village;
begin
  perform app.enter(p_places);
  for v in
    select w.* from app.village w
    where (p_counties is null or w.county_code = any (p_counties))
      and (p_place is null or (w.place || '/') ^@ (p_place || '/'))
    order by w.place
  loop
    perform app.take(v.county_code, v.id);
    told := app.village_in_place(v, p_today, p_lines, p_counted);
    return next;
  end loop;
end $$;

revoke execute on function app.village_in_place, app.measures_by_village from public;
grant execute on function app.village_in_place, app.measures_by_village to contact_points_app;
