-- Police make one of two calls, and one alone goes on. Who is a party to either, or kept out of either, is so for both.
alter table known_incident add column merged_into uuid;
-- Police make two of one; a referral goes with the person it is about.
alter table known_incident add column split_from uuid;
alter table known_incident add column split_off uuid[] not null default '{}';

-- Who is merged with whom is looked up both ways.
create index known_incident_merged on known_incident (merged_into) where merged_into is not null;

-- Where a referral goes back to when a merge is taken back.
alter table referral add column came_from uuid;
