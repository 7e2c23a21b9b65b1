-- What a republish was asked for, by whom and when stays as it was asked: the application may move it
-- on, and no more.
revoke update on republish from ${app};
grant update (until_seq, at_seq, sent, left_out, finished_at) on republish to ${app};
