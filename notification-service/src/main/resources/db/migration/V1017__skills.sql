-- What a worker is able to do, by the codes programs name.
alter table worker add column skills jsonb not null default '[]';
