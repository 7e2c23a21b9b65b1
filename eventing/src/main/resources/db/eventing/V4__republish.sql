-- A topic told again from the outbox, after the broker lost its disk. The relay does it, and moves
-- on here in the transactions that move its cursor.
create table republish (
  number      bigint generated always as identity primary key,
  -- Null for all topics.
  topic       text,
  since       timestamptz not null,
  asked_by    text        not null,
  asked_at    timestamptz not null default clock_timestamp(),
  -- What was told up to then; what is told later goes out as news.
  until_seq   bigint      not null,
  at_seq      bigint      not null default 0,
  sent        bigint      not null default 0,
  -- Facts that are not told a second time.
  left_out    bigint      not null default 0,
  finished_at timestamptz
);
-- One at a time.
create unique index republish_under_way on republish ((finished_at is null)) where finished_at is null;
revoke delete, truncate on republish from ${app};
