-- Keys of the vault itself (blind index), sealed under the master key, so that the master key can be rotated.
create table vault_key (
  name   text  primary key,
  sealed bytea not null
);

-- A person is an id and a wrapped keyset; without the keyset nothing here can identify anyone.
create table person (
  id             uuid        primary key,
  police_service text        not null,
  jurisdiction   text        not null,
  version        bigint      not null,
  wrapped_keyset bytea,
  registered_at  timestamptz not null,
  erased_at      timestamptz
);

-- Each field is encrypted by itself, so that one can be read without the others; the incident that said it owns it.
create table person_field (
  person         uuid        not null references person,
  field          text        not null,
  police_service text        not null,
  jurisdiction   text        not null,
  incident       uuid,
  as_of          timestamptz not null,
  ciphertext     bytea       not null,
  primary key (person, field)
);

-- A records-system number links a person across incidents of one police service; only its keyed digest is kept.
create table record_number (
  police_service text  not null,
  number_index   bytea not null,
  jurisdiction   text  not null,
  person         uuid  not null references person deferrable initially deferred,
  incident       uuid  not null,
  primary key (police_service, number_index)
);

-- Erasure forgets the numbers of one person.
create index record_number_person on record_number (person);

-- Who is who in an incident, by the source's own reference; a reference that is gone keeps its person for its return.
create table party (
  incident       uuid    not null references incident,
  ref_index      text    not null,
  role           text    not null,
  police_service text    not null,
  jurisdiction   text    not null,
  person         uuid    not null references person,
  position       integer not null,
  present        boolean not null,
  staff          uuid,
  primary key (incident, ref_index, role)
);

-- A person's page and an erasure ask for the incidents of one person.
create index party_person on party (person);

-- Every read of the vault, before the answer leaves: who, what, why.
create table access_record (
  id             bigint generated always as identity primary key,
  police_service text        not null,
  jurisdiction   text        not null,
  reader         text        not null,
  role           text        not null,
  person         uuid        not null,
  fields         text[]      not null,
  purpose        text        not null,
  reason         text        not null,
  on_behalf_of   text,
  referral       uuid,
  incident       uuid,
  read_at        timestamptz not null
);

-- A privacy officer asks who read about one person.
create index access_record_person on access_record (person);

-- An access record is evidence.
revoke update, delete, truncate on access_record from ${app};

-- Staff by opaque id; the name stands in the vault under the same id, and the unit says who must be kept out together.
create table staff (
  id             uuid    primary key,
  police_service text    not null,
  jurisdiction   text    not null,
  kind           text    not null,
  organisation   text    not null,
  unit           text,
  languages      text[]  not null,
  active         boolean not null,
  version        bigint  not null,
  name_digest    bytea   not null
);

-- Intake asks for the unit of a party who is a member of staff.
create index staff_unit on staff (organisation, unit);
