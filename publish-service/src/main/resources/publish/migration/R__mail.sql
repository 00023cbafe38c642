-- What was sent by mail. Run again whenever this file changes, so it leaves alone what is there.

-- The last mail on each story at each destination: the same word is never sent twice, and one of
-- which nobody knows whether it arrived goes again under the identifier it had.
create table if not exists mail_sent (
  destination text    not null,
  uri         text    not null,
  -- what it says: this version, or that the story is to be taken down
  word        text    not null,
  -- its Message-ID, without brackets
  id          text    not null,
  -- that of the first mail on this story, which all others answer
  first_id    text    not null,
  -- the story's headline, by which its readers know it; empty once they were told of its kill
  headline    text    not null,
  done        boolean not null,
  primary key (destination, uri)
);
