package newsroom.publish.destination.pages.lists;

import static newsroom.publish.destination.pages.lists.Catalog.array;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import newsroom.publish.destination.Shelf;
import newsroom.publish.rendition.Card;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;

/// Brings what changed at a destination into its lists, and notes which pages are to be drawn.
final class Learning {

  private final Catalog catalog;
  private final Masthead masthead;
  private final Shelf shelf;

  Learning(Catalog catalog, Masthead masthead, Shelf shelf) {
    this.catalog = catalog;
    this.masthead = masthead;
    this.shelf = shelf;
  }

  private record Entry(String uri, String list, long position) {}

  /// What was learnt.
  ///
  /// @param stories that changed
  /// @param gone of these were taken down
  record Learnt(int stories, int gone) {}

  /// Learns no more than this many stories.
  Learnt learn(int most, Instant now) {
    return catalog.alone(() -> learnAlone(most, now));
  }

  private Learnt learnAlone(int most, Instant now) {
    var uris = taken(most);
    if (uris.isEmpty()) {
      return new Learnt(0, 0);
    }
    Map<String, Page> live =
        shelf.live(uris).stream()
            .collect(Collectors.toMap(it -> it.story().uri(), Function.identity(), (a, _) -> a));
    var gone = uris.stream().filter(uri -> !live.containsKey(uri)).toList();
    var due = new LinkedHashSet<Due>();
    var leaving = new ArrayList<Entry>();
    var coming = coming(live, entries(uris), leaving, due);
    leave(leaving, due);
    takeDown(gone, now);
    write(live.values().stream().map(Card::of).toList());
    new Entering(catalog).enter(coming, due);
    catalog.due(due.stream().map(Due::list).toList(), due.stream().map(Due::page).toList());
    return new Learnt(uris.size(), gone.size());
  }

  private List<String> taken(int most) {
    return catalog
        .jdbc()
        .query(
            """
            delete from publish.list_change c using (
              select uri from publish.list_change where destination = ?
              order by destination, posted, uri limit ? for update skip locked) t
            where c.destination = ? and c.uri = t.uri returning c.uri
            """,
            (row, _) -> row.getString(1),
            catalog.destination(),
            most,
            catalog.destination());
  }

  private List<Entry> entries(List<String> uris) {
    return catalog
        .jdbc()
        .query(
            """
            select uri, list, position from publish.list_entry
            where destination = ? and uri = any(?)
            """,
            statement -> {
              statement.setString(1, catalog.destination());
              statement.setArray(2, array(statement, "text", uris));
            },
            (row, _) -> new Entry(row.getString(1), row.getString(2), row.getLong(3)));
  }

  /// Who comes into which list; where a story stays it is only drawn again.
  private Map<String, List<Entering.Comer>> coming(
      Map<String, Page> live, List<Entry> entries, List<Entry> leaving, Set<Due> due) {
    var wanted = new HashMap<String, Map<String, Listed>>();
    live.forEach(
        (uri, page) ->
            wanted.put(
                uri,
                Listed.of(page, masthead).stream()
                    .collect(
                        Collectors.toMap(
                            Listed::list, Function.identity(), (a, _) -> a, LinkedHashMap::new))));
    for (var entry : entries) {
      due.add(new Due(entry.list(), Listed.page(entry.list(), entry.position())));
      var stays = wanted.get(entry.uri());
      if (stays == null || stays.remove(entry.list()) == null) {
        leaving.add(entry);
      }
    }
    var coming = new TreeMap<String, List<Entering.Comer>>();
    live.values().stream()
        .sorted(Comparator.comparing(Page::posted))
        .forEach(
            page ->
                wanted
                    .getOrDefault(page.story().uri(), Map.of())
                    .forEach(
                        (list, listed) ->
                            coming
                                .computeIfAbsent(list, _ -> new ArrayList<>())
                                .add(new Entering.Comer(listed, page))));
    return coming;
  }

  private void leave(List<Entry> leaving, Set<Due> due) {
    if (leaving.isEmpty()) {
      return;
    }
    catalog
        .jdbc()
        .update(
            """
            delete from publish.list_entry e using unnest(?, ?) as v(list, position)
            where e.destination = ? and e.list = v.list and e.position = v.position
            """,
            statement -> {
              statement.setArray(
                  1, array(statement, "text", leaving.stream().map(Entry::list).toList()));
              statement.setArray(
                  2, array(statement, "bigint", leaving.stream().map(Entry::position).toList()));
              statement.setString(3, catalog.destination());
            });
    var fewer = leaving.stream().collect(Collectors.groupingBy(Entry::list, Collectors.counting()));
    var left =
        catalog
            .jdbc()
            .query(
                """
                update publish.list l set stories = l.stories - v.fewer
                from unnest(?, ?) as v(list, fewer)
                where l.destination = ? and l.list = v.list returning l.list, l.stories
                """,
                statement -> {
                  statement.setArray(1, array(statement, "text", fewer.keySet()));
                  statement.setArray(2, array(statement, "bigint", fewer.values()));
                  statement.setString(3, catalog.destination());
                },
                (row, _) -> Map.entry(row.getString(1), row.getLong(2)));
    left.forEach(list -> Due.calendars(list.getKey(), list.getValue() == 0, due));
  }

  private void takeDown(List<String> gone, Instant now) {
    catalog
        .jdbc()
        .update(
            """
            with went as (
              delete from publish.list_card where destination = ? and uri = any(?)
              returning destination, uri, card)
            insert into publish.list_gone (destination, uri, card, gone, killed)
            select w.destination, w.uri, w.card, ?, coalesce(s.status = 'CANCELED', true)
            from went w left join publish.story s on s.uri = w.uri
            on conflict (destination, uri) do update
              set card = excluded.card, gone = excluded.gone, killed = excluded.killed
            """,
            statement -> {
              statement.setString(1, catalog.destination());
              statement.setArray(2, array(statement, "text", gone));
              statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            });
  }

  private void write(List<Card> cards) {
    catalog
        .jdbc()
        .update(
            """
            with back as (
              delete from publish.list_gone where destination = ? and uri = any(?))
            insert into publish.list_card (destination, uri, card)
            select ?, v.uri, v.card from unnest(?, ?) as v(uri, card)
            on conflict (destination, uri) do update set card = excluded.card
            """,
            statement -> {
              var uris = cards.stream().map(Card::uri).toList();
              statement.setString(1, catalog.destination());
              statement.setArray(2, array(statement, "text", uris));
              statement.setString(3, catalog.destination());
              statement.setArray(4, array(statement, "text", uris));
              statement.setArray(
                  5, array(statement, "text", cards.stream().map(catalog.cards()::write).toList()));
            });
  }
}
