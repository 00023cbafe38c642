-- What tells a version that came again without a date from a new one.
alter table story add undated boolean not null default false;
alter table story add content_hash text;

alter table take drop constraint take_outcome_check;
alter table take add constraint take_outcome_check
  check (outcome in ('current', 'superseded', 'older', 'unchanged'));

-- Why Kafka will never take the last word as it is; it waits for news of its story.
alter table outbox add parked text;
drop index outbox_due;
create index outbox_due on outbox (not_before) where parked is null;
create index outbox_parked on outbox (uri) where parked is not null;

-- Addresses are kept below the site's root, so that a site may move: section, day and headline are
-- the end of each. What has not that form stays absolute, and is read as that.
alter table delivery rename address to path;
update delivery
  set path = coalesce(
    substring(path from '/(' || section || '/[0-9]{4,}/[0-9]{2}/[0-9]{2}/[^/]+/)$'), path)
  where path is not null;
