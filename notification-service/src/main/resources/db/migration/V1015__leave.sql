-- Whoever is on leave is paged for nothing, whatever the rota says. Times only: why somebody is away
-- is kept nowhere. A leave is called off, never taken out, so that who was away stays known.
create table staff_leave (
  id             uuid primary key,
  staff          uuid not null,
  starts         timestamptz not null,
  ends           timestamptz not null check (ends > starts),
  granted_at     timestamptz not null,
  granted_by     text not null,
  called_off_at  timestamptz,
  called_off_by  text
);

-- Routing asks who of a roster is away now.
create index staff_leave_now on staff_leave (staff, ends) where called_off_at is null;

-- Nobody tidies away that somebody was on leave.
revoke delete, truncate on staff_leave from ${app};
