package newsroom.publish.destination.drop;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers what was dropped, so that nothing is dropped twice, and gives the numbers. It lies
/// with the ledger: numbers go on when publish moves to another machine, and several instances
/// share them.
@Component
class Journal {

  private static final String NUMBER =
      """
      with number as (
        insert into publish.drop_sequence as s (destination, last) values (:destination, 1)
        on conflict (destination) do update set last = s.last + 1
        returning last)
      insert into publish.drop_file as f (destination, uri, word, sequence, slug, done)
      select :destination, :uri, :word, number.last, :slug, false from number
      on conflict (destination, uri) do update
        set word = excluded.word, sequence = excluded.sequence, done = false,
            slug = case when excluded.slug = '' then f.slug else excluded.slug end
      returning word, sequence, slug, done
      """;

  private final JdbcClient database;

  Journal(JdbcClient database) {
    this.database = database;
  }

  /// What was dropped last of one story.
  ///
  /// @param word this version, or that the story is to be taken down
  /// @param done whether it lies there under its name
  record Dropped(String word, long sequence, String slug, boolean done) {}

  /// The number of this word: the one it had when it is tried again, else a new one.
  ///
  /// @param slug empty where only the last file knows it
  Dropped number(String destination, String uri, String word, String slug) {
    var last =
        database
            .sql(
                "select word, sequence, slug, done from publish.drop_file"
                    + " where destination = :destination and uri = :uri")
            .param("destination", destination)
            .param("uri", uri)
            .query(Dropped.class)
            .optional();
    if (last.isPresent() && last.get().word().equals(word)) {
      return last.get();
    }
    return database
        .sql(NUMBER)
        .param("destination", destination)
        .param("uri", uri)
        .param("word", word)
        .param("slug", slug)
        .query(Dropped.class)
        .single();
  }

  /// It lies there.
  void done(String destination, String uri, Dropped dropped) {
    database
        .sql(
            "update publish.drop_file set done = true"
                + " where destination = :destination and uri = :uri and word = :word")
        .param("destination", destination)
        .param("uri", uri)
        .param("word", Objects.requireNonNull(dropped.word()))
        .update();
  }
}
