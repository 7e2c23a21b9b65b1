-- The zone a worker's times are shown in.
alter table worker add column zone text; -- IANA; null: that of what is shown

-- A shift whose worker would give it away; theirs until another takes it.
create table shift_offer (
  shift      uuid        primary key, -- kept by the shift's own id, which stays when its rotation is laid out anew
  offered_at timestamptz not null,
  for_shift  uuid        -- somebody else's shift they would work instead; null: whoever takes it
);

-- Leave is asked for by whoever wants it, and granted or refused by whoever answers for the program.
alter table staff_leave add column asked_at timestamptz;
alter table staff_leave add column refused_at timestamptz;
alter table staff_leave add column refused_by text;
alter table staff_leave alter column granted_at drop not null;
alter table staff_leave alter column granted_by drop not null;
drop index staff_leave_now;
create index staff_leave_now on staff_leave (staff, ends) where called_off_at is null and granted_at is not null;

-- The address of a worker's calendar: whoever knows it reads it, so that only its digest is kept.
create table calendar_feed (
  staff     uuid        primary key,
  digest    bytea       not null unique, -- SHA-256 of the secret
  since     timestamptz not null
);

-- Who changed whose shift, when and how. Appended only.
create table rostering_act (
  id      bigint      generated always as identity primary key,
  at      timestamptz not null,
  by      text        not null, -- the name they sign in with
  act     text        not null,
  subject uuid        not null, -- a shift, a rotation or a leave
  before  uuid,       -- whose it was
  after   uuid,       -- whose it is
  reason  text
);
create index rostering_act_subject on rostering_act (subject, id);
revoke update, delete, truncate on rostering_act from ${app};
