-- What waits for somebody who is busy is looked at again the moment they are not. What waited
-- before this was known waits for its deadline.
update assignment set state = jsonb_set(state, '{forWorker}', 'false')
  where state_code = 'waiting' and not state ? 'forWorker';

create index assignment_for_worker on assignment (opened_at)
  where state_code = 'waiting' and state @> '{"forWorker": true}';
