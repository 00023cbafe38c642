package newsroom.publish.destination.mail;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers which mails were sent, so that none is sent twice and later ones answer the first. It
/// lies with the ledger, so that several instances share it.
@Component
class SentMails {

  private static final String NOTE =
      """
      insert into publish.mail_sent as m (destination, uri, word, id, first_id, headline, done)
      values (:destination, :uri, :word, :id, :id, :headline, false)
      on conflict (destination, uri) do update
        set word = excluded.word, id = excluded.id, done = false,
            headline = case when excluded.headline = '' then m.headline else excluded.headline end
      returning word, id, first_id, headline, done
      """;

  private final JdbcClient database;

  SentMails(JdbcClient database) {
    this.database = database;
  }

  /// The last mail on one story.
  ///
  /// @param done whether the server has it
  record Sent(String word, String id, String firstId, String headline, boolean done) {}

  /// Empty where nobody was ever to hear of the story.
  Optional<Sent> last(String destination, String uri) {
    return database
        .sql(
            "select word, id, first_id, headline, done from publish.mail_sent"
                + " where destination = :destination and uri = :uri")
        .param("destination", destination)
        .param("uri", uri)
        .query(Sent.class)
        .optional();
  }

  /// Notes that this word is about to be sent.
  ///
  /// @param headline empty where only the last mail knows it
  Sent note(String destination, String uri, String word, String id, String headline) {
    return database
        .sql(NOTE)
        .param("destination", destination)
        .param("uri", uri)
        .param("word", word)
        .param("id", id)
        .param("headline", headline)
        .query(Sent.class)
        .single();
  }

  /// The server has it.
  ///
  /// @param forget whether nothing of the story is to be kept
  void done(String destination, String uri, String word, boolean forget) {
    database
        .sql(
            "update publish.mail_sent set done = true,"
                + " headline = case when :forget then '' else headline end"
                + " where destination = :destination and uri = :uri and word = :word")
        .param("forget", forget)
        .param("destination", destination)
        .param("uri", uri)
        .param("word", word)
        .update();
  }
}
