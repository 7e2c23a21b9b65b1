-- Where a member of staff is reached outside the app. The address is sealed, since it is a person's own; beside it is
-- how it was proven to be theirs. Their row in worker names it by its id alone.
create table staff_contact (
  id             uuid        primary key,
  staff          uuid        not null,
  kind           text        not null,
  sealed         bytea       not null,
  proof          text,
  proven_by      text,
  proven_at      timestamptz,
  police_service text        not null,
  jurisdiction   text        not null
);

-- Channels are put and read one member of staff at a time.
create index staff_contact_staff on staff_contact (staff);

-- One notice on its way to one channel of one worker. Its id is what the gateway knows the message by, at every attempt.
-- Channels after the first wait without a time until the one before them fails, or is not confirmed. Times are the wall
-- clock's, apart from good_until.
create table delivery (
  id             uuid        primary key,
  notice         text        not null check (notice in ('page', 'stop')),
  assignment     uuid        not null,
  attempt        integer     not null,
  staff          uuid        not null,
  incident       uuid        not null,
  channel        uuid        not null,
  kind           text        not null,
  place          integer     not null,
  state          text        not null check (state in ('waiting', 'sending', 'sent', 'delivered', 'failed-for-now',
                                                       'failed-for-good', 'cancelled')),
  good_until     timestamptz not null, -- business time: later it would be no news but a fright
  due_at         timestamptz,
  lease          uuid,
  leased_until   timestamptz,
  attempts       integer     not null default 0,
  gateway_id     text,
  last_failure   text,
  made_at        timestamptz not null default clock_timestamp(),
  sent_at        timestamptz,
  ended_at       timestamptz,
  police_service text        not null,
  jurisdiction   text        not null,
  unique (assignment, attempt, staff, channel, notice)
);

-- What is due is sent in the order it falls due.
create index delivery_due on delivery (due_at) where state in ('waiting', 'sending', 'failed-for-now');

-- An operator is shown what could not be delivered, the latest first.
create index delivery_failed on delivery (ended_at) where state = 'failed-for-good';

-- What was sent to whom, and when, stays.
revoke delete, truncate on delivery from ${app};
