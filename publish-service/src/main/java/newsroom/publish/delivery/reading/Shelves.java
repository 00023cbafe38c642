package newsroom.publish.delivery.reading;

import static newsroom.publish.delivery.Columns.time;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import newsroom.publish.broker.Migration;
import newsroom.publish.delivery.Columns;
import newsroom.publish.destination.Shelf;
import newsroom.publish.rendition.Lengths;
import newsroom.publish.rendition.Masthead;
import newsroom.publish.rendition.Page;
import newsroom.publish.story.Mark;
import newsroom.publish.story.Story;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Shelves over the ledger: what is live at a destination. Pages on a shelf carry no promos.
@Component
public class Shelves {

  private static final String LIVE =
      """
      select d.uri, d.live_version, d.live_created, d.live_revision, d.path, d.section,
        d.first_live, d.updated
      from publish.delivery d join publish.story s on s.uri = d.uri
      where d.destination = ? and d.live_version is not null and d.first_live >= ?
        and s.status = 'USABLE' and d.killed is null
      order by d.first_live desc, d.uri limit ?
      """;

  private static final String THESE =
      """
      select d.uri, d.live_version, d.live_created, d.live_revision, d.path, d.section,
        d.first_live, d.updated
      from publish.delivery d join publish.story s on s.uri = d.uri
      where d.destination = ? and d.uri = any(?) and d.live_version is not null
        and s.status = 'USABLE'
      """;

  private final JdbcTemplate jdbc;
  private final Library library;
  private final Migration ledger;

  Shelves(JdbcTemplate jdbc, Library library, Migration ledger) {
    this.jdbc = jdbc;
    this.library = library;
    this.ledger = ledger;
  }

  /// The shelf of one destination.
  public Shelf of(String destination, Masthead masthead) {
    return new Shelf() {
      @Override
      public List<Page> latest(int most) {
        return pages(destination, masthead, Instant.EPOCH, most);
      }

      @Override
      public List<Page> since(Instant moment, int most) {
        return pages(destination, masthead, moment, most);
      }

      @Override
      public List<Page> live(Collection<String> uris) {
        return pages(destination, masthead, uris);
      }
    };
  }

  private record Place(
      Library.Volume volume,
      URI address,
      String section,
      Instant posted,
      @Nullable Instant updated) {}

  private List<Page> pages(String destination, Masthead masthead, Instant since, int most) {
    if (!ledger.done()) {
      throw new IllegalStateException("the ledger is not there yet");
    }
    var places =
        jdbc.query(LIVE, (row, _) -> place(row, masthead), destination, Columns.sql(since), most);
    return pages(places, masthead);
  }

  private List<Page> pages(String destination, Masthead masthead, Collection<String> uris) {
    var places =
        jdbc.query(
            THESE,
            (row, _) -> place(row, masthead),
            destination,
            (Object) uris.toArray(String[]::new));
    return pages(places, masthead);
  }

  private List<Page> pages(List<Place> places, Masthead masthead) {
    Map<Library.Volume, Story> stories = library.read(places.stream().map(Place::volume).toList());
    var pages = new ArrayList<Page>();
    for (var place : places) {
      var story = stories.get(place.volume());
      if (story != null) {
        pages.add(page(story, place, masthead));
      }
    }
    return pages;
  }

  private static Place place(ResultSet row, Masthead masthead) throws SQLException {
    var mark =
        new Mark(
            row.getLong("live_version"),
            Objects.requireNonNull(time(row, "live_created")),
            row.getInt("live_revision"));
    return new Place(
        new Library.Volume(row.getString("uri"), mark),
        masthead.at(row.getString("path")),
        row.getString("section"),
        Objects.requireNonNull(time(row, "first_live")),
        time(row, "updated"));
  }

  private static Page page(Story story, Place place, Masthead masthead) {
    var sections = masthead.sections();
    var section =
        sections.stream()
            .filter(it -> it.path().equals(place.section()))
            .findFirst()
            .orElseGet(sections::getLast);
    var shown = Lengths.cut(story, masthead.headlines().lists());
    return new Page(shown, place.address(), section, place.posted(), place.updated(), List.of());
  }
}
