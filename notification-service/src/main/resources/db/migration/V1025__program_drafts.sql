-- A change of a program is prepared beside the version in force; one at a time for each program, so
-- that nobody publishes over somebody else's.
create table program_draft (
  code           text primary key,
  body           jsonb not null,
  drafted_from   integer not null check (drafted_from >= 0), -- 0: there was no version yet
  saved_at       timestamptz not null,
  saved_by       text not null,
  police_service text not null, -- codes, comma between
  jurisdiction   text not null
);

-- Who changed what of a program, and when.
create table program_change (
  id             bigint generated always as identity primary key,
  code           text not null,
  what           text not null check (what in ('put', 'drafted', 'published', 'discarded')),
  version        integer, -- the one in force from then on; none for what only concerns a draft
  fields         jsonb not null,
  changed_at     timestamptz not null,
  changed_by     text not null,
  police_service text not null,
  jurisdiction   text not null
);

-- A program's page shows its own history.
create index program_change_code on program_change (code, id);

-- Nobody tidies away that a program was changed.
revoke update, delete, truncate on program_change from ${app};
