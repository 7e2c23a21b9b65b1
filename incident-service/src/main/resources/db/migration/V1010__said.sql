-- An officer's word may arrive late and change nothing that is told: such words have no version of their own.
alter table scene_fact drop constraint scene_fact_pkey;
alter table scene_fact add column id bigint generated always as identity primary key;

-- The page and the walk of an incident ask for what was said there, in the order it was stored.
create index scene_fact_incident on scene_fact (incident, id);

-- The latest word of officers on each thing stands beside what the source reports: neither overwrites the other, and a
-- CAD post need not read the whole record to tell both. *_known: the last the source said of it that was no silence, and
-- *_since: when it first said so; both null in a row that was not changed since it was first stored, whose only report
-- is of as_of.
alter table incident
  add column charge_known      text,
  add column charge_since      timestamptz,
  add column arrest_known      text,
  add column arrest_since      timestamptz,
  add column released_known    text,
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

-- A phone makes an id for each tap and may send it many times: the first one counts. Ids and a keyed digest of codes
-- only; of a risk screen, which tool and which victim, and none of its answers: they are few enough to be guessed back.
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

-- Old ones are looked for all the time.
create index tap_old on tap (recorded_at);

-- What a tap said is settled once it was taken, and what may go is only what is old.
revoke update, delete, truncate on tap from ${app};

-- Forgets taps two weeks after they were taken, by the wall clock: after one week a phone's own reading makes a tap too
-- old to count, and the second is a margin, for one that is sent again without that reading would count as new. A few at
-- a time, and none that somebody else is at: an officer's own tap waits for it.
create function forget_old_taps() returns void
  language sql security definer set search_path = public
  as 'delete from tap where ctid = any (array(
        select ctid from tap where recorded_at < clock_timestamp() - interval ''14 days''
        limit 2000 for update skip locked))';

revoke execute on function forget_old_taps() from public;

grant execute on function forget_old_taps() to ${app};

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
