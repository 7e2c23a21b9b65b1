-- Facts whose topic does not take them: an agency that is not provisioned yet, a grant that is
-- missing. They keep their order and are tried again, while all other topics go on. Rows leave when
-- they are published.
create table outbox_held (
  seq     bigint      primary key,
  topic   text        not null,
  held_at timestamptz not null default clock_timestamp()
);
create index outbox_held_by_topic on outbox_held (topic, seq);
