-- Of a thousand deliveries some 950 are live, 20 taken down, 20 refused, 3 held, 3 parked, 1 waits for
-- its next try; of the live ones every hundredth has an end.
insert into publish.delivery (destination, uri, site, state, reason, rule, path, section, seq,
  changed_at, due_at, attempts, tried, live_version, live_created, live_revision, live_headline,
  live_expires, live_since, first_live, updated, url, live_hash)
select site || '/nothing', bench.uri(i), site, state,
  case when state in ('REFUSED', 'PARKED', 'HELD') then 'because it is so' end,
  case when state = 'REFUSED' then 'agencies' end,
  case when state <> 'REFUSED' then
    'news/2026/08/01/some-headline-of-a-story-' || i || '-' || right(bench.uri(i), 8) || '/' end,
  case when state <> 'REFUSED' then 'news' end, v, came,
  case when state = 'DUE' then now() + interval '1 hour' + i % 72000 * interval '1 second'
    when live and i % 100 = 9 then now() + interval '1 day' + i * interval '1 second' end,
  case when state = 'DUE' then 3 else 0 end, state not in ('REFUSED', 'HELD'),
  case when live then v end, case when live then came end, case when live then 0 end,
  case when live then 'Some headline of a story ' || i end,
  case when live and i % 100 = 9 then now() + interval '1 day' + i * interval '1 second' end,
  case when live then came end, case when live or state = 'TAKEN_DOWN' then came end, null,
  case when live then 'http://' || site || '.test/news/2026/08/01/some-headline-of-a-story-' || i || '-'
    || right(bench.uri(i), 8) || '/' end,
  case when live then md5(i::text) end
from generate_series(1, {stories}::bigint) i, unnest(array['one', 'two', 'three']) site,
  lateral (select bench.came(i, {stories}) as came, case when i % 10 = 3 then 2 else 1 end as v,
    case when i % 50 = 7 then 'TAKEN_DOWN' when i % 50 = 11 then 'REFUSED' when i % 333 = 1 then 'HELD'
      when i % 333 = 2 then 'PARKED' when i % 1000 = 4 then 'DUE' else 'LIVE' end as state) s,
  lateral (select state = 'LIVE' as live) l;
