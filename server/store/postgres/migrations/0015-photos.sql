-- Photos of visits. What is received is only ever added to; pieces of what is on its way
-- lie aside, and nothing is promised of them.

create table app.photo (
  county_code text collate "C" not null,
  id text collate "C" not null,
  village_id text collate "C" not null,
  visit_id text collate "C" not null,
  -- In the order in which the visit's photos came.
  sequence integer not null check (sequence between 1 and 10),
  size integer not null check (size between 1 and 600000),
  sha256 text collate "C" not null,
  width integer not null,
  height integer not null,
  recorded_on date not null,
  recorded_by json not null,
  bytes bytea not null,
  primary key (county_code, id),
  unique (county_code, visit_id, sequence),
  foreign key (county_code, village_id) references app.village,
  foreign key (county_code, visit_id) references app.visit (county_code, id),
  check (octet_length(bytes) = size),
  check (encode(sha256(bytes), 'hex') = sha256)
);
-- They are packed already.
alter table app.photo alter column bytes set storage external;

create table app.photo_piece (
  county_code text collate "C" not null,
  visit_id text collate "C" not null,
  photo_id text collate "C" not null,
  village_id text collate "C" not null,
  -- Of the whole photo.
  size integer not null check (size between 1 and 600000),
  sha256 text collate "C" not null,
  at integer not null check (at >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 131070),
  kept_at timestamptz not null default clock_timestamp(),
  primary key (county_code, visit_id, photo_id, at),
  foreign key (county_code, visit_id) references app.visit (county_code, id),
  check (at + octet_length(bytes) <= size)
);
alter table app.photo_piece alter column bytes set storage external;

do $$
declare
  held text;
begin
  foreach held in array array['photo', 'photo_piece'] loop
    execute format('alter table app.%I enable row level security, force row level security', held);
    execute format(
      'create policy within_places on app.%1$I using (
         (county_code, village_id) = (
           select v.county_code, v.id from app.village v
           where v.county_code = current_setting(''app.county'', true)
             and v.id = current_setting(''app.village'', true)
         )
         or (select true from app.village v where v.county_code = %1$I.county_code and v.id = %1$I.village_id)
       )',
      held
    );
    execute format('create policy keeper_reads on app.%I for select to contact_points_keeper using (true)', held);
  end loop;
end $$;
create trigger only_added before update or delete on app.photo
  for each row execute function app.refuse_change();
create trigger never_emptied before truncate on app.photo
  for each statement execute function app.refuse_change();
grant select on app.photo, app.photo_piece to contact_points_app, contact_points_keeper;
grant insert on app.photo, app.photo_piece to contact_points_app;
grant delete on app.photo_piece to contact_points_app;

create function app.base64(p_bytes bytea) returns text immutable language sql
return replace(encode(p_bytes, 'base64'), E'\n', '');

create function app.photo_told(p app.photo) returns json stable language plpgsql as $$
begin
  return json_build_object(
    'id', p.id, 'visitId', p.visit_id, 'sequence', p.sequence, 'size', p.size, 'sha256', p.sha256,
    'width', p.width, 'height', p.height, 'recordedOn', p.recorded_on, 'recordedBy', p.recorded_by
  );
end $$;

-- A visit's photos in the order in which they came, without what they show.
create function app.photos_of(p_places text[], p_counties text[], p_visit text) returns json
stable language plpgsql as $$
declare
  holder record;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'visit', p_visit);
  return coalesce((
    select json_agg(app.photo_told(p) order by p.sequence) from app.photo p
    where p.county_code = holder.county_code and p.visit_id = p_visit
  ), '[]');
end $$;

-- What is there under the id already: the photo itself, or a conflict. Null where there is nothing.
create function app.photo_known(
  p_county text, p_id text, p_visit text, p_size integer, p_sha256 text, p_outcome text
) returns json stable language plpgsql as $$
declare
  known app.photo;
begin
  select * into known from app.photo where county_code = p_county and id = p_id;
  if not found then
    return null;
  end if;
  if known.visit_id = p_visit and known.size = p_size and known.sha256 = p_sha256 then
    return json_build_object('outcome', p_outcome, 'answer', app.photo_told(known));
  end if;
  return '{"outcome":"conflict"}';
end $$;

