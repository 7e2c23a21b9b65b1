-- A note may speak of anyone an incident names: with one of them erased, it goes too.
update incident set sealed = null
where sealed is not null and id in (
  select party.incident from party join person on person.id = party.person
  where person.erased_at is not null);
