-- What a person can be recognised by, as keyed digests: number, name with birth date, phone, address. The kind is part of
-- the digest. The incident that said it owns it, as it owns the person's fields. Erasure drops them. What is carried over from
-- an earlier release was never compared with a name, so it links nobody by itself until a report says it again.
create table person_trait (
  person         uuid    not null references person,
  kind           text    not null,
  digest         bytea   not null,
  incident       uuid    not null,
  carried        boolean not null default false,
  police_service text    not null,
  jurisdiction   text    not null,
  primary key (person, kind)
);

-- Intake asks for everyone who has a trait.
create index person_trait_digest on person_trait (digest);

-- Records-system numbers are traits like the others now: a number no longer decides whose fields are whose. Of several
-- numbers of one person the newest incident's counts: an older one may be what was mistyped and corrected since.
insert into person_trait (person, kind, digest, incident, carried, police_service, jurisdiction)
  select distinct on (r.person) r.person, 'RECORD_NUMBER', r.number_index, r.incident, true, r.police_service, r.jurisdiction
  from record_number r left join incident i on i.id = r.incident
  order by r.person, i.received_at desc nulls last, r.number_index;

-- Nothing reads record_number any more, but a process of the release before still writes it while this one is rolled out:
-- it is dropped one release later. Erasure empties it as before.

-- Two ids that are taken for one human being, or were: a pair that was undone by hand is never linked by itself again. Each id
-- keeps its own fields, so that undoing loses nothing. The teller is the one of the two whose events tell of the pair.
create table person_link (
  low            uuid        not null references person,
  high           uuid        not null references person,
  police_service text        not null,
  jurisdiction   text        not null,
  teller         uuid        not null,
  reason         text        not null,
  incident       uuid,
  linked_by      text        not null,
  linked_at      timestamptz not null,
  undone_by      text,
  undone_at      timestamptz,
  undone_because text,
  by_hand        boolean     not null,
  primary key (low, high),
  check (low < high)
);

-- Groups are followed from either end.
create index person_link_high on person_link (high);

-- Pairs a human should look at; the first reason stays, and what was decided.
create table link_suggestion (
  low            uuid        not null references person,
  high           uuid        not null references person,
  police_service text        not null,
  jurisdiction   text        not null,
  hint           text        not null,
  incident       uuid        not null,
  suggested_at   timestamptz not null,
  decided        text,
  decided_by     text,
  decided_at     timestamptz,
  primary key (low, high),
  check (low < high)
);

-- A privacy officer works through what is open, newest first.
create index link_suggestion_open on link_suggestion (suggested_at desc, low, high) where decided is null;

-- Erasure drops the suggestions about a person.
create index link_suggestion_high on link_suggestion (high);

-- That two were taken for one, and who said they are not, is evidence: it changes and never goes.
revoke delete, truncate on person_link from ${app};

-- Incidents whose parties are linked to others than was told of them: told anew in a moment, one by one. A row for each
-- reason and no reference, so that two who link never wait for each other here.
create table incident_to_tell (
  number         bigint generated always as identity primary key,
  incident       uuid   not null,
  police_service text   not null,
  jurisdiction   text   not null
);

-- All rows of one incident go when it was told.
create index incident_to_tell_incident on incident_to_tell (incident);

-- After a rotation of the master key a signing secret is sealed anew; its content stays.
grant update (signing_secret) on api_key to ${app};
