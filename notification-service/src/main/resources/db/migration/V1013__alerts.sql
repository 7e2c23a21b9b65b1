-- A worker asked for a faster response, or said that somebody is in danger. Its id is the advisory's. It stays due
-- until a human has said that they know: the next supervisor is told, and the next. Its code is what police were told;
-- what was said to the worker is nowhere.
create table alert (
  id              uuid        primary key,
  incident        uuid        not null references routing (incident),
  assignment      uuid        not null references assignment (id),
  police_service  text        not null,
  jurisdiction    text        not null,
  program         text        not null,
  kind            text        not null,
  code            text,
  raised_by       uuid        not null,
  raised_at       timestamptz not null,
  told            jsonb       not null, -- in the present round
  ever_told       jsonb       not null, -- in any round: who may say that they know
  supervisor      uuid,
  unattended      boolean     not null, -- not one supervisor could be told when it was last tried
  due_at          timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid, -- null where police did
  approval_due_at timestamptz,
  verdict         text,
  verdict_by      uuid,
  verdict_at      timestamptz
);

-- What is due is taken in the order it falls due.
create index alert_due on alert (due_at, id) where due_at is not null;

-- A second tap finds the first; an incident's alerts are shown together.
create index alert_incident on alert (incident);

-- A supervisor's page asks for what nobody has judged yet in their programs, the longest due first.
create index alert_to_judge on alert (program, approval_due_at) where approval_due_at is not null and verdict is null;

-- Whoever was told sees it on every look at their pages, until somebody knows.
create index alert_told on alert using gin (ever_told) where acknowledged_at is null;

-- The dispatcher's board shows what nobody knows of, and a meter how long the longest has waited.
create index alert_unanswered on alert (police_service, raised_at) where acknowledged_at is null;

-- A worker finds their own.
create index alert_raiser on alert (raised_by, raised_at);

-- A worker finds the calls they had of late, to tell of danger afterwards, too.
create index page_staff on page (staff, paged_at);

-- The victim's worker is told to look at the safety plan again; neither by whom nor why.
create table plan_review (
  id             uuid        primary key,
  alert          uuid        not null references alert (id),
  assignment     uuid        not null references assignment (id),
  staff          uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  told_at        timestamptz not null,
  done_at        timestamptz,
  unique (alert, staff)
);

-- A worker's page shows what they have not looked at yet.
create index plan_review_open on plan_review (staff) where done_at is null;

-- That it was raised, and what was judged, stays.
revoke delete, truncate on alert, plan_review from ${app};
