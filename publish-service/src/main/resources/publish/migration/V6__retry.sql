-- How a destination as a whole behaves. One that never failed has no row.
create table destination (
  destination   text        primary key,
  -- since when nothing has got through; null once something has
  failing_since timestamptz,
  last_failure  timestamptz,
  last_trouble  text,
  -- it asked to be left alone until then
  quiet_until   timestamptz,
  -- nothing is brought to it until somebody enables it again
  disabled_at   timestamptz,
  disabled_why  text
);

-- What an operator was told of a destination, once each time.
create table notice (
  id          bigint      generated always as identity primary key,
  destination text        not null,
  said        text        not null check (said in ('DISABLED', 'ENABLED', 'GIVEN_UP')),
  -- the beginning of what it is about: the same is not said twice
  since       timestamptz not null,
  at          timestamptz not null,
  sentence    text        not null,
  unique (destination, said, since)
);

-- Parked only because its destination is disabled: due again as soon as that is enabled.
alter table delivery add set_aside boolean not null default false;
create index delivery_set_aside on delivery (destination) where set_aside;
create index delivery_parked on delivery (destination, changed_at) where state = 'PARKED';
