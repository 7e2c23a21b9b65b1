-- The agencies people may be referred to: reference data of the installation, shared by every
-- police service it serves, so it carries none.
create table agency (
  code                  text        primary key,
  name                  text        not null,
  purposes              text[]      not null,
  serves                text[]      not null,
  answer_within_seconds bigint      not null check (answer_within_seconds > 0),
  active                boolean     not null,
  changed_at            timestamptz not null
);

-- Each agency knows a person under an id of its own, so that two agencies cannot join theirs.
create table agency_client (
  agency         text        not null references agency (code),
  person         uuid        not null,
  client         uuid        not null unique,
  police_service text        not null,
  jurisdiction   text        not null,
  made_at        timestamptz not null,
  primary key (agency, person)
);

-- An id once given to an agency is that person's for good.
revoke update, delete, truncate on agency_client from ${app};
