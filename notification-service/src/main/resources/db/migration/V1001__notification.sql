-- Every version of a program stays: an assignment keeps the one it was opened under.
create table program (
  id             uuid primary key,
  code           text not null,
  version        integer not null check (version > 0),
  present        boolean not null,
  body           jsonb not null,
  police_service text not null, -- codes, comma between
  jurisdiction   text not null,
  put_at         timestamptz not null,
  put_by         text not null,
  unique (code, version)
);

-- One version is in force at a time.
create unique index program_present on program (code) where present;

-- Who is on duty for a program, and when; an entry is replaced whole.
create table rota_entry (
  id             uuid primary key,
  program        text not null,
  staff          jsonb not null,
  rota_window    jsonb not null,
  police_service text not null,
  jurisdiction   text not null,
  put_at         timestamptz not null
);

-- Routing asks for the rota of a few programs at a time.
create index rota_entry_program on rota_entry (program);

-- Staff as routing needs them: ids and codes, no name. A row may come from their channels before
-- their registration was heard of; such a one is paged by nobody.
create table worker (
  id             uuid primary key,
  kind           text,
  organisation   text,
  unit           text,
  active         boolean not null,
  channels       jsonb not null,
  idle_since     timestamptz,
  police_service text not null,
  jurisdiction   text not null
);

-- What routing knows of an incident. Its row lock orders everything that happens to the incident.
create table routing (
  incident       uuid primary key,
  police_service text not null,
  jurisdiction   text not null,
  mode           text not null,
  view           jsonb not null,
  verdicts       jsonb not null,
  weighings      bigint not null,
  advisories     bigint not null,
  changed_at     timestamptz not null
);

-- One program's search for a worker, and the help that came of it.
create table assignment (
  id             uuid primary key,
  incident       uuid not null references routing (incident),
  police_service text not null,
  jurisdiction   text not null,
  audience       text not null,
  mark           bigint not null,
  ladder         jsonb not null,
  rung           integer not null,
  attempt        integer not null,
  tried          jsonb not null,
  told           jsonb not null,
  state_code     text not null,
  state          jsonb not null,
  supervisor     uuid,
  nobody_advised boolean not null,
  version        bigint not null,
  opened_at      timestamptz not null,
  changed_at     timestamptz not null
);

-- An incident is decided with all its assignments in view.
create index assignment_incident on assignment (incident);

-- The board shows what is not over, longest waiting first.
create index assignment_board on assignment (police_service, opened_at)
  where state_code not in ('concluded', 'acknowledged', 'stood-down');

-- A supervisor finds what waits for them.
create index assignment_supervisor on assignment (supervisor) where supervisor is not null;

-- Every page that was ever offered, with the two wall-clock instants that tell how long the fact that
-- caused it took to become a page.
create table page (
  assignment     uuid not null references assignment (id) deferrable initially deferred,
  attempt        integer not null,
  staff          uuid not null,
  incident       uuid not null,
  program        text not null,
  paged_at       timestamptz not null,
  answer_by      timestamptz not null,
  ended_at       timestamptz,
  ending         text,
  caused_at      timestamptz,
  offered_at     timestamptz not null default clock_timestamp(),
  police_service text not null,
  jurisdiction   text not null,
  primary key (assignment, attempt, staff)
);

-- A page is shown on its incident's board and trace.
create index page_incident on page (incident);

-- Who is called on now. A worker can be bound by one urgent call at a time, and the database says so:
-- of two decisions that pick the same worker at the same moment one finds him taken.
create table hold (
  assignment     uuid not null references assignment (id) deferrable initially deferred,
  staff          uuid not null,
  paged          boolean not null,
  binding        boolean not null,
  police_service text not null,
  jurisdiction   text not null,
  primary key (assignment, staff)
);
create unique index hold_binding on hold (staff) where binding;
create index hold_staff on hold (staff);

-- On whose side a worker is or was with a person: nobody is ever on both sides of a dyad.
create table side (
  staff          uuid not null,
  person         uuid not null,
  audience       text not null,
  incident       uuid not null,
  police_service text not null,
  jurisdiction   text not null,
  primary key (staff, person, audience)
);
create index side_person on side (person);

-- What happens although nobody answers: at most one per assignment, acted on once.
create table deadline (
  assignment     uuid primary key references assignment (id) deferrable initially deferred,
  incident       uuid not null,
  kind           text not null,
  due_at         timestamptz not null,
  police_service text not null,
  jurisdiction   text not null
);

-- Deadlines are taken in the order they fall due.
create index deadline_due on deadline (due_at, assignment);

-- Why each program and each worker was chosen or passed over, for good.
create table reasoning (
  id             bigint generated always as identity primary key,
  incident       uuid not null,
  assignment     uuid,
  decided_at     timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  body           jsonb not null,
  police_service text not null,
  jurisdiction   text not null
);
create index reasoning_incident on reasoning (incident, id);

-- What was decided, and why, is never rewritten by the application.
revoke update, delete on reasoning from ${app};
revoke delete on program, page, assignment, routing from ${app};
