-- What keeps a ledger of ten million deliveries as fast as one of ten thousand.

-- A uri says nothing of when it came, so what is new goes to a random place of an index that begins
-- with one, and such a place is rarely at hand in a large ledger. Everything on one story lies at
-- one place now, not at one for each destination.
create unique index delivery_of on delivery (uri, destination);
alter table delivery drop constraint delivery_pkey;
alter table delivery add constraint delivery_pkey primary key using index delivery_of;
drop index delivery_of_story;

create unique index promo_of on promo (uri, destination, target);
alter table promo drop constraint promo_pkey;
alter table promo add constraint promo_pkey primary key using index promo_of;
create index promo_at on promo (target, destination);
drop index promo_to;

-- What waits for another try, apart from what is live and has an end some day.
create index delivery_waiting on delivery (destination, due_at)
  where attempts > 0 and due_at is not null;

-- What a site's terms keep waiting, for the day its destination goes.
create index delivery_waits on delivery (destination) where waits;

-- Versions that count no longer and of which nothing is kept but that they came, the oldest first.
alter table take add kept boolean not null default false;
create index take_past on take (arrived) where outcome <> 'current' and payload is null and not kept;

-- How many deliveries stand how: the sum of all rows. Whoever changes some adds rows of his own, so
-- that nobody waits for anybody; what reads them makes one of many.
create table delivery_count (
  destination text   not null,
  site        text   not null,
  state       text   not null,
  deliveries  bigint not null
);

insert into delivery_count
select destination, site, state, count(*) from delivery group by destination, site, state;

create function count_deliveries() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into publish.delivery_count
    select destination, site, state, count(*) from came group by destination, site, state;
  elsif tg_op = 'DELETE' then
    insert into publish.delivery_count
    select destination, site, state, -count(*) from went group by destination, site, state;
  elsif tg_op = 'UPDATE' then
    insert into publish.delivery_count
    select destination, site, state, sum(one) from (
      select destination, site, state, 1 as one from came
      union all select destination, site, state, -1 from went) changed
    group by destination, site, state having sum(one) <> 0;
  else
    delete from publish.delivery_count;
  end if;
  return null;
end $$;

create trigger counted_in after insert on delivery referencing new table as came
  for each statement execute function count_deliveries();
create trigger counted_out after delete on delivery referencing old table as went
  for each statement execute function count_deliveries();
create trigger counted after update on delivery referencing old table as went new table as came
  for each statement execute function count_deliveries();
create trigger counted_off after truncate on delivery
  for each statement execute function count_deliveries();

-- PostgreSQL would wait for a fifth of a table to be dead before it cleans; of these, that is
-- millions of rows.
alter table story set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table take set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table delivery set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table promo set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table about set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

-- Queues are short, and everything that was ever in them is dead.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table judgement set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table list_change set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table list_due set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table delivery_count
  set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
