-- What publish knows of the posts that it wrote at WordPress sites.

-- Who writes a story, or brings a picture, to a destination just now: two never do at once, or
-- there would be two posts of it.
create table wordpress_hand (
  destination text        not null,
  thing       text        not null,
  writer      text        not null,
  until       timestamptz not null,
  primary key (destination, thing)
);

-- The post of each story.
create table wordpress_post (
  destination text    not null,
  uri         text    not null,
  -- its number at the site; null while nobody knows whether there is one
  post        bigint,
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
  -- the picture that leads it
  featured    bigint,
  -- taken down by the newsroom, not by an editor
  down        boolean not null default false,
  primary key (destination, uri)
);

create index wordpress_post_at on wordpress_post (destination, path);

-- The pictures that a site has, by their bytes.
create table wordpress_media (
  destination text   not null,
  sha256      text   not null,
  media       bigint not null,
  -- where readers get it
  src         text   not null,
  -- caption and the like, as they were sent
  words       text   not null,
  primary key (destination, sha256)
);

-- Which bytes a wire's address had, so that nothing is fetched twice.
create table wordpress_picture (
  destination text not null,
  href        text not null,
  sha256      text not null,
  primary key (destination, href)
);

-- Which stories have shown which picture: one that only a killed story has shown goes with it.
create table wordpress_use (
  destination text   not null,
  uri         text   not null,
  media       bigint not null,
  primary key (destination, uri, media)
);

create index wordpress_use_of on wordpress_use (destination, media);
