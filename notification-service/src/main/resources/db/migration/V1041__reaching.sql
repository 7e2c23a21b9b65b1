-- How often a worker tried to reach the person, and when she last came back by herself.
alter table assignment add column tries integer not null default 0;
alter table assignment add column tried_at timestamptz;
alter table assignment add column came_back_at timestamptz;
