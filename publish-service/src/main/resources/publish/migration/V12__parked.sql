-- Whatever takes a delivery out of PARKED makes it news when it is parked again, be it within one
-- look of the look-out.
create function parked_no_more() returns trigger language plpgsql as $$
begin
  delete from publish.notice_parked where destination = old.destination and uri = old.uri;
  return null;
end $$;

create trigger delivery_parked_no_more after update of state on delivery
  for each row when (old.state = 'PARKED' and new.state <> 'PARKED')
  execute function parked_no_more();

-- What lay parked before anybody looked is nothing new.
insert into notice_parked (destination, uri, seen_at, told)
  select destination, uri, now(), true from delivery
  where state = 'PARKED' and not set_aside and not exists (select 1 from notice_parked);

-- By age, for what is forgotten.
create index bulletin_at on bulletin (at);
create index notice_at on notice (at);
