-- What was made of a connected CAD's posts, counted per minute in codes and places of fields: read by whoever wants to
-- know why it is not understood. Counts and not one row per post: a flood of refusals must not become a flood of writes,
-- and an accepted post must not wait for another row, nor for its neighbour's lock on a counter. So each process counts
-- in memory and adds a few rows every quarter of a minute; a process that dies takes at most that much with it. The
-- incidents themselves lose nothing by it. Which incident it was is not told: whoever reads the counts may be kept out of
-- that one. A field that decides nothing is counted by the hour and written every ten minutes, from one look a minute.
create table intake_tally (
  id             bigint      generated always as identity primary key,
  police_service text        not null references police_service,
  jurisdiction   text        not null,
  minute         timestamptz not null,
  kind           text        not null check (kind in ('TAKEN', 'REFUSED', 'ODD', 'UNUSED')),
  code           text        not null,
  pointer        text        not null,
  times          bigint      not null check (times > 0),
  last_at        timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp()
);

-- The page asks for one police service's last day.
create index intake_tally_day on intake_tally (police_service, minute);

-- What is older than a day is looked for all the time.
create index intake_tally_old on intake_tally (recorded_at);

-- Nobody rewrites what was counted, and what may go is only what is old.
revoke update, delete, truncate on intake_tally from ${app};

-- Forgets counts a day after they were written, by the wall clock: how old they must be is not the caller's to say.
create function forget_old_intake() returns void
  language sql security definer set search_path = public, pg_temp
  as 'delete from public.intake_tally where recorded_at < clock_timestamp() - interval ''24 hours''';

revoke execute on function forget_old_intake() from public;

grant execute on function forget_old_intake() to ${app};
