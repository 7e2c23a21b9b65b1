-- An administrator says where a police service stands, so that no post can claim another's law or time.
create table police_service (
  code             text primary key,
  jurisdiction     text        not null,
  name             text        not null,
  zone             text        not null,
  help_line        text        not null,
  domestic_types   text[]      not null,
  posts_per_second integer     not null check (posts_per_second > 0)
);

-- An incident is its police service's own number for it; the row is what that source last reported, plus the scene.
create table incident (
  id              uuid        primary key,
  police_service  text        not null references police_service,
  jurisdiction    text        not null,
  external_id     text        not null,
  zone            text        not null,
  mode            text        not null,
  version         bigint      not null,
  sequence        bigint,
  as_of           timestamptz not null,
  digest          bytea       not null,
  type            text        not null,
  status          text        not null,
  domestic        text        not null,
  physical        text        not null,
  charge          text        not null,
  arrest          text        not null,
  released        text        not null,
  relationship    text,
  municipality    text,
  place_kind      text,
  priority        integer     not null,
  occurred_at     timestamptz not null,
  received_at     timestamptz not null,
  excluded_staff  uuid[]      not null,
  sealed          bytea,
  scene           text        not null,
  scene_by        uuid,
  scene_at        timestamptz,
  suspect         text,
  wanted_help     text,
  wanted_by       uuid,
  wanted_at       timestamptz,
  wanted_victim   uuid,
  wanted_language text,
  unique (police_service, external_id)
);

-- The officer's list asks for the open domestic incidents of one police service, newest first.
create index incident_open on incident (police_service, received_at desc, id)
  where status = 'ACTIVE' and domestic <> 'NO' and mode <> 'HISTORY';

-- What an officer said at the scene, in order: read when someone asks who said it was safe.
create table scene_fact (
  incident       uuid        not null references incident,
  version        bigint      not null,
  police_service text        not null,
  jurisdiction   text        not null,
  kind           text        not null,
  said_by        uuid        not null,
  said_at        timestamptz not null,
  recorded_at    timestamptz not null,
  code           text,
  primary key (incident, version)
);

-- Nobody rewrites what was said at a scene.
revoke update, delete, truncate on scene_fact from ${app};

-- What was odd about a report: read when an integrator asks why a post was ignored or flagged.
create table intake_flag (
  id             bigint generated always as identity primary key,
  incident       uuid        not null references incident,
  police_service text        not null,
  jurisdiction   text        not null,
  code           text        not null,
  flagged_at     timestamptz not null
);

-- A trace reads the flags of one incident.
create index intake_flag_incident on intake_flag (incident);

-- A flag is a fact about a post that was answered; it stays.
revoke update, delete, truncate on intake_flag from ${app};

-- A client's own key for one post: the same key with other content is a mistake that must be told.
create table idempotency_key (
  police_service text        not null,
  jurisdiction   text        not null,
  key            bytea       not null,
  digest         bytea       not null,
  used_at        timestamptz not null,
  primary key (police_service, key)
);
