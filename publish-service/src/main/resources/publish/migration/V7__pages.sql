-- Lists of a site of pages: sections, topics, authors, days and sitemaps. A story keeps its place in each
-- list, so a list is cut into pages that stay as they are when newer stories come: one story more
-- is a handful of rows and files, however many there are.

-- The destinations that keep lists, and with what look their files were drawn last.
create table list_site (
  destination text primary key,
  look        text not null default ''
);

-- What came, changed or went at such a destination and is not in its lists yet.
create table list_change (
  destination text        not null,
  uri         text        not null,
  posted      timestamptz not null,
  primary key (destination, uri)
);

create index list_change_in_order on list_change (destination, posted, uri);

-- What lists show of a story.
create table list_card (
  destination text  not null,
  uri         text  not null,
  card        text  not null,
  primary key (destination, uri)
);

-- A list, as topic/ferry. Paths are compared byte by byte: a month's days are found by its prefix.
create table list (
  destination text   not null,
  list        text   collate "C" not null,
  name        text   not null,
  -- where the next story goes
  next        bigint not null default 0,
  stories     bigint not null default 0,
  -- from this page on all is on the first page of the list
  open        int    not null default 0,
  primary key (destination, list)
);

create table list_entry (
  destination text        not null,
  list        text        collate "C" not null,
  position    bigint      not null,
  uri         text        not null,
  posted      timestamptz not null,
  primary key (destination, list, position)
);

create unique index list_entry_of_story on list_entry (destination, uri, list);

-- Pages of lists that are to be drawn again, counted from 0, the oldest.
create table list_due (
  destination text   not null,
  list        text   collate "C" not null,
  page        bigint not null,
  primary key (destination, list, page)
);

-- Stories that lists once showed and that were taken down, for feeds that can say so.
create table list_gone (
  destination text        not null,
  uri         text        not null,
  card        text        not null,
  gone        timestamptz not null,
  killed      boolean     not null,
  primary key (destination, uri)
);

create index list_gone_in_order on list_gone (destination, gone);

-- Noted in the same transaction that says what a destination shows: nothing that is shown, changed or
-- taken down can miss its lists, whoever dies in between.
create function list_note() returns trigger language plpgsql as $$
begin
  insert into publish.list_change (destination, uri, posted)
    select new.destination, new.uri, coalesce(new.first_live, new.changed_at)
    from publish.list_site s where s.destination = new.destination
    -- holds the note, so that nobody takes it away before this transaction can be seen
    on conflict (destination, uri) do update set posted = excluded.posted;
  return null;
end $$;

create trigger list_note after update of live_version on delivery for each row
  when (old.live_version is distinct from new.live_version
    or old.live_created is distinct from new.live_created)
  execute function list_note();
