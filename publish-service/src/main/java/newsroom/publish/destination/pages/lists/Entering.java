package newsroom.publish.destination.pages.lists;

import static newsroom.publish.destination.pages.lists.Catalog.array;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import newsroom.publish.rendition.Page;

/// Gives stories their places in lists.
record Entering(Catalog catalog) {

  /// A story that comes into a list.
  record Comer(Listed listed, Page page) {}

  /// Where the next story goes.
  ///
  /// @param opened whether the list was empty before
  private record Room(long next, boolean opened) {}

  /// Gives each a place, and notes which pages are to be drawn.
  void enter(Map<String, List<Comer>> coming, Set<Due> due) {
    if (coming.isEmpty()) {
      return;
    }
    var rooms = rooms(coming);
    var lists = new ArrayList<String>();
    var positions = new ArrayList<Long>();
    var uris = new ArrayList<String>();
    var posted = new ArrayList<String>();
    coming.forEach(
        (list, comers) -> {
          var room = rooms.getOrDefault(list, new Room(comers.size(), true));
          long position = room.next() - comers.size();
          for (var comer : comers) {
            lists.add(list);
            uris.add(comer.page().story().uri());
            posted.add(comer.page().posted().toString());
            due.add(new Due(list, Listed.page(list, position)));
            positions.add(position++);
          }
          Due.calendars(list, room.opened(), due);
        });
    catalog
        .jdbc()
        .update(
            """
            insert into publish.list_entry (destination, list, position, uri, posted)
            select ?, v.list, v.position, v.uri, v.posted::timestamptz
            from unnest(?, ?, ?, ?) as v(list, position, uri, posted)
            """,
            statement -> {
              statement.setString(1, catalog.destination());
              statement.setArray(2, array(statement, "text", lists));
              statement.setArray(3, array(statement, "bigint", positions));
              statement.setArray(4, array(statement, "text", uris));
              statement.setArray(5, array(statement, "text", posted));
            });
  }

  private Map<String, Room> rooms(Map<String, List<Comer>> coming) {
    var rooms = new HashMap<String, Room>();
    catalog
        .jdbc()
        .query(
            """
            insert into publish.list as l (destination, list, name, next, stories)
            select ?, v.list, v.name, v.more, v.more from unnest(?, ?, ?) as v(list, name, more)
            on conflict (destination, list) do update
              set next = l.next + excluded.next, stories = l.stories + excluded.stories
            returning l.list, l.next, l.stories
            """,
            statement -> {
              statement.setString(1, catalog.destination());
              statement.setArray(2, array(statement, "text", coming.keySet()));
              statement.setArray(
                  3,
                  array(
                      statement,
                      "text",
                      coming.values().stream().map(it -> it.getFirst().listed().name()).toList()));
              statement.setArray(
                  4,
                  array(
                      statement,
                      "bigint",
                      coming.values().stream().map(it -> (long) it.size()).toList()));
            },
            row -> {
              var list = row.getString(1);
              boolean opened = row.getLong(3) == coming.getOrDefault(list, List.of()).size();
              rooms.put(list, new Room(row.getLong(2), opened));
            });
    return rooms;
  }
}
