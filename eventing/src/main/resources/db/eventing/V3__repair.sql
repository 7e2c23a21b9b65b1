-- After a broker has lost its log its offsets begin again, so an offset alone names no record: its
-- time and the event's id belong to its identity. A record that is merely read twice has both.
alter table quarantine
  add column record_time bigint,
  -- The inbox holds it as taken since it was parked; sent again it must not count as a repeat.
  add column claimed boolean not null default false,
  -- Raised by each change, so that nobody acts on what somebody else has changed meanwhile.
  add column edition integer not null default 0;
alter table quarantine
  drop constraint quarantine_consumer_topic_partition_record_offset_key;
alter table quarantine
  add constraint quarantine_record unique nulls not distinct
    (consumer, topic, partition, record_offset, record_time, id);
create index quarantine_behind on quarantine (behind, number) where behind is not null;

-- What was set aside out of the parked facts before this was written down.
update quarantine q set claimed = true
where exists (select 1 from inbox i where i.consumer = q.consumer and i.id = q.id)
  and not exists (
    select 1 from aggregate_progress a
    where a.consumer = q.consumer and a.topic = q.topic and a.subject = q.subject
      and a.version >= q.version);

-- Who did what to a record that was set aside, and why. The record itself leaves; this stays.
create table repair_log (
  number        bigint generated always as identity primary key,
  quarantine    bigint      not null,
  consumer      text        not null,
  topic         text        not null,
  partition     integer     not null,
  record_offset bigint      not null,
  id            uuid,
  subject       uuid,
  version       bigint,
  action        text        not null check (action in ('mended', 'sent', 'failed', 'dropped')),
  -- Code; for what failed again, the new reason.
  outcome       text        not null,
  word          text        not null,
  by_account    text        not null,
  done_at       timestamptz not null default clock_timestamp()
);
create index repair_log_by_record on repair_log (quarantine);
revoke update, delete, truncate on repair_log from ${app};
