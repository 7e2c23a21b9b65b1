-- When help that nobody has taken on is late, and whether a supervisor was to hear of that.
alter table assignment add column late_at timestamptz;
alter table assignment add column late boolean not null default false;

-- That help is late is nobody's word.
alter table alert alter column raised_by drop not null;

-- A worker's list shows what waits in the programs they are on duty for.
create index assignment_untaken on assignment (opened_at, id) where state_code in ('waiting', 'told', 'unattended');
