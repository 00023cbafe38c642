package newsroom.publish.destination.pages.lists;

import java.util.List;
import newsroom.publish.rendition.Masthead;

/// What happens to the lists of a site when publish starts.
record Beginning(Catalog catalog) {

  /// Begins to keep lists of this destination, and draws all of them again where they look
  /// otherwise by now.
  void begin(String look) {
    int first =
        catalog
            .jdbc()
            .update(
                "insert into publish.list_site (destination) values (?) on conflict do nothing",
                catalog.destination());
    if (first > 0) {
      catalog
          .jdbc()
          .update(
              """
          insert into publish.list_change (destination, uri, posted)
          select destination, uri, first_live from publish.delivery
          where destination = ? and live_version is not null on conflict do nothing
          """,
              catalog.destination());
    }
    int changed =
        catalog
            .jdbc()
            .update(
                "update publish.list_site set look = ? where destination = ? and look <> ?",
                look,
                catalog.destination(),
                look);
    if (changed > 0) {
      redraw();
    }
  }

  /// A section has a page before it has a story.
  void section(Masthead.Section section) {
    var list = "section/" + section.path();
    catalog
        .jdbc()
        .update(
            """
        insert into publish.list (destination, list, name) values (?, ?, ?)
        on conflict (destination, list) do update set name = excluded.name
        """,
            catalog.destination(),
            list,
            section.name());
    catalog.due(List.of(list), List.of(0L));
  }

  private void redraw() {
    catalog
        .jdbc()
        .update(
            """
        insert into publish.list_due (destination, list, page)
        select distinct l.destination, l.list, e.position / case l.list when ? then ? else ? end
        from publish.list l join publish.list_entry e
          on e.destination = l.destination and e.list = l.list
        where l.destination = ? on conflict do nothing
        """,
            Listed.SITEMAP,
            Listed.size(Listed.SITEMAP),
            Listed.size("topic/"),
            catalog.destination());
    catalog
        .jdbc()
        .update(
            """
        insert into publish.list_due (destination, list, page)
        select distinct l.destination, v.list, 0 from publish.list l
        cross join lateral (values (left(l.list, 15)), (left(l.list, 12)), ('archive')) v(list)
        where l.destination = ? and l.list like 'archive/%' on conflict do nothing
        """,
            catalog.destination());
  }
}
