-- Staff who are a party to an incident, or whose unit is, must not find it in the ledger either.
alter table known_incident add column excluded_staff uuid[] not null default '{}';

-- A worker asks for consent only where they took the assignment.
alter table known_assignment add column staff uuid[] not null default '{}';
