-- Rules that change with time: what a site takes later, or perhaps. Such a delivery is judged again
-- at its moment, or when something happened that it waits for; no carrier touches it before.

alter table delivery add waits boolean not null default false;
alter table delivery add judge_at timestamptz;

create index delivery_judge on delivery (judge_at) where judge_at is not null;

-- Which stories tell the same: both ways, so that either finds the other whoever comes first.
create table telling (
  uri    text not null,
  other  text not null,
  -- the other's
  agency text not null,
  primary key (uri, other)
);

-- Stories to be judged again because of something that happened.
create table judgement (
  uri text primary key
);

-- Destinations that went from the file of sites.
create table retired (
  destination text        primary key,
  since       timestamptz not null
);

-- Whoever writes a release, a service or a person, has the story judged again.
create function judge_released() returns trigger language plpgsql as $$
begin
  insert into publish.judgement values (new.uri) on conflict do nothing;
  return null;
end $$;

create trigger release_judged after insert or update on release
  for each row execute function judge_released();

-- When a telling goes from a site, for whatever reason, another may come.
create function judge_tellings() returns trigger language plpgsql as $$
begin
  insert into publish.judgement
  select other from publish.telling where uri = new.uri order by other on conflict do nothing;
  return null;
end $$;

create trigger delivery_gone after update on delivery
  for each row when (new.live_version is null and (old.live_version is not null
    or (new.state <> old.state and new.state in ('REFUSED', 'PARKED', 'TAKEN_DOWN', 'HELD'))))
  execute function judge_tellings();
