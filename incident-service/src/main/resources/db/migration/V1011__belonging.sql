-- What sources say of how their incidents belong together, by their own numbers. A number not heard of yet waits: it is
-- looked for again, the older the rarer. What is no longer said stays as a row: a split is told once, and a link that was
-- told must be taken back.
create table incident_relation (
  number         bigint      generated always as identity primary key,
  incident       uuid        not null references incident,
  police_service text        not null,
  jurisdiction   text        not null,
  kind           text        not null,
  other_number   text        not null,
  -- No reference: whoever says something of another incident must not wait for it.
  other          uuid,
  said           boolean     not null,
  -- Since when the source says so, by its own time.
  said_at        timestamptz not null,
  told           boolean     not null default false,
  -- The one it speaks of has said since that it stands on its own: this counts again only once it is said anew.
  overruled      boolean     not null default false,
  -- Why it is not applied; flagged once.
  odd            text,
  noted_at       timestamptz not null default clock_timestamp(),
  look_at        timestamptz not null default clock_timestamp(),
  unique (incident, kind, other_number)
);

-- Relations are followed from either end.
create index incident_relation_other on incident_relation (other);

-- Numbers nobody reported yet.
create index incident_relation_unknown on incident_relation (look_at) where other is null and said;

-- The incident that goes on instead of this one; null where it stands by itself.
alter table incident add column merged_into uuid;
create index incident_merged_into on incident (merged_into) where merged_into is not null;

-- Incidents whose belonging is to be settled, in a moment and one by one: the report that made it so locks no other. A row
-- for each reason; at is the source's time of the saying.
create table incident_to_settle (
  number         bigint      generated always as identity primary key,
  incident       uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  at             timestamptz not null,
  -- When it may be taken in hand, again where it was and nothing came of it.
  look_at        timestamptz not null default clock_timestamp()
);

-- All rows of one incident go when it was settled.
create index incident_to_settle_incident on incident_to_settle (incident);
