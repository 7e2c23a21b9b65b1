-- What a person can be recognised by, as keyed digests: number, name with birth date, phone, address. The kind is part of
-- the digest. Erasure drops them.
create table person_trait (
  person         uuid  not null references person,
  kind           text  not null,
  digest         bytea not null,
  police_service text  not null,
  jurisdiction   text  not null,
  primary key (person, kind)
);

-- Intake asks for everyone who has a trait.
create index person_trait_digest on person_trait (digest);

-- Records-system numbers are traits like the others now: a number no longer decides whose fields are whose.
insert into person_trait (person, kind, digest, police_service, jurisdiction)
  select distinct on (person) person, 'RECORD_NUMBER', number_index, police_service, jurisdiction
  from record_number order by person, number_index
on conflict do nothing;
drop table record_number;

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
