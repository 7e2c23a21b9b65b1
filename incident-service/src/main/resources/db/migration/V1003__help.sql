-- What police may see of help after the handoff: that someone comes, is there, has ended, or that nobody can come.
create table help (
  assignment     uuid        primary key,
  incident       uuid        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  audience       text        not null,
  help_mode      text        not null,
  state          text        not null,
  staff          uuid[]      not null,
  until          timestamptz,
  changed_at     timestamptz not null
);

-- An incident's page shows the help of that incident.
create index help_incident on help (incident);
