-- Whoever of several was not the first one is told that somebody else has it, and supervisors are told outside the app,
-- too: of help that waits for them, and of an alert, which is what "about" names.
alter table delivery
  drop constraint delivery_notice_check,
  add constraint delivery_notice_check check (notice in ('page', 'stop', 'taken', 'told', 'alert')),
  add column about uuid,
  drop constraint delivery_assignment_attempt_staff_channel_notice_key;

-- A page is said once on each channel. A supervisor may be told of the same again, when it is their turn again: then the
-- attempt is the turn.
create unique index delivery_once on delivery (assignment, attempt, staff, channel, notice, about) nulls not distinct
  where assignment is not null;

-- The gateway names the message by our own id now: it may be faster than our own note that it was sent.
drop index delivery_gateway;
