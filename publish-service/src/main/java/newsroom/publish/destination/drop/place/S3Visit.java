package newsroom.publish.destination.drop.place;

import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// A stay at a bucket. An object is there whole or not at all by itself, and has no second name: a
/// file is kept here until it gets the name that stays, and is put under that. No object is ever
/// replaced.
final class S3Visit implements Place.Visit {

  private static final String WORD = "newsroom-word";
  private static final int PRESENT = 412;

  private final S3Client client;
  private final Bucket bucket;
  private final Map<String, byte[]> waiting = new HashMap<>();
  private String word = "";

  S3Visit(S3Client client, Bucket bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void about(String word) {
    waiting.clear();
    this.word = hash(word);
  }

  @Override
  public void write(String name, byte[] bytes) {
    waiting.put(name, bytes);
  }

  @Override
  public void rename(String name, String newName) throws IOException {
    var bytes = Objects.requireNonNull(waiting.get(name), name);
    var key = bucket.prefix() + newName;
    try {
      put(key, bytes);
    } catch (S3Exception e) {
      if (e.statusCode() != PRESENT || !isOurs(key)) {
        throw new IOException(said(key, e), e);
      }
    } catch (SdkException e) {
      throw new IOException(e.getMessage(), e);
    }
    waiting.remove(name);
  }

  private void put(String key, byte[] bytes) {
    client.putObject(
        it ->
            it.bucket(bucket.name())
                .key(key)
                .ifNoneMatch("*")
                .contentType(type(key))
                .metadata(Map.of(WORD, word)),
        RequestBody.fromBytes(bytes));
  }

  /// Whether what lies there is this very word, from an attempt whose answer was lost.
  private boolean isOurs(String key) throws IOException {
    try {
      var there = client.headObject(it -> it.bucket(bucket.name()).key(key));
      return word.equals(there.metadata().get(WORD));
    } catch (SdkException e) {
      throw new IOException(
          "the object " + key + " is there already and may not be looked at: " + e.getMessage(), e);
    }
  }

  private static String said(String key, S3Exception e) {
    if (e.statusCode() == PRESENT) {
      return "the object " + key + " is there already and is of something else; it is not replaced";
    }
    var details = e.awsErrorDetails();
    var words = details == null ? null : details.errorMessage();
    var code = details == null ? null : details.errorCode();
    return "the object %s cannot be put: %d %s “%s”"
        .formatted(key, e.statusCode(), Objects.toString(code, ""), Objects.toString(words, ""));
  }

  private static String type(String key) {
    if (key.endsWith(".txt")) {
      return "text/plain; charset=utf-8";
    }
    if (key.endsWith(".json")) {
      return "application/json";
    }
    var known = URLConnection.guessContentTypeFromName(key);
    return known == null ? "application/octet-stream" : known;
  }

  private static String hash(String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
