-- What people do by hand, and what they ask.

-- Who did what, when and why.
create table daybook (
  id         bigint      generated always as identity primary key,
  at         timestamptz not null,
  by         text        not null,
  act        text        not null
    check (act in ('retry', 'park', 'release', 'kill', 'reinstate', 'replay')),
  why        text        not null,
  -- null where it was done to many at once
  uri        text,
  -- null where it was done everywhere
  site       text,
  -- what was chosen where it was done to many, in words
  chosen     text,
  deliveries int         not null default 0
);

create index daybook_of_story on daybook (uri, id) where uri is not null;

-- Stories that an editor let go, though the site holds such stories for an editor.
create table release (
  uri  text        not null,
  site text        not null,
  at   timestamptz not null,
  by   text        not null,
  primary key (uri, site)
);

-- Stories that an editor killed, until lifted by hand. The site is empty where it is everywhere.
create table desk_kill (
  uri  text        not null,
  site text        not null,
  at   timestamptz not null,
  by   text        not null,
  why  text        not null,
  primary key (uri, site)
);

-- why an editor killed the story here, in a sentence; null where no editor did
alter table delivery add killed text;
alter table delivery add killed_at timestamptz;
-- what the destination is known to show, with everything around the text; null where nobody knows
alter table delivery add live_hash text;
-- the last line of the daybook that touched this delivery
alter table delivery add daybook bigint;

-- Deliveries that lie still, for people to look through, newest first. What is due or live has
-- indexes of its own.
create index delivery_still on delivery (state, destination, changed_at desc, uri desc)
  where state in ('HELD', 'PARKED', 'REFUSED', 'TAKEN_DOWN');

-- What people call a story.
create table about (
  uri      text        primary key,
  agency   text,
  guid     text,
  headline text,
  arrived  timestamptz not null
);

insert into about (uri, headline, arrived)
select s.uri, (
    select d.live_headline from delivery d
    where d.uri = s.uri and d.live_headline is not null limit 1), s.received
from story s;

create index about_arrived on about (arrived, uri);
-- an index holds no key of any length
create index about_guid on about (left(guid, 200));
create index about_headline on about using gin (to_tsvector('simple', left(headline, 500)));
-- addresses end in the last eight letters of the uri
create index about_tail on about (right(uri, 8));
