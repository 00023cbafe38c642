-- Each page links to the story before it; one site of three keeps lists.
insert into publish.promo (destination, uri, target, linked)
select site || '/nothing', bench.uri(i), bench.uri(i - back), true
from generate_series(1, {stories}::bigint) i, unnest(array['one', 'two', 'three']) site,
  generate_series(1, 1) back
where i % 50 not in (7, 11);

insert into publish.list_site (destination) values ('one/nothing');

insert into publish.list_card (destination, uri, card)
select 'one/nothing', bench.uri(i), {card}
from generate_series(1, {stories}::bigint) i where i % 50 not in (7, 11);

insert into publish.list (destination, list, name, next, stories)
select 'one/nothing', list, list, count(*), count(*)
from generate_series(1, {stories}::bigint) i,
  unnest(array['section/news', 'sitemap', 'archive/' || to_char(bench.came(i, {stories}), 'YYYY/MM/DD')]) list
where i % 50 not in (7, 11) group by list;

insert into publish.list_entry (destination, list, position, uri, posted)
select 'one/nothing', list, row_number() over (partition by list order by i) - 1, bench.uri(i),
  bench.came(i, {stories})
from generate_series(1, {stories}::bigint) i,
  unnest(array['section/news', 'sitemap', 'archive/' || to_char(bench.came(i, {stories}), 'YYYY/MM/DD')]) list
where i % 50 not in (7, 11);
