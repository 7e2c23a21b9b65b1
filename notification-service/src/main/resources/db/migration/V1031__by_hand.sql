-- What a person passed on is over: another assignment goes on, and the board shows that one.
drop index assignment_board;
create index assignment_board on assignment (police_service, opened_at)
  where state_code not in ('concluded', 'acknowledged', 'stood-down', 'reassigned');
