-- What lies, or lay, where stories are dropped as files. Run again whenever this file changes, so it
-- leaves alone what is there.

-- The number of the last file at each destination.
create table if not exists drop_sequence (
  destination text   primary key,
  last        bigint not null
);

-- The last file of each story at each destination: the same word is never dropped twice, and one of
-- which nobody knows whether it arrived keeps its number and so its name.
create table if not exists drop_file (
  destination text    not null,
  uri         text    not null,
  -- what it says: this version, or that it is to be taken down
  word        text    not null,
  sequence    bigint  not null,
  slug        text    not null,
  done        boolean not null,
  primary key (destination, uri)
);
