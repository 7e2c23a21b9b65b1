-- Two by two, the ids that are of one human being: an agency is sent nobody twice.
alter table known_incident add column same_person uuid[] not null default '{}';
