-- What a notice can be answered with: a code in a text message, and a link that opens its page once, after a login. A code
-- is never given to the same worker twice, so that a late reply cannot meet another page.
alter table delivery
  add column code         text,
  add column link         text,
  add column link_used_at timestamptz;

-- A reply is found by its code, and belongs to one page of one worker.
create unique index delivery_code on delivery (code, staff);

-- A link is found by what stands in it.
create unique index delivery_link on delivery (link);

-- The gateway says what became of a message by the name it gave to it.
create index delivery_gateway on delivery (gateway_id);
