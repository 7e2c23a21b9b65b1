-- One referral for one consent, however often the consent is told.
create table referral (
  id             uuid        primary key,
  consent        uuid        not null unique references consent (id),
  incident       uuid        not null,
  person         uuid        not null,
  client         uuid        not null,
  agency         text        not null references agency (code),
  purpose        text        not null,
  side           text        not null,
  program        text,
  urgency        text        not null,
  needs          text[]      not null,
  state          text        not null,
  reason         text,
  consented_at   timestamptz not null,
  opened_at      timestamptz not null,
  answer_by      timestamptz not null,
  expires_at     timestamptz not null,
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  zone           text        not null,
  version        bigint      not null,
  -- Events told on the agency's own topic, counted apart from our own.
  told           bigint      not null,
  changed_at     timestamptz not null
);
-- The inbox of an agency, what waits longest first.
create index referral_by_agency on referral (agency, opened_at);
create index referral_by_incident on referral (incident);

-- Every move a referral made, and through which door.
create table referral_move (
  number         bigint generated always as identity primary key,
  referral       uuid        not null,
  incident       uuid        not null,
  agency         text        not null,
  state          text        not null,
  reason         text,
  door           text        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  at             timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp()
);
create index referral_move_by_incident on referral_move (incident);

-- What the gate stopped, and why; one answer for one consent.
create table gate_refusal (
  referral       uuid        primary key,
  consent        uuid        not null unique,
  incident       uuid        not null,
  agency         text        not null,
  reason         text        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  at             timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp()
);

-- The register of disclosures: a row is committed before the vault is asked, so that nothing is
-- ever told that is not in it.
create table disclosure (
  number          bigint generated always as identity primary key,
  id              uuid        not null unique,
  referral        uuid        not null,
  incident        uuid        not null,
  person          uuid        not null,
  agency          text        not null,
  actor           text        not null,
  purpose         text        not null,
  categories      text[]      not null,
  consent         uuid        not null,
  consent_version bigint      not null,
  police_service  text        not null,
  jurisdiction    text        not null,
  at              timestamptz not null,
  recorded_at     timestamptz not null default clock_timestamp()
);
create index disclosure_by_person on disclosure (person);
create index disclosure_by_referral on disclosure (referral);

-- Answers that did not fit: told to the operator, never in the way of the ones behind them.
create table refused_answer (
  number         bigint generated always as identity primary key,
  event          uuid,
  agency         text        not null,
  -- As the answer names it: may be no referral at all.
  referral       uuid        not null,
  incident       uuid,
  status         text        not null,
  why            text        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  at             timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp()
);
create index refused_answer_by_incident on refused_answer (incident) where incident is not null;

-- Registers and histories are only ever added to.
revoke update, delete, truncate on referral_move from ${app};
revoke update, delete, truncate on gate_refusal from ${app};
revoke update, delete, truncate on disclosure from ${app};
revoke update, delete, truncate on refused_answer from ${app};
revoke delete, truncate on referral from ${app};
