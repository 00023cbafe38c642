-- Large pieces of work go lot by lot, each in a transaction of its own.

-- The story up to which what a destination missed was taken back, in the order of the stories' key.
alter table retired add reached text not null default '';

alter table daybook drop constraint daybook_act_check;
alter table daybook add constraint daybook_act_check
  check (act in ('retry', 'park', 'release', 'kill', 'reinstate', 'replay', 'enable'));

drop index delivery_set_aside;
create index delivery_set_aside on delivery (destination, uri) where set_aside;

-- what operators are to hear of: nothing that lies still because its destination is disabled
drop index delivery_parked;
create index delivery_lies on delivery (destination, uri) where state = 'PARKED' and not set_aside;
