-- What happened, as this service heard it. Every id is a pseudonym under this service's own key, so
-- that these rows cannot be joined with another service's. A row may come into being from any event
-- that touches it, in any order: each column is set by its own event, "first" columns keep the
-- earliest instant, and whole states are replaced by a higher version only.
--
-- changed_by is the transaction that last touched a row: a release is closed over a snapshot, and
-- the rows that changed since the last one are those not visible in that one's snapshot.

-- The key of the pseudonyms, sealed under the service's master key. One row.
create table pseudonym_key (
  only_one boolean primary key default true check (only_one),
  sealed   bytea not null
);

create table incident_fact (
  incident          uuid        primary key,
  police_service    text        not null,
  jurisdiction      text        not null,
  mode              text        not null,
  -- Version of the last full state; 0 while only the scene was heard of.
  facts_version     bigint      not null,
  type              text,
  status            text,
  domestic          text,
  physical          text,
  charge            text,
  arrest            text,
  released          text,
  relationship      text,
  municipality      text,
  place_kind        text,
  priority          integer,
  occurred_at       timestamptz,
  received_at       timestamptz,
  zone              text,
  -- Monday of the week of receipt in the jurisdiction's zone: the unit of time filters.
  received_week     date,
  scene_safe_at     timestamptz,
  worker_wanted_at  timestamptz,
  cleared_at        timestamptz,
  changed_by        xid8        not null default pg_current_xact_id(),
  stored_at         timestamptz not null default clock_timestamp()
);

-- Who was what in an incident. Part of the full state: only rows of the incident's own
-- facts_version count, a party that was taken out is left behind with an older one.
create table party_fact (
  incident          uuid        not null,
  person            uuid        not null,
  role              text        not null,
  police_service    text        not null,
  jurisdiction      text        not null,
  mode              text        not null,
  facts_version     bigint      not null,
  changed_by        xid8        not null default pg_current_xact_id(),
  stored_at         timestamptz not null default clock_timestamp(),
  primary key (incident, person, role)
);

create table person_fact (
  person            uuid        primary key,
  police_service    text        not null,
  jurisdiction      text        not null,
  mode              text        not null,
  registered_at     timestamptz,
  -- The vault destroyed the key; what is left here identifies nobody, and still counts.
  erased_at         timestamptz,
  changed_by        xid8        not null default pg_current_xact_id(),
  stored_at         timestamptz not null default clock_timestamp()
);

-- What each program last said to an incident, and whether it ever said yes: a call that is closed is
-- no longer eligible for help while it is open, but it was.
create table verdict_fact (
  incident                  uuid        not null,
  program                   text        not null,
  police_service            text        not null,
  jurisdiction              text        not null,
  mode                      text        not null,
  weighing_version          bigint      not null,
  audience                  text        not null,
  help_mode                 text        not null,
  eligibility               text        not null,
  in_window                 boolean     not null,
  window_closes_at          timestamptz,
  reason                    text        not null,
  eligible_at               timestamptz,
  eligible_version          bigint      not null,
  eligible_window_closes_at timestamptz,
  changed_by                xid8        not null default pg_current_xact_id(),
  stored_at                 timestamptz not null default clock_timestamp(),
  primary key (incident, program)
);

create table assignment_fact (
  assignment        uuid        primary key,
  incident          uuid        not null,
  police_service    text        not null,
  jurisdiction      text        not null,
  mode              text        not null,
  audience          text,
  opening_program   text,
  opening_mode      text,
  opened_at         timestamptz,
  -- Where it was placed last: the program that opened it, or a rung below.
  placed_version    bigint      not null,
  placed_program    text,
  placed_mode       text,
  rung              integer,
  attempts          integer,
  paged_at          timestamptz,
  accepted_at       timestamptz,
  arrived_at        timestamptz,
  contact_at        timestamptz,
  concluded_version bigint      not null,
  concluded_at      timestamptz,
  outcome           text,
  stood_down_at     timestamptz,
  stand_down_reason text,
  -- Nobody was left on any rung and a supervisor was told.
  nobody_at         timestamptz,
  changed_by        xid8        not null default pg_current_xact_id(),
  stored_at         timestamptz not null default clock_timestamp()
);
create index assignment_fact_by_incident on assignment_fact (incident);

create table consent_fact (
  consent           uuid        primary key,
  incident          uuid        not null,
  person            uuid        not null,
  police_service    text        not null,
  jurisdiction      text        not null,
  mode              text        not null,
  agency            text        not null,
  purpose           text,
  form              text,
  language          text,
  asserted          boolean,
  overheard         text,
  urgency           text,
  needs             text[],
  given_at          timestamptz,
  expires_at        timestamptz,
  refused_at        timestamptz,
  withdrawn_at      timestamptz,
  changed_by        xid8        not null default pg_current_xact_id(),
  stored_at         timestamptz not null default clock_timestamp()
);
create index consent_fact_by_incident on consent_fact (incident);

create table referral_fact (
  referral          uuid        primary key,
  incident          uuid        not null,
  police_service    text        not null,
  jurisdiction      text        not null,
  mode              text        not null,
  agency            text        not null,
  person            uuid,
  consent           uuid,
  purpose           text,
  program           text,
  urgency           text,
  consented_at      timestamptz,
  created_at        timestamptz,
  refused_at        timestamptz,
  refused_reason    text,
  accepted_at       timestamptz,
  rejected_at       timestamptz,
  in_progress_at    timestamptz,
  on_hold_at        timestamptz,
  completed_at      timestamptz,
  cancelled_at      timestamptz,
  failed_at         timestamptz,
  withdrawn_at      timestamptz,
  first_read_at     timestamptz,
  changed_by        xid8        not null default pg_current_xact_id(),
  stored_at         timestamptz not null default clock_timestamp()
);
create index referral_fact_by_incident on referral_fact (incident);
