-- What analysts see. Numbers from a moving table would show one incident to whoever asks before and
-- after it; so a release is closed, numbered and kept, and the same question over it gets the same
-- answer in a year.

create table release (
  number     integer     primary key check (number > 0),
  closed_at  timestamptz not null,
  -- What was visible when it was closed: rows of later transactions belong to the next one.
  snapshot   pg_snapshot not null,
  stored_at  timestamptz not null default clock_timestamp()
);

-- Each version of a row with the releases it was current in: from_release up to, and without,
-- to_release (null: still current).

create table released_incident_fact (like incident_fact);
alter table released_incident_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (incident, from_release);
create index released_incident_fact_current on released_incident_fact (incident) where to_release is null;

create table released_party_fact (like party_fact);
alter table released_party_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (incident, person, role, from_release);
create index released_party_fact_current on released_party_fact (incident, person, role) where to_release is null;

create table released_person_fact (like person_fact);
alter table released_person_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (person, from_release);
create index released_person_fact_current on released_person_fact (person) where to_release is null;

create table released_verdict_fact (like verdict_fact);
alter table released_verdict_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (incident, program, from_release);
create index released_verdict_fact_current on released_verdict_fact (incident, program) where to_release is null;

create table released_assignment_fact (like assignment_fact);
alter table released_assignment_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (assignment, from_release);
create index released_assignment_fact_current on released_assignment_fact (assignment) where to_release is null;
create index released_assignment_fact_by_incident on released_assignment_fact (incident);

create table released_consent_fact (like consent_fact);
alter table released_consent_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (consent, from_release);
create index released_consent_fact_current on released_consent_fact (consent) where to_release is null;
create index released_consent_fact_by_incident on released_consent_fact (incident);

create table released_referral_fact (like referral_fact);
alter table released_referral_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (referral, from_release);
create index released_referral_fact_current on released_referral_fact (referral) where to_release is null;
create index released_referral_fact_by_incident on released_referral_fact (incident);

-- A release once closed stays as it was.
revoke update, delete, truncate on release from ${app};
revoke delete, truncate on released_incident_fact from ${app};
revoke delete, truncate on released_party_fact from ${app};
revoke delete, truncate on released_person_fact from ${app};
revoke delete, truncate on released_verdict_fact from ${app};
revoke delete, truncate on released_assignment_fact from ${app};
revoke delete, truncate on released_consent_fact from ${app};
revoke delete, truncate on released_referral_fact from ${app};
