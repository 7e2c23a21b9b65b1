-- Which incident goes on instead of another; null once it stands by itself again. The highest version of the merged one's
-- events counts, whatever order they come in; chains are followed where something is counted.
create table merge_fact (
  incident       uuid        primary key,
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  merge_version  bigint      not null,
  into_incident  uuid,
  said_at        timestamptz not null,
  changed_by     xid8        not null default pg_current_xact_id(),
  stored_at      timestamptz not null default clock_timestamp()
);

-- What was split off what, and what is linked: kept as it was told; each counts by itself.
create table relation_fact (
  incident         uuid        not null,
  other            uuid        not null,
  kind             text        not null,
  police_service   text        not null,
  jurisdiction     text        not null,
  mode             text        not null,
  relation_version bigint      not null,
  holds            boolean     not null,
  said_at          timestamptz not null,
  changed_by       xid8        not null default pg_current_xact_id(),
  stored_at        timestamptz not null default clock_timestamp(),
  primary key (incident, other, kind)
);

-- The incident an assignment or a referral is for by its newest event: it moves with a merge or a split, and may go back.
create table place_fact (
  subject        uuid        primary key,
  incident       uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  place_version  bigint      not null,
  changed_by     xid8        not null default pg_current_xact_id(),
  stored_at      timestamptz not null default clock_timestamp()
);

-- The same for releases: a merge that is made or taken back later changes no closed one.
create table released_merge_fact (like merge_fact);
alter table released_merge_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (incident, from_release);
create index released_merge_fact_current on released_merge_fact (incident) where to_release is null;

create table released_relation_fact (like relation_fact);
alter table released_relation_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (incident, other, kind, from_release);
create index released_relation_fact_current on released_relation_fact (incident, other, kind) where to_release is null;

create table released_place_fact (like place_fact);
alter table released_place_fact
  add column from_release integer not null references release (number),
  add column to_release   integer references release (number),
  add primary key (subject, from_release);
create index released_place_fact_current on released_place_fact (subject) where to_release is null;

-- A release once closed stays as it was.
revoke delete, truncate on released_merge_fact from ${app};
revoke delete, truncate on released_relation_fact from ${app};
revoke delete, truncate on released_place_fact from ${app};
