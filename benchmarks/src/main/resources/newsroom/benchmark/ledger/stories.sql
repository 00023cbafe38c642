-- Every tenth story has a second version, every fiftieth was killed, every hundredth expires.
insert into publish.story (uri, version, created, revision, status, received, expires, killed_version,
  killed_created, said_at)
select bench.uri(i), v, came, 0, case when i % 50 = 7 then 'CANCELED' else 'USABLE' end, came,
  case when i % 100 = 9 then now() + interval '1 day' + i * interval '1 second' end,
  case when i % 50 = 7 then v end, case when i % 50 = 7 then came end, came + interval '1 second'
from generate_series(1, {stories}::bigint) i,
  lateral (select bench.came(i, {stories}) as came, case when i % 10 = 3 then 2 else 1 end as v) w;

-- what was superseded or killed has no text any longer
insert into publish.take (uri, version, created, revision, payload, arrived, outcome)
select bench.uri(i), v, bench.came(i, {stories}), 0,
  case when i % 50 <> 7 and v = last then {payload} end, bench.came(i, {stories}),
  case when v = last then 'current' else 'superseded' end
from generate_series(1, {stories}::bigint) i,
  lateral (select case when i % 10 = 3 then 2 else 1 end as last) l, generate_series(1, last) v;

insert into publish.about (uri, agency, guid, headline, arrived)
select bench.uri(i), 'bench', 'bench-' || i,
  (array['Harbour','Canal','Ferry','Tram','Museum','Market','Bridge','School'])[1 + i % 8] || ' number '
    || i || ' reopens after ' || (array['storm','fire','strike','repairs','vote'])[1 + i % 5],
  bench.came(i, {stories})
from generate_series(1, {stories}::bigint) i;
