-- A key is what its sender made of it. A btree takes none over 2.7 kB, so a hash index finds the
-- records that stop their key; those behind them are never looked for by key.
drop index quarantine_by_key;
create index quarantine_stopped_key on quarantine using hash (record_key) where behind is null;
-- The list of those that can be acted on, the longest waiting first.
create index quarantine_first on quarantine (number) where behind is null;

-- From now on keys are escaped: \\ for a backslash, \0 for the character text cannot hold.
update quarantine set record_key = replace(record_key, '\', '\\')
where position('\' in record_key) > 0;
update parked set record_key = replace(record_key, '\', '\\')
where position('\' in record_key) > 0;

-- What a mend has changed: SHA-256 over headers and body before and after, and the names of the
-- contract's headers that are others now. No value, and no name that is not the contract's.
alter table repair_log
  add column before_sha256   bytea,
  add column after_sha256    bytea,
  add column changed_headers text[];
