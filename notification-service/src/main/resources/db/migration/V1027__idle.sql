-- When each worker was last called on changes with every page, their row hardly ever: apart from it, whoever decides need
-- not read the row again for that.
create table idle (
  staff          uuid        primary key,
  since          timestamptz not null,
  police_service text        not null,
  jurisdiction   text        not null
);
insert into idle (staff, since, police_service, jurisdiction)
  select id, idle_since, police_service, jurisdiction from worker where idle_since is not null;
alter table worker drop column idle_since;
