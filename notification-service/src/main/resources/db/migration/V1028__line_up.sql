-- Reasons name hundreds of workers, decision after decision: they name them by their place in a list that many share.
create table line_up (
  id             uuid primary key, -- made of what it holds: the same list is kept once
  crews          json not null,    -- lists of staff ids
  police_service text not null,
  jurisdiction   text not null
);

-- Reasons that name a place are never to name somebody else.
revoke update, delete on line_up from ${app};
