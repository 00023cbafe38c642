-- What tells a version that came again without a date from a new one.
alter table story add undated boolean not null default false;
alter table story add content_hash text;

alter table take drop constraint take_outcome_check;
alter table take add constraint take_outcome_check
  check (outcome in ('current', 'superseded', 'older', 'unchanged'));
