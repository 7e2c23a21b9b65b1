-- How many advisories a police service was told. The row's lock is held until the commit, so that places come
-- in the order of commits: who has read up to one place has missed none before it. An id or a sequence is no such cursor.
create table advisory_place (
  police_service text   primary key,
  jurisdiction   text   not null,
  last           bigint not null
);

-- What police are told back of the help for an incident: codes, never an agency, a worker or what was said.
create table advisory (
  id             uuid        primary key,
  police_service text        not null,
  jurisdiction   text        not null,
  place          bigint      not null,
  incident       uuid        not null,
  mode           text        not null,
  type           text        not null,
  code           text,
  other_incident uuid,
  answers        uuid,        -- the advisory that somebody outside the police service says they know of
  told_at        timestamptz not null,
  acknowledge_by timestamptz,
  recorded_at    timestamptz not null default clock_timestamp(),
  -- a CAD reads on from the place it has read up to
  unique (police_service, place)
);

-- An incident's page and trace show its advisories.
create index advisory_incident on advisory (incident, place);

-- What was told since an instant is sent again on request.
create index advisory_told on advisory (police_service, told_at);

-- The dispatcher's page shows what waits for a human.
create index advisory_to_acknowledge on advisory (police_service, place) where acknowledge_by is not null;

-- What was told stays as it was told.
revoke update, delete, truncate on advisory from ${app};

-- Who knows of it: an operator's code or a dispatcher's staff id, never a name; or that it was a supervisor elsewhere.
create table advisory_acknowledgement (
  advisory        uuid        primary key references advisory,
  police_service  text        not null,
  jurisdiction    text        not null,
  by_code         text        not null,
  acknowledged_at timestamptz not null,
  recorded_at     timestamptz not null default clock_timestamp()
);

-- The first who said so counts, for good.
revoke update, delete, truncate on advisory_acknowledgement from ${app};

-- Where a police service's systems want its advisories sent. All times of sending are the database's own clock:
-- back-off is no business time. The secrets are sealed under the master key.
create table webhook_endpoint (
  id              uuid        primary key,
  police_service  text        not null references police_service,
  jurisdiction    text        not null,
  url             text        not null,
  test            boolean     not null,
  secret          bytea       not null,
  disabled_at     timestamptz,
  disabled_for    text,
  removed_at      timestamptz,
  failures        bigint      not null default 0, -- since one was taken; while there are some, it is sent one at a time
  retry_at        timestamptz,                    -- until then nothing that is not urgent
  last_failure    text,
  last_failed_at  timestamptz,
  last_taken_at   timestamptz,
  created_by      text        not null,
  created_at      timestamptz not null default clock_timestamp()
);

-- Every new advisory asks which endpoints its police service has.
create index webhook_endpoint_service on webhook_endpoint (police_service) where removed_at is null;

-- Secrets that were replaced stay valid beside the new one for a while: who rotates twice cuts nobody off.
create table webhook_past_secret (
  id             uuid        primary key default gen_random_uuid(), -- a row is sealed anew by its id
  endpoint       uuid        not null references webhook_endpoint,
  secret         bytea       not null,
  until          timestamptz not null,
  police_service text        not null,
  jurisdiction   text        not null
);

-- A message is signed with every secret that is still valid.
create index webhook_past_secret_endpoint on webhook_past_secret (endpoint, until);

-- One advisory for one endpoint; its id is the webhook-id, the same at every attempt and every replay.
create table webhook_delivery (
  id             uuid        primary key,
  endpoint       uuid        not null references webhook_endpoint,
  advisory       uuid        not null references advisory,
  police_service text        not null,
  jurisdiction   text        not null,
  incident       uuid        not null,
  place          bigint      not null,
  replay         boolean     not null default false,
  urgent         boolean     not null default false, -- a human is waited for: it waits for nothing
  state          text        not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts       integer     not null default 0, -- that were answered, or not answered in time
  first_tried_at timestamptz,
  due_at         timestamptz not null default clock_timestamp(),
  lease          uuid,
  leased_until   timestamptz,
  last_failure   text,
  last_failed_at timestamptz,
  ended_at       timestamptz,
  -- an advisory heard twice is sent once
  unique (endpoint, advisory)
);

-- What an endpoint is sent next: first what a human is waited for, the newest first.
create index webhook_delivery_urgent on webhook_delivery (endpoint, place desc) where state = 'pending' and urgent;

-- And then what has been due longest, what is sent again after what is told now.
create index webhook_delivery_due on webhook_delivery (endpoint, replay, due_at, place) where state = 'pending' and not urgent;

-- How many an endpoint and a police service are being sent at this moment.
create index webhook_delivery_sending on webhook_delivery (endpoint, leased_until) where lease is not null;
create index webhook_delivery_share on webhook_delivery (police_service, leased_until) where lease is not null;

-- A later one waits for the earlier one of the same incident.
create index webhook_delivery_order on webhook_delivery (endpoint, incident, place) where state = 'pending';

-- An incident's trace shows what became of each of its advisories.
create index webhook_delivery_advisory on webhook_delivery (advisory);

-- The operator's page lists what failed, the latest first.
create index webhook_delivery_failed on webhook_delivery (last_failed_at desc)
  where state <> 'delivered' and last_failed_at is not null;

-- A delivery is evidence of what was sent where.
revoke delete, truncate on webhook_delivery, webhook_endpoint from ${app};

-- Two incidents that look like one are told of once, however often either is reported again.
create table duplicate_suspected (
  incident       uuid        not null references incident,
  other_incident uuid        not null references incident,
  police_service text        not null,
  jurisdiction   text        not null,
  suspected_at   timestamptz not null,
  primary key (incident, other_incident)
);

-- That it was suspected stays, whatever became of it.
revoke update, delete, truncate on duplicate_suspected from ${app};
