-- The walk of an incident tells why a worker could not.
alter table page add column reason text; -- a code, where the page was declined
