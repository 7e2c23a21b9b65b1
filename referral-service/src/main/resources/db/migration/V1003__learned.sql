-- What the gate must know of an incident, as heard on incident.events.v1.
create table known_incident (
  id             uuid        primary key,
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  victims        uuid[]      not null,
  offenders      uuid[]      not null,
  -- Callers and witnesses: heard of, on no side.
  others         uuid[]      not null,
  type           text        not null,
  domestic       text        not null,
  physical       text        not null,
  charge         text        not null,
  arrest         text        not null,
  occurred_at    timestamptz not null,
  zone           text        not null
);
-- The jurisdiction of a police service is learned from its incidents.
create index known_incident_by_police_service on known_incident (police_service);

-- Which program works on an incident, as heard on assignment.events.v1: it goes into the referral.
create table known_assignment (
  id             uuid primary key,
  incident       uuid not null,
  program        text not null,
  audience       text not null,
  accepted_at    timestamptz,
  contact_at     timestamptz,
  police_service text not null,
  jurisdiction   text not null
);
create index known_assignment_by_incident on known_assignment (incident);

-- Persons whose data key was destroyed: nothing of theirs can be read or referred any more.
create table erased_person (
  person         uuid        primary key,
  police_service text        not null,
  jurisdiction   text        not null,
  at             timestamptz not null
);

-- Erasure is not taken back.
revoke update, delete, truncate on erased_person from ${app};
