-- Help goes back with the incident it was opened for, in the commit that separates the two: whoever comes to the one
-- reads nothing of the other from then on.
alter table help add column opened_for uuid;
update help set opened_for = incident;
alter table help alter column opened_for set not null;
create index help_opened_for on help (opened_for);
