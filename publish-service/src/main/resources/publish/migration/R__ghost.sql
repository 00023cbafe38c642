-- What was written at Ghost sites. Run again whenever this file changes, so it leaves alone what is
-- there.

-- The post of each story.
create table if not exists ghost_post (
  destination text    not null,
  uri         text    not null,
  -- its id at the site; null while nobody knows whether there is one
  post        text,
  -- the newsroom's own address of it below the site's root, by which other stories link to it
  path        text,
  -- the site's
  link        text,
  -- the site's text as it came back when it was last written: another one is an editor's
  hash        text,
  -- what was sent for it
  sent        text,
  -- what was about to be written when it was last heard of, and its words alone; null once the
  -- outcome is known
  trying      text,
  words       text,
  tried_at    timestamptz,
  -- the address of the picture that leads it
  image       text,
  -- taken down by the newsroom, not by an editor
  down        boolean not null default false,
  primary key (destination, uri)
);

create index if not exists ghost_post_at on ghost_post (destination, path);
