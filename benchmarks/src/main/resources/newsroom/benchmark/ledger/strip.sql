-- Takes the indexes of the tables that are to be filled, and keeps how to make them again.
create schema bench;

create function bench.uri(story bigint) returns text language sql immutable parallel safe
  return 'urn:newsroom:story:' || md5(story::text);

-- the time at which a story came: one every two seconds, the last of them just now
create function bench.came(story bigint, stories bigint) returns timestamptz language sql stable parallel safe
  return date_trunc('hour', now()) - (stories - story) * interval '2 seconds';

create table bench.again (made text not null, first boolean not null);

do $$
declare it record;
begin
  for it in
    select c.conname as name, c.conrelid::regclass as belongs, pg_get_constraintdef(c.oid) as made
    from pg_constraint c
    where c.connamespace = 'publish'::regnamespace and c.contype = 'p' and c.conrelid::regclass::text in (
      'publish.story', 'publish.take', 'publish.delivery', 'publish.promo', 'publish.about',
      'publish.list_card', 'publish.list_entry')
  loop
    insert into bench.again values (
      format('alter table %s add constraint %I %s', it.belongs, it.name, it.made), true);
    execute format('alter table %s drop constraint %I', it.belongs, it.name);
  end loop;
  for it in
    select indexname as name, indexdef as made from pg_indexes
    where schemaname = 'publish' and tablename in (
      'story', 'take', 'delivery', 'promo', 'about', 'list_card', 'list_entry')
  loop
    insert into bench.again values (it.made, false);
    execute format('drop index publish.%I', it.name);
  end loop;
end $$;

-- ten million rows at once are counted afterwards
alter table publish.delivery disable trigger user;
