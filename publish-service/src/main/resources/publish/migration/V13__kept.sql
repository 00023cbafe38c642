-- What was taken down before deliveries said so, and not for good, is kept unseen at its site: a kill
-- has to go there, too.
update delivery d set live_hash = 'kept'
  from story s
  where s.uri = d.uri and d.state in ('HELD', 'REFUSED', 'TAKEN_DOWN')
    and d.first_live is not null and d.live_version is null and d.live_hash is null and not d.tried
    and d.killed is null and s.status <> 'CANCELED';

-- What was set aside with its destination was told of with that, and not by itself: nothing to take
-- back for each of its deliveries.
drop trigger delivery_parked_no_more on delivery;
create trigger delivery_parked_no_more after update of state on delivery
  for each row when (old.state = 'PARKED' and new.state <> 'PARKED' and not old.set_aside)
  execute function parked_no_more();
