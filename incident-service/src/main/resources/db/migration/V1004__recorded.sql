-- A walk is told in the order things were stored, by the wall clock, also where business time was moved.
alter table scene_fact alter column recorded_at set default clock_timestamp();

-- The same for odd reports.
alter table intake_flag add column recorded_at timestamptz not null default clock_timestamp();

-- The same for reads of the vault.
alter table access_record add column recorded_at timestamptz not null default clock_timestamp();
