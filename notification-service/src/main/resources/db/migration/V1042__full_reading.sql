-- The privacy office reads reasons that touch a party, a dyad or a leave; who did, and when, stays. Wall clock.
create table full_reading (
  id             uuid        primary key default gen_random_uuid(),
  incident       uuid        not null,
  read_by        text        not null,
  read_at        timestamptz not null default clock_timestamp(),
  police_service text        not null,
  jurisdiction   text        not null
);

-- An incident's readings are looked up together.
create index full_reading_incident on full_reading (incident, read_at);

-- That it was read stays as it was.
revoke update, delete, truncate on full_reading from ${app};
