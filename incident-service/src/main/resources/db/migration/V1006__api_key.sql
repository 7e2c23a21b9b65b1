-- A key for a system that cannot fetch a token: found by its public id, and held as a digest, so that a copy of this table
-- opens nothing. A rotation makes a new row of the same line; the old one opens for a day more.
create table api_key (
  id               text        primary key,
  line             uuid        not null,
  police_service   text        not null references police_service,
  jurisdiction     text        not null,
  name             text        not null,
  digest           bytea       not null,
  posts_per_second integer     check (posts_per_second > 0),
  signing_secret   bytea,
  made_at          timestamptz not null,
  grace_until      timestamptz,
  revoked_at       timestamptz,
  last_used_at     timestamptz,
  last_used_from   text
);

-- An administrator sees the keys of one police service, newest first.
create index api_key_police_service on api_key (police_service, made_at desc);

-- Of two rotations at once, one makes the new key.
create unique index api_key_successor on api_key (line) where grace_until is null and revoked_at is null;

-- What a key opens is settled when it is made; afterwards it can only end, and be used.
revoke update, delete, truncate on api_key from ${app};
grant update (grace_until, revoked_at, last_used_at, last_used_from) on api_key to ${app};

-- And an end stays an end: not even by mistake does the service bring a key back, or open it for longer.
create function api_key_stays_ended() returns trigger language plpgsql as $$
begin
  raise insufficient_privilege using message = 'permission denied: the end of a key stays as it is';
end
$$;

create trigger api_key_stays_ended before update on api_key for each row
  when (old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
     or old.grace_until is not null and new.grace_until is distinct from old.grace_until
     or new.grace_until = 'infinity')
  execute function api_key_stays_ended();

-- Who made, replaced or ended a key, and when: read when one was misused.
create table api_key_act (
  id             bigint generated always as identity primary key,
  api_key        text        not null references api_key,
  police_service text        not null,
  jurisdiction   text        not null,
  act            text        not null check (act in ('MADE', 'REPLACED', 'REVOKED')),
  act_by         text        not null,
  act_at         timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp()
);

-- The list of keys shows what was done to each.
create index api_key_act_police_service on api_key_act (police_service);

-- What an administrator did stays.
revoke update, delete, truncate on api_key_act from ${app};

-- A signed request counts once: it is written down with what was stored for it, and known again for as long as its time
-- would still be taken.
create table signed_request (
  line           uuid        not null,
  digest         bytea       not null,
  police_service text        not null,
  jurisdiction   text        not null,
  known_until    timestamptz not null,
  primary key (line, digest)
);

-- What is too old to be taken anyway is forgotten.
create index signed_request_known_until on signed_request (known_until);
