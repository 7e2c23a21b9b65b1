-- What the test's handlers saw, in their own transactions.
create table ledger (
  number   bigint generated always as identity primary key,
  consumer text not null,
  id       uuid not null,
  subject  uuid not null,
  version  bigint not null,
  unique (consumer, id)
);
create table sample_aggregate (
  id      uuid primary key,
  version bigint not null
);
