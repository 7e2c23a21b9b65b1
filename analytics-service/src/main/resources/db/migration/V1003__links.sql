-- Which persons are taken for one. A pair is told by the same one of the two each time, so that the
-- versions of its events have one order; the highest counts, whatever order they come in.
create table link_fact (
  low            uuid        not null,
  high           uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  link_version   bigint      not null,
  linked         boolean     not null,
  -- What the link stands on; null once it is undone.
  reason         text,
  decided_at     timestamptz not null,
  changed_by     xid8        not null default pg_current_xact_id(),
  stored_at      timestamptz not null default clock_timestamp(),
  primary key (low, high),
  check (low < high)
);

-- Groups are followed from either end.
create index link_fact_high on link_fact (high);

-- The one pseudonym of a human being, for measures to come, which count people over incidents: the
-- lowest of all that are linked. Who was never linked has no row and stands for themselves; who was,
-- and is not any more, has their own again.
create table alias_fact (
  person         uuid        primary key,
  canonical      uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  changed_by     xid8        not null default pg_current_xact_id(),
  stored_at      timestamptz not null default clock_timestamp()
);

-- The same for releases: a link that is made or undone later changes no closed one.
create table released_link_fact (like link_fact);
alter table released_link_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (low, high, from_release);
create index released_link_fact_current on released_link_fact (low, high) where to_release is null;

create table released_alias_fact (like alias_fact);
alter table released_alias_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (person, from_release);
create index released_alias_fact_current on released_alias_fact (person) where to_release is null;

-- A release once closed stays as it was.
revoke delete, truncate on released_link_fact from ${app};
revoke delete, truncate on released_alias_fact from ${app};
