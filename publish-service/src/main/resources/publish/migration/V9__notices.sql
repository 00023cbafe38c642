-- How operators hear of what they are told.

alter table notice drop constraint notice_said_check;
alter table notice add constraint notice_said_check
  check (said in ('FAILING', 'RECOVERED', 'DISABLED', 'ENABLED', 'GIVEN_UP', 'PARKED'));
-- so many stories it is about, and some of them
alter table notice add stories int not null default 0;
alter table notice add such_as text[] not null default '{}';
-- what it leaves in; null while it waits for that, empty where it leaves in nothing
alter table notice add bulletin text;
update notice set bulletin = '';
create index notice_waiting on notice (said, id) where bulletin is null;
create index notice_in on notice (bulletin, id) where bulletin is not null;

-- Stories known to lie parked, and whether operators were told.
create table notice_parked (
  destination text        not null,
  uri         text        not null,
  seen_at     timestamptz not null,
  told        boolean     not null default false,
  primary key (destination, uri)
);
create index notice_parked_new on notice_parked (destination) where not told;

-- Notices of one kind that leave together. The identifier is the same on every attempt.
create table bulletin (
  id   text        primary key,
  said text        not null,
  at   timestamptz not null
);
create index bulletin_last on bulletin (said, at);

-- A bulletin on its way to one receiver.
create table bulletin_post (
  bulletin text        not null,
  receiver text        not null,
  -- null once the receiver has it or it was given up
  due_at   timestamptz,
  attempts int         not null default 0,
  -- what came of the last try; null before it
  outcome  text,
  primary key (bulletin, receiver)
);
create index bulletin_post_due on bulletin_post (receiver, due_at) where due_at is not null;
