-- An officer's word may arrive late and change nothing that is told: such words have no version of their own.
alter table scene_fact drop constraint scene_fact_pkey;
alter table scene_fact add column id bigint generated always as identity primary key;

-- The page and the walk of an incident ask for what was said there, in the order it was stored.
create index scene_fact_incident on scene_fact (incident, id);

-- The latest word of officers on each thing stands beside what the source reports: neither overwrites the other, and a
-- CAD post need not read the whole record to tell both. *_since: when the source first said what it says now; null in a
-- row that was not changed since it was first stored, whose only report is of as_of.
alter table incident
  add column charge_since      timestamptz,
  add column arrest_since      timestamptz,
  add column released_since    timestamptz,
  add column said_charge       text,
  add column said_charge_at    timestamptz,
  add column said_custody      text,
  add column said_custody_at   timestamptz,
  add column said_order        text,
  add column said_order_at     timestamptz,
  add column said_children     text,
  add column said_children_at  timestamptz,
  add column said_language     text,
  add column said_language_at  timestamptz,
  add column said_needs        text[],
  add column said_needs_at     timestamptz,
  add column urgency           text;

-- A phone makes an id for each tap and may send it many times: the first one counts. Ids and a keyed digest only.
create table tap (
  officer        uuid        not null,
  id             uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  incident       uuid        not null references incident,
  digest         bytea       not null,
  tapped_at      timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  primary key (officer, id)
);

-- What a tap said is settled once it was taken.
revoke update, delete, truncate on tap from ${app};

-- Risk screens as they were filled in. Answers tell a lot about a person: they are sealed under that person's own key
-- and go with it; what is left says that a screen was filled in and how urgent it made the incident.
create table risk_screen (
  id             uuid        primary key,
  incident       uuid        not null references incident,
  person         uuid,
  police_service text        not null,
  jurisdiction   text        not null,
  tool           text        not null,
  edition        text        not null,
  filled_by      uuid        not null,
  filled_at      timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  ground         text        not null,
  urgency        text,
  sealed         bytea
);

-- The officer's page lists the screens of one incident.
create index risk_screen_incident on risk_screen (incident);

-- A screen is never corrected, it is filled in again: what somebody acted on must stay readable.
revoke update, delete, truncate on risk_screen from ${app};

-- Some tools are licensed for trained assessors by name: who may use which is the administrator's word.
create table screen_assessor (
  police_service text not null references police_service,
  jurisdiction   text not null,
  tool           text not null,
  staff          uuid not null,
  primary key (police_service, tool, staff)
);
