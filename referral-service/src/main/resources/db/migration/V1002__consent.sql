-- Orders the statements of the ledger: a later one about the same release replaces an earlier one.
create sequence consent_number;

-- Where each statement about a release stands now; what happened to it is in consent_entry.
create table consent (
  id             uuid        primary key,
  number         bigint      not null unique,
  incident       uuid        not null,
  person         uuid        not null,
  agency         text        not null references agency (code),
  purpose        text        not null,
  categories     text[]      not null,
  standing       text        not null,
  form           text        not null,
  language       text        not null,
  text_version   text        not null,
  text_hash      text        not null,
  taken_by       uuid        not null,
  -- The police service of the officer who took it; null where a worker did.
  taken_in       text,
  asserted       boolean     not null,
  overheard      text        not null,
  needs          text[]      not null,
  urgency        text        not null,
  valid_from     timestamptz not null,
  expires_at     timestamptz not null,
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  version        bigint      not null,
  changed_at     timestamptz not null
);

-- A release in force is taken back before another is given: two taps make one consent.
create unique index consent_in_force on consent (incident, person, agency, purpose)
  where standing = 'GIVEN';
-- The phone page shows what was said for one person of one incident.
create index consent_by_person on consent (person, incident);

-- What happened, whole, so that a current state can be proved from it; also a "not now", which
-- decides nothing and has no consent.
create table consent_entry (
  number         bigint generated always as identity primary key,
  consent        uuid,
  what           text        not null,
  incident       uuid        not null,
  person         uuid        not null,
  agency         text        not null,
  purpose        text        not null,
  categories     text[]      not null,
  form           text,
  language       text,
  text_version   text,
  text_hash      text,
  asserted       boolean,
  overheard      text,
  valid_from     timestamptz,
  expires_at     timestamptz,
  actor          uuid,
  actor_role     text        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  at             timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp()
);
create index consent_entry_by_consent on consent_entry (consent);
create index consent_entry_by_incident on consent_entry (incident);

-- The words a person was shown, found again by their hash for as long as a consent names it.
create table consent_text (
  hash     text primary key,
  purpose  text not null,
  version  text not null,
  language text not null,
  words    text not null
);

-- What was said stays said, and what was shown stays as it was.
revoke update, delete, truncate on consent_entry from ${app};
revoke update, delete, truncate on consent_text from ${app};
revoke delete, truncate on consent from ${app};
