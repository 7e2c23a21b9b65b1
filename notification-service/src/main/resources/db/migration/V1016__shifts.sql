-- Nobody is in two places at once: the database itself compares a worker's shifts.
create extension if not exists btree_gist;

-- A rota entry is a rotation: its staff, or groups of them that take turns, in its window, for one program or several.
alter table rota_entry add column programs text[];
update rota_entry set programs = array[program];
alter table rota_entry alter column programs set not null;
alter table rota_entry add column turns jsonb; -- null: its staff, always
alter table rota_entry add column zone text; -- IANA zone of the window
update rota_entry r set zone = coalesce((select p.body ->> 'zone' from program p where p.code = r.program and p.present), 'UTC');
alter table rota_entry alter column zone set not null;
alter table rota_entry add column zones text[] not null default '{}'; -- municipality codes, nearest first; none: everywhere alike
alter table rota_entry add column laid_until timestamptz; -- its shifts are laid out until then; null: not at all

-- One worker's time on duty, or a place that is still open. Those who go together share a crew.
create table shift (
  id             uuid        primary key default gen_random_uuid(),
  rotation       uuid        references rota_entry (id), -- null: of none any more, or a single one
  occurs_on      date,       -- the local day of the rotation's occurrence
  place          integer     not null,
  crew           uuid        not null,
  programs       text[]      not null,
  zones          text[]      not null default '{}', -- as of its rotation
  staff          uuid,       -- null: open
  starts         timestamptz not null,
  ends           timestamptz not null check (ends > starts),
  by_hand        boolean     not null default false, -- swapped or overridden: it keeps its worker when it is laid out anew
  double_booked  uuid,       -- who was meant, and has another shift then
  called_off_at  timestamptz,
  police_service text        not null,
  jurisdiction   text        not null,
  unique (rotation, occurs_on, place),
  exclude using gist (staff with =, tstzrange(starts, ends) with &&) where (staff is not null and called_off_at is null)
);

-- Routing reads what lies around now.
create index shift_around on shift (ends, starts) where called_off_at is null;

-- It grows with every change of a rota, so that routing reads the rota anew then and no sooner.
create table rota_version (
  only_one boolean primary key default true check (only_one),
  version  bigint  not null
);
insert into rota_version (version) values (1);
revoke insert, delete, truncate on rota_version from ${app};
