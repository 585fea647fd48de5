-- What is found of a certificate number when it is entered stands beside its mask, in the household:
-- that it cannot be, or is of another year of birth or sex than the member's, and nothing of what it
-- says. src/domain/certificate-check.ts says the same; a test holds both equal.

create function app.certificate_found(p_number text, p_birth_year integer, p_sex text) returns jsonb
immutable language plpgsql as $$
declare
  year integer;
  month integer;
  days integer;
  check_sign integer := 0;
begin
  if length(p_number) not in (18, 20, 22) or p_number !~ '^[0-9]{17}' then
    return '["certificateOdd"]';
  end if;
  year := substr(p_number, 7, 4);
  month := substr(p_number, 11, 2);
  days := case
    when month = 2 then
      case when year % 4 = 0 and (year % 100 <> 0 or year % 400 = 0) then 29 else 28 end
    when month in (4, 6, 9, 11) then 30
    when month between 1 and 12 then 31
    else 0
  end;
  -- ISO 7064 MOD 11-2.
  for at in 1..17 loop
    check_sign := (check_sign + substr(p_number, at, 1)::integer) * 2 % 11;
  end loop;
  check_sign := (12 - check_sign) % 11;
  if substr(p_number, 13, 2)::integer not between 1 and days
    or upper(substr(p_number, 18, 1)) <> (case check_sign when 10 then 'X' else check_sign::text end)
  then
    return '["certificateOdd"]';
  end if;
  return to_jsonb(array_remove(array[
    case when year <> p_birth_year then 'certificateBirthYear' end,
    case when p_sex <> 'unknown'
      and p_sex <> case substr(p_number, 17, 1)::integer % 2 when 1 then 'male' else 'female' end
      then 'certificateSex'
    end
  ], null));
end $$;

-- The member's checks once the number was entered: the same number is checked again in its place.
create function app.checks_with(p_member jsonb, p_number text, p_on date, p_is_same boolean) returns jsonb
immutable language plpgsql as $$
declare
  checks jsonb := coalesce(p_member -> 'certificateChecks', '[]');
  last jsonb := case when p_is_same then checks -> -1 end;
begin
  return case when last is null then checks else checks - (-1) end || jsonb_build_array(jsonb_build_object(
    'on', case when last is null then to_jsonb(p_on) else last -> 'on' end,
    'found', app.certificate_found(p_number, (p_member ->> 'birthYear')::integer, p_member ->> 'sex')
  ));
end $$;

-- The member with the number that is kept of it checked again. The village is in hand.
create function app.checked_again(p_county text, p_household text, p_member jsonb) returns jsonb
language plpgsql as $$
declare
  held text := current_setting('app.identifier', true);
  clear text;
begin
  perform set_config('app.identifier', p_household || '/' || (p_member ->> 'id') || '/certificate', true);
  select value into clear from app.identifier
  where county_code = p_county and household_id = p_household and member_id = p_member ->> 'id'
    and kind = 'certificate';
  perform set_config('app.identifier', coalesce(held, ''), true);
  if clear is null then
    return '{"certificateChecks":[]}' || p_member;
  end if;
  return p_member || jsonb_build_object('certificateChecks', app.checks_with(p_member, clear, null, true));
end $$;

-- Of the numbers that are there already.
do $$
declare
  v record;
begin
  perform app.enter('{cn}');
  for v in select county_code, id from app.village loop
    perform app.take(v.county_code, v.id);
    update app.household h set members = (
      select json_agg(app.checked_again(h.county_code, h.id, m.value::jsonb)::json order by m.nth)
      from json_array_elements(h.members) with ordinality as m (value, nth)
    )
    where h.county_code = v.county_code and h.village_id = v.id and json_array_length(h.members) > 0;
  end loop;
end $$;

-- What was found is of the member's year of birth and sex as well: whoever changes these, the number is
-- checked again in the same statement, so that nobody has to remember it.
create function app.check_certificates_again() returns trigger language plpgsql as $$
begin
  perform app.take(new.county_code, new.village_id);
  new.members := (
    select coalesce(json_agg(
      case when o.value is not null
        and (o.value ->> 'birthYear', o.value ->> 'sex')
          is distinct from (m.value ->> 'birthYear', m.value ->> 'sex')
        then app.checked_again(new.county_code, new.id, m.value::jsonb)::json
        else m.value
      end order by m.nth
    ), '[]')
    from json_array_elements(new.members) with ordinality as m (value, nth)
    left join json_array_elements(old.members) as o (value) on o.value ->> 'id' = m.value ->> 'id'
  );
  return new;
end $$;
create trigger certificates_checked before update of members on app.household
  for each row execute function app.check_certificates_again();

drop function app.record_identifier;
-- As before, and what is found of a certificate number.
create function app.record_identifier(
  p_places text[], p_counties text[], p_household text, p_member text, p_kind text, p_value text,
  p_mask text, p_on date, p_payload text
) returns boolean language plpgsql as $$
declare
  holder record;
  last integer;
  is_same boolean;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'household', p_household);
  last := app.lock_village(holder.county_code, holder.village_id);
  if last is null or not exists (
    select from app.household h, json_array_elements(h.members) m
    where h.county_code = holder.county_code and h.id = p_household and m ->> 'id' = p_member
  ) then
    return false;
  end if;
  perform app.finish_record(holder.county_code, holder.village_id, last, p_payload);
  perform set_config('app.identifier', p_household || '/' || p_member || '/' || p_kind, true);
  is_same := exists (
    select from app.identifier
    where county_code = holder.county_code and household_id = p_household and member_id = p_member
      and kind = p_kind and value = p_value
  );
  insert into app.identifier (county_code, household_id, member_id, kind, village_id, value)
  values (holder.county_code, p_household, p_member, p_kind, holder.village_id, p_value)
  on conflict (county_code, household_id, member_id, kind) do update set value = excluded.value;
  update app.household h set
    changed_in = (select version from app.village where county_code = h.county_code and id = h.village_id),
    members = (
      select json_agg(
        case when m.value ->> 'id' = p_member
          then (
            jsonb_set(m.value::jsonb, array['identifiers', p_kind], to_jsonb(p_mask))
            || case when p_kind = 'certificate'
              then jsonb_build_object(
                'certificateChecks', app.checks_with(m.value::jsonb, p_value, p_on, is_same)
              )
              else '{}'
            end
          )::json
          else m.value
        end order by m.nth
      )
      from json_array_elements(h.members) with ordinality as m (value, nth)
    )
  where h.county_code = holder.county_code and h.id = p_household;
  return true;
end $$;

grant execute on function app.certificate_found, app.checks_with, app.checked_again,
  app.check_certificates_again, app.record_identifier to contact_points_app;
revoke execute on function app.certificate_found, app.checks_with, app.checked_again,
  app.check_certificates_again, app.record_identifier from public;
