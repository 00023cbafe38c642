package newsroom.publish.destination.wordpress;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Remembers which pictures each site has, by their bytes and by where they came from.
@Component
class Media {

  private final JdbcClient database;

  Media(JdbcClient database) {
    this.database = database;
  }

  /// A picture in a site's library.
  ///
  /// @param src where readers get it
  /// @param words caption and the like as they were last sent, as a hash
  record Print(String sha256, long media, String src, String words) {}

  Optional<Print> from(String destination, String href) {
    return database
        .sql(
            "select m.sha256, m.media, m.src, m.words from publish.wordpress_picture p"
                + " join publish.wordpress_media m"
                + " on m.destination = p.destination and m.sha256 = p.sha256"
                + " where p.destination = :destination and p.href = :href")
        .param("destination", destination)
        .param("href", href)
        .query(Print.class)
        .optional();
  }

  Optional<Print> of(String destination, String sha256) {
    return database
        .sql(
            "select sha256, media, src, words from publish.wordpress_media"
                + " where destination = :destination and sha256 = :sha256")
        .param("destination", destination)
        .param("sha256", sha256)
        .query(Print.class)
        .optional();
  }

  void keep(String destination, Print print) {
    database
        .sql(
            "insert into publish.wordpress_media as m (destination, sha256, media, src, words)"
                + " values (:destination, :sha256, :media, :src, :words)"
                + " on conflict (destination, sha256) do update"
                + " set media = excluded.media, src = excluded.src, words = excluded.words")
        .param("destination", destination)
        .param("sha256", print.sha256())
        .param("media", print.media())
        .param("src", print.src())
        .param("words", print.words())
        .update();
  }

  void keepSource(String destination, String href, String sha256) {
    database
        .sql(
            "insert into publish.wordpress_picture as p (destination, href, sha256)"
                + " values (:destination, :href, :sha256)"
                + " on conflict (destination, href) do update set sha256 = excluded.sha256")
        .param("destination", destination)
        .param("href", href)
        .param("sha256", sha256)
        .update();
  }

  /// The site has it no longer.
  void forget(String destination, long media) {
    database
        .sql(
            "delete from publish.wordpress_media"
                + " where destination = :destination and media = :media")
        .param("destination", destination)
        .param("media", media)
        .update();
  }

  /// A story shows it.
  void use(String destination, String uri, Collection<Long> media) {
    database
        .sql(
            "insert into publish.wordpress_use (destination, uri, media)"
                + " select :destination, :uri, number from unnest(:media) as number"
                + " on conflict do nothing")
        .param("destination", destination)
        .param("uri", uri)
        .param("media", media.toArray(Long[]::new))
        .update();
  }

  /// The pictures that no other story has shown.
  List<Long> onlyIn(String destination, String uri) {
    return database
        .sql(
            "select media from publish.wordpress_use u"
                + " where destination = :destination and uri = :uri and not exists ("
                + "select from publish.wordpress_use o where o.destination = u.destination"
                + " and o.media = u.media and o.uri <> u.uri)")
        .param("destination", destination)
        .param("uri", uri)
        .query((row, _) -> row.getLong(1))
        .list();
  }

  void unused(String destination, String uri) {
    database
        .sql("delete from publish.wordpress_use where destination = :destination and uri = :uri")
        .param("destination", destination)
        .param("uri", uri)
        .update();
  }
}
