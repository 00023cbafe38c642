-- The ledger of publish. Every time in it comes from the service's clock. There are no foreign keys:
-- checking one locks the story's row, in an order of its own that others would wait for in a ring.

-- One row per story: the word that counts.
create table story (
  uri             text        primary key,
  version         bigint      not null,
  created         timestamptz not null,
  revision        int         not null,
  status          text        not null check (status in ('USABLE', 'WITHHELD', 'CANCELED')),
  embargoed_until timestamptz,
  expires         timestamptz,
  received        timestamptz not null,
  -- the greatest of all kills: what is not above both never comes back
  killed_version  bigint,
  killed_created  timestamptz,
  -- when articles.published last heard of it
  said_at         timestamptz
);

-- Every version that came, and its event as it came while a site shows it or is to show it.
create table take (
  uri      text        not null,
  version  bigint      not null,
  created  timestamptz not null,
  revision int         not null,
  payload  bytea,
  arrived  timestamptz not null,
  outcome  text        not null check (outcome in ('current', 'superseded', 'older')),
  primary key (uri, version, created, revision)
);

-- compressing a payload costs more than writing it
alter table take alter payload set storage external;

-- One row per story and destination.
create table delivery (
  destination   text        not null,
  uri           text        not null,
  site          text        not null,
  state         text        not null
    check (state in ('DUE', 'LIVE', 'HELD', 'REFUSED', 'PARKED', 'TAKEN_DOWN')),
  reason        text,
  -- the site's rule that refuses the story; null where it takes it
  rule          text,
  -- decided once, kept when the headline changes
  address       text,
  section       text,
  -- grows with each change of what is wanted here, so that what was carried can be told from it
  seq           bigint      not null default 1,
  changed_at    timestamptz not null,
  due_at        timestamptz,
  attempts      int         not null default 0,
  lease_until   timestamptz,
  lease_owner   text,
  lease_token   bigint,
  -- the destination may have it, whatever it said
  tried         boolean     not null default false,
  live_version  bigint,
  live_created  timestamptz,
  live_revision int,
  live_headline text,
  live_expires  timestamptz,
  live_since    timestamptz,
  first_live    timestamptz,
  updated       timestamptz,
  url           text,
  remote_id     text,
  primary key (destination, uri)
);

create index delivery_of_story on delivery (uri);
create index delivery_due on delivery (destination, due_at) where due_at is not null;
create index delivery_live on delivery (destination, first_live desc) where live_version is not null;
create index delivery_leased on delivery (lease_owner) where lease_token is not null;

-- Which live page links to which story, or would if that were live.
create table promo (
  destination text    not null,
  uri         text    not null,
  target      text    not null,
  linked      boolean not null,
  primary key (destination, uri, target)
);

create index promo_to on promo (destination, target);

-- Stories of which articles.published is to hear.
create table outbox (
  uri        text        primary key,
  not_before timestamptz not null,
  seq        bigint      not null default 1
);

create index outbox_due on outbox (not_before);
