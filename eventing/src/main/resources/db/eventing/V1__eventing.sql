-- Facts told by this service, in the transaction that made them true. Append only: no row is ever
-- marked, so neither order nor speed suffers from a long transaction beside it, and every fact can
-- be published again.
create table outbox (
  seq            bigint generated always as identity primary key,
  id             uuid        not null,
  -- The telling transaction: the relay reads by snapshot windows over it, because a later commit
  -- may carry an earlier seq.
  xid            xid8        not null default pg_current_xact_id(),
  topic          text        not null,
  record_key     text        not null,
  type           text        not null,
  subject        uuid        not null,
  version        bigint      not null check (version > 0),
  police_service text        not null,
  jurisdiction   text        not null,
  mode           text        not null,
  business_time  timestamptz not null,
  -- Wall clock, also where business time is moved.
  recorded_at    timestamptz not null default clock_timestamp(),
  correlation    uuid,
  causation      uuid,
  dataref        text,
  body           bytea       not null,
  -- Two events of one aggregate cannot both make the same version.
  unique (topic, subject, version)
);
create index outbox_by_transaction on outbox (xid, seq);
create index outbox_by_incident on outbox (correlation) where correlation is not null;

-- How far the relay has published: everything visible in window_from, and of the window up to
-- window_to (null when none is open) the rows up to last_seq. The epoch is raised by each new
-- leader; an update under an older epoch changes nothing.
create table outbox_cursor (
  shard       smallint    primary key,
  epoch       bigint      not null,
  window_from pg_snapshot not null,
  window_to   pg_snapshot,
  last_seq    bigint      not null,
  moved_at    timestamptz not null default clock_timestamp()
);
insert into outbox_cursor (shard, epoch, window_from, last_seq)
values (0, 0, pg_current_snapshot(), 0);

-- What each consumer has taken, claimed in the transaction of the work itself.
create table inbox (
  consumer    text        not null,
  source      text        not null,
  id          uuid        not null,
  type        text        not null,
  subject     uuid        not null,
  correlation uuid,
  -- False for a type this release does not know: skipped, and counted.
  known       boolean     not null,
  taken_at    timestamptz not null default clock_timestamp(),
  primary key (consumer, source, id)
);
create index inbox_by_incident on inbox (correlation) where correlation is not null;
create index inbox_unknown on inbox (taken_at) where not known;

-- The last version of each aggregate a consumer has handled, and by which transaction.
create table aggregate_progress (
  consumer   text   not null,
  topic      text   not null,
  subject    uuid   not null,
  version    bigint not null,
  changed_by xid8   not null,
  primary key (consumer, topic, subject)
);
create index aggregate_progress_by_subject on aggregate_progress (subject);

-- Facts that came too early: after a gap in their aggregate's versions, or before something they
-- refer to.
create table parked (
  number         bigint generated always as identity primary key,
  consumer       text        not null,
  topic          text        not null,
  partition      integer     not null,
  record_offset  bigint      not null,
  record_key     text        not null,
  id             uuid        not null,
  subject        uuid        not null,
  version        bigint      not null,
  correlation    uuid,
  headers        bytea       not null,
  body           bytea       not null,
  -- The subject it waits for; null where it waits for its own aggregate's gap to close.
  waits_for      uuid,
  -- What the handler could have seen when it asked to wait: only later facts are news.
  seen           pg_snapshot,
  parked_at      timestamptz not null default clock_timestamp()
);
create index parked_behind_gap on parked (consumer, topic, subject, version) where waits_for is null;
create index parked_waiting on parked (waits_for) where waits_for is not null;
create index parked_by_incident on parked (correlation) where correlation is not null;

-- Records that cannot be handled, and the later ones of the same key behind them. Whole and sealed,
-- so that they can be mended and sent again.
create table quarantine (
  number        bigint generated always as identity primary key,
  consumer      text        not null,
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  record_key    text,
  id            uuid,
  subject       uuid,
  version       bigint,
  correlation   uuid,
  -- Code or exception class; never a message, which could carry content.
  reason        text        not null,
  -- The record this one stands behind, null where it is the poisoned one itself.
  behind        bigint references quarantine (number),
  sealed        bytea       not null,
  set_aside_at  timestamptz not null default clock_timestamp(),
  unique (consumer, topic, partition, record_offset)
);
create index quarantine_by_key on quarantine (consumer, topic, record_key);
create index quarantine_by_incident on quarantine (correlation) where correlation is not null;

-- What was told stays told; only the owner could change it.
revoke update, delete, truncate on outbox from ${app};
revoke insert, delete, truncate on outbox_cursor from ${app};
revoke update, delete, truncate on inbox from ${app};
