-- A member of staff proves a telephone or mailbox of their own: a code goes there, and they enter it. One trial of a
-- channel at a time, few guesses, and an end. How often somebody may have a code sent is counted here, too.
create table channel_trial (
  id         uuid        primary key,
  staff      uuid        not null,
  contact    uuid        not null references staff_contact (id) on delete cascade,
  code       text        not null,
  guesses    integer     not null default 0,
  begun_at   timestamptz not null default clock_timestamp(), -- wall clock, as all times here
  good_until timestamptz not null,
  ended_at   timestamptz
);

-- A channel's latest trial is the one that counts, and one person's trials of the last hour are counted.
create index channel_trial_staff on channel_trial (staff, begun_at);

-- A code belongs to no help.
alter table delivery
  drop constraint delivery_notice_check,
  add constraint delivery_notice_check check (notice in ('page', 'stop', 'taken', 'told', 'alert', 'code')),
  alter column assignment drop not null,
  alter column attempt drop not null,
  alter column incident drop not null,
  add constraint delivery_help check
    (notice = 'code' or (assignment is not null and attempt is not null and incident is not null));

-- A page shows what became of the code that was sent there last.
create index delivery_channel on delivery (channel, made_at) where notice = 'code';
