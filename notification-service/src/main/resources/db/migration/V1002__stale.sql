-- The program whose live help was wanted by a fact that came too late to page anyone: whoever looks at
-- the board must find it there, since nobody was told.
alter table routing add column stale_program text;

-- There are few of them, and the board reads them every time.
create index routing_stale on routing (police_service) where stale_program is not null;
