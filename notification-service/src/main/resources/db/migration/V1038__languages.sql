-- Of two who are free the one who speaks her language is asked first.
alter table worker add column languages jsonb not null default '[]';