create function app.keep_piece(
  p_places text[], p_counties text[], p_visit text, p_photo text, p_size integer, p_sha256 text,
  p_at integer, p_bytes text
) returns json language plpgsql as $$
declare
  holder record;
  known json;
  received integer;
  given bytea := decode(p_bytes, 'base64');
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'visit', p_visit);
  if app.lock_village(holder.county_code, holder.village_id) is null then
    return '{"outcome":"conflict"}';
  end if;
  known := app.photo_known(holder.county_code, p_photo, p_visit, p_size, p_sha256, 'recorded');
  if known is not null then
    return known;
  end if;
  if (
    select count(*) from app.photo p where p.county_code = holder.county_code and p.visit_id = p_visit
  ) >= 10 then
    return '{"outcome":"full"}';
  end if;
  select coalesce(sum(octet_length(e.bytes)), 0) into received from app.photo_piece e
  where e.county_code = holder.county_code and e.visit_id = p_visit and e.photo_id = p_photo
    and e.size = p_size and e.sha256 = p_sha256;
  if octet_length(given) > 0 and p_at = received then
    if received = 0 then
      delete from app.photo_piece e
      where e.county_code = holder.county_code and e.visit_id = p_visit and e.photo_id = p_photo;
      -- Of more than a visit may have, the one that began first gives way.
      delete from app.photo_piece e
      where e.county_code = holder.county_code and e.visit_id = p_visit and e.photo_id in (
        select o.photo_id from app.photo_piece o
        where o.county_code = holder.county_code and o.visit_id = p_visit and o.at = 0
        order by o.kept_at desc offset 9
      );
    end if;
    insert into app.photo_piece (county_code, visit_id, photo_id, village_id, size, sha256, at, bytes)
    values (holder.county_code, p_visit, p_photo, holder.village_id, p_size, p_sha256, p_at, given);
    received := received + octet_length(given);
  end if;
  return json_build_object('outcome', 'kept', 'received', received, 'whole', case when received = p_size then (
    select app.base64(string_agg(e.bytes, '' order by e.at)) from app.photo_piece e
    where e.county_code = holder.county_code and e.visit_id = p_visit and e.photo_id = p_photo
  ) end);
end $$;

create function app.drop_pieces(p_places text[], p_counties text[], p_visit text, p_photo text) returns void
language plpgsql as $$
declare
  holder record;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'visit', p_visit);
  delete from app.photo_piece e
  where e.county_code = holder.county_code and e.visit_id = p_visit and e.photo_id = p_photo;
end $$;

create function app.record_photo(p_places text[], p_counties text[], p_photo json, p_payload text)
returns json language plpgsql as $$
declare
  holder record;
  known json;
  visit text := p_photo ->> 'visitId';
  photo text := p_photo ->> 'id';
  given_size integer := p_photo ->> 'size';
  before integer;
  given bytea;
  made app.photo;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'visit', visit);
  if app.lock_village(holder.county_code, holder.village_id) is null then
    return '{"outcome":"conflict"}';
  end if;
  known := app.photo_known(holder.county_code, photo, visit, given_size, p_photo ->> 'sha256', 'repeated');
  if known is not null then
    return known;
  end if;
  before := (
    select count(*) from app.photo p where p.county_code = holder.county_code and p.visit_id = visit
  );
  if before >= 10 then
    return '{"outcome":"full"}';
  end if;
  select string_agg(e.bytes, '' order by e.at) into given from app.photo_piece e
  where e.county_code = holder.county_code and e.visit_id = visit and e.photo_id = photo
    and e.size = given_size and e.sha256 = p_photo ->> 'sha256';
  if given is null or octet_length(given) <> given_size then
    return '{"outcome":"conflict"}';
  end if;
  insert into app.photo (
    county_code, id, village_id, visit_id, sequence, size, sha256, width, height, recorded_on, recorded_by,
    bytes
  ) values (
    holder.county_code, photo, holder.village_id, visit, before + 1, given_size, p_photo ->> 'sha256',
    (p_photo ->> 'width')::integer, (p_photo ->> 'height')::integer, (p_photo ->> 'recordedOn')::date,
    p_photo -> 'recordedBy', given
  ) returning * into made;
  delete from app.photo_piece e
  where e.county_code = holder.county_code and e.visit_id = visit and e.photo_id = photo;
  perform app.append_act(holder.county_code, holder.village_id, p_payload);
  return json_build_object('outcome', 'recorded', 'answer', app.photo_told(made));
end $$;

-- The one statement that reads what a photo shows; it writes who did, unless the same
-- person looked at the same visit's photos after `p_since`, or answers nothing.
create function app.show_photo(
  p_places text[], p_counties text[], p_visit text, p_photo text, p_action text, p_actor text,
  p_since text, p_payload text
) returns text language plpgsql as $$
declare
  holder record;
  shown bytea;
begin
  perform app.enter(p_places);
  holder := app.find_holder(p_counties, 'visit', p_visit);
  select bytes into shown from app.photo p
  where p.county_code = holder.county_code and p.id = p_photo and p.visit_id = p_visit;
  if shown is null then
    return null;
  end if;
  -- Two at once are one look: the second waits here.
  perform from app.audit_head
  where county_code = holder.county_code and chain = holder.village_id for update;
  if not exists (
    select from app.audit_entry e
    where e.county_code = holder.county_code and e.chain = holder.village_id and e.household_id is null
      and e.at > p_since and e.action = p_action and e.actor_id is not distinct from p_actor
      and e.payload::json #>> '{subject,id}' = p_visit
  ) then
    perform app.append_act(holder.county_code, holder.village_id, p_payload);
  end if;
  return app.base64(shown);
end $$;

grant execute on function app.base64, app.photo_told, app.photos_of, app.photo_known, app.keep_piece,
  app.drop_pieces, app.record_photo, app.show_photo to contact_points_app;
revoke execute on function app.base64, app.photo_told, app.photos_of, app.photo_known, app.keep_piece,
  app.drop_pieces, app.record_photo, app.show_photo from public;
