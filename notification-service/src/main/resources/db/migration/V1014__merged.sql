-- Police make one of two calls, and one alone goes on: its row says for which others, and what its own source says apart
-- from theirs. Kin also keeps what was split off it and what it is linked with.
alter table routing add column merged_into uuid references routing (incident);
alter table routing add column split_from uuid references routing (incident);
alter table routing add column kin jsonb not null default '{"merged":[],"splitOff":[],"linked":[]}';

-- Who is merged with whom is looked up both ways before anything moves.
create index routing_merged_into on routing (merged_into) where merged_into is not null;

-- Where it was opened, if it moved with a merge: it goes back there where the merge is taken back.
alter table assignment add column came_from uuid;
-- Whom it helps, where that was known when it was opened: a split moves it with her.
alter table assignment add column person uuid;
alter table alert add column came_from uuid;

-- What was for two while they were one counts for the other too, up to this fact in the other's own count.
alter table assignment add column counts_for uuid;
alter table assignment add column counts_mark bigint not null default 0;
create index assignment_counts_for on assignment (counts_for) where counts_for is not null;
